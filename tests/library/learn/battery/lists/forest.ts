import {
  ExtraTreesClassifier,
  ExtraTreesRegressor,
  IsolationForest,
  RandomForestClassifier,
  RandomForestRegressor,
} from "../../../../../library/src/learn/index.ts";
import type { Case } from "../case.ts";

const few = { nEstimators: 5, randomState: 3 };

export const forests: readonly Case[] = [
  {
    name: "RandomForestClassifier",
    kind: "classifier",
    make: () => new RandomForestClassifier({ ...few, oobScore: true }),
    allowsMissing: true,
    weights: true,
  },
  {
    name: "RandomForestRegressor",
    kind: "regressor",
    make: () => new RandomForestRegressor({ ...few, oobScore: true }),
    allowsMissing: true,
    weights: true,
  },
  {
    name: "ExtraTreesClassifier",
    kind: "classifier",
    make: () => new ExtraTreesClassifier(few),
    allowsMissing: true,
    weights: true,
  },
  {
    name: "ExtraTreesRegressor",
    kind: "regressor",
    make: () => new ExtraTreesRegressor(few),
    allowsMissing: true,
    weights: true,
  },
  {
    name: "IsolationForest",
    kind: "detector",
    make: () => new IsolationForest({ ...few, contamination: 0.1 }),
    allowsMissing: true,
  },
];
