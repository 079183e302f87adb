import assert from "node:assert/strict";
import {
  KFold,
  KNeighborsClassifier,
  LinearRegression,
  Ridge,
  RidgeClassifier,
  StackingClassifier,
  type StackingClassifierParams,
  StackingRegressor,
  type StackingRegressorParams,
} from "../../../../../library/src/learn/index.ts";
import { close } from "../../close.ts";
import { answers, classifiers, type Comparison, logistic, regressors } from "./answers.ts";

const lines = () =>
  [
    ["ridge", new RidgeClassifier()],
    ["near", new KNeighborsClassifier({ nNeighbors: 4 })],
  ] as const;
const stacks: Record<string, readonly [Partial<StackingClassifierParams>, "two" | "three"]> = {
  "three classes": [{}, "three"],
  "two classes, passthrough": [{ passthrough: true, cv: 4 }, "two"],
  "decisions, three classes": [{ estimators: lines(), cv: new KFold({ nSplits: 3 }) }, "three"],
  "decisions, two classes": [{ estimators: lines(), cv: 3 }, "two"],
  labels: [{ stackMethod: "predict" }, "three"],
};
const piles: Record<string, Partial<StackingRegressorParams>> = {
  "ridge at the end": { finalEstimator: new Ridge({ alpha: 0.5 }) },
  passthrough: {
    finalEstimator: new LinearRegression(),
    cv: new KFold({ nSplits: 4 }),
    passthrough: true,
  },
};

export const stackingComparisons: readonly Comparison[] = [
  ...Object.entries(stacks).map(([what, [settings, target]]) => ({
    estimator: "StackingClassifier",
    what,
    tolerance: 1e-6,
    compare: () => {
      const params = { estimators: classifiers(), finalEstimator: logistic(), ...settings };
      const made = new StackingClassifier(params).fit(answers.x, answers.targets[target]);
      const { predicted, chances } = answers.stacks[what];
      assert.deepEqual(made.predict(answers.new), predicted);
      close(made.predictProba(answers.new).toArray(), chances, 1e-6);
    },
  })),
  ...Object.entries(piles).map(([what, settings]) => ({
    estimator: "StackingRegressor",
    what,
    tolerance: 1e-8,
    compare: () => {
      const made = new StackingRegressor({ estimators: regressors(), ...settings });
      made.fit(answers.x, answers.y);
      close(made.predict(answers.new), answers.piles[what].predicted, 1e-8);
    },
  })),
];
