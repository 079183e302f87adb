import {
  AdaBoostClassifier,
  AdaBoostRegressor,
  GradientBoostingClassifier,
  GradientBoostingRegressor,
  HistGradientBoostingClassifier,
  HistGradientBoostingRegressor,
} from "../../../../../library/src/learn/index.ts";
import type { Case } from "../case.ts";

export const boosting: readonly Case[] = [
  {
    name: "AdaBoostClassifier",
    kind: "classifier",
    make: () => new AdaBoostClassifier({ nEstimators: 5 }),
    weights: true,
  },
  {
    name: "AdaBoostRegressor",
    kind: "regressor",
    make: () => new AdaBoostRegressor({ nEstimators: 5, randomState: 1 }),
    weights: true,
  },
  {
    name: "GradientBoostingClassifier",
    kind: "classifier",
    make: () => new GradientBoostingClassifier({ nEstimators: 5 }),
    weights: true,
  },
  {
    name: "GradientBoostingRegressor",
    kind: "regressor",
    make: () => new GradientBoostingRegressor({ nEstimators: 5 }),
    weights: true,
  },
  {
    name: "HistGradientBoostingClassifier",
    kind: "classifier",
    make: () => new HistGradientBoostingClassifier({ maxIter: 10, minSamplesLeaf: 5 }),
    allowsMissing: true,
    weights: true,
  },
  {
    name: "HistGradientBoostingRegressor",
    kind: "regressor",
    make: () => new HistGradientBoostingRegressor({ maxIter: 10, minSamplesLeaf: 5 }),
    allowsMissing: true,
    weights: true,
  },
];
