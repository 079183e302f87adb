import {
  BaggingClassifier,
  BaggingRegressor,
  DecisionTreeClassifier,
  LinearRegression,
  LogisticRegression,
  makePipeline,
  Ridge,
  StackingClassifier,
  StackingRegressor,
  StandardScaler,
  VotingClassifier,
  VotingRegressor,
} from "../../../../../library/src/learn/index.ts";
import type { Case } from "../case.ts";

const classifiers = () =>
  [
    ["line", makePipeline(new StandardScaler(), new LogisticRegression())],
    ["tree", new DecisionTreeClassifier({ maxDepth: 2, randomState: 1 })],
  ] as const;
const regressors = () =>
  [
    ["line", new LinearRegression()],
    ["ridge", makePipeline(new StandardScaler(), new Ridge())],
  ] as const;

export const meta: readonly Case[] = [
  {
    name: "VotingClassifier",
    kind: "classifier",
    make: () => new VotingClassifier({ estimators: classifiers(), voting: "soft" }),
    weights: true,
  },
  {
    name: "VotingClassifier",
    kind: "classifier",
    make: () => new VotingClassifier({ estimators: classifiers(), weights: [2, 1] }),
    ownProbabilities: true,
    weights: true,
  },
  {
    name: "VotingRegressor",
    kind: "regressor",
    make: () => new VotingRegressor({ estimators: regressors(), weights: [1, 2] }),
    weights: true,
  },
  {
    name: "StackingClassifier",
    kind: "classifier",
    make: () => new StackingClassifier({ estimators: classifiers(), cv: 3, passthrough: true }),
    weights: true,
  },
  {
    name: "StackingRegressor",
    kind: "regressor",
    make: () => new StackingRegressor({ estimators: regressors(), cv: 3, passthrough: true }),
    weights: true,
  },
  {
    name: "BaggingClassifier",
    kind: "classifier",
    make: () =>
      new BaggingClassifier({ nEstimators: 4, maxFeatures: 0.7, oobScore: true, randomState: 1 }),
    weights: true,
  },
  {
    name: "BaggingRegressor",
    kind: "regressor",
    make: () =>
      new BaggingRegressor({
        nEstimators: 4,
        maxSamples: 0.8,
        bootstrapFeatures: true,
        randomState: 1,
      }),
    weights: true,
  },
];
