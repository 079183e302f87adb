import {
  ElasticNet,
  Lasso,
  LinearRegression,
  LogisticRegression,
  Perceptron,
  Ridge,
  RidgeClassifier,
  SGDClassifier,
  SGDRegressor,
} from "../../../../../library/src/learn/index.ts";
import type { Case } from "../case.ts";

export const linear: readonly Case[] = [
  {
    name: "LinearRegression",
    kind: "regressor",
    make: () => new LinearRegression(),
    weights: true,
  },
  { name: "Ridge", kind: "regressor", make: () => new Ridge(), weights: true },
  {
    name: "Ridge",
    kind: "regressor",
    make: () => new Ridge({ alpha: 0.1, solver: "svd" }),
    weights: true,
  },
  { name: "Lasso", kind: "regressor", make: () => new Lasso({ alpha: 0.1 }), weights: true },
  {
    name: "ElasticNet",
    kind: "regressor",
    make: () => new ElasticNet({ alpha: 0.1, positive: true }),
    weights: true,
  },
  {
    name: "RidgeClassifier",
    kind: "classifier",
    make: () => new RidgeClassifier({ classWeight: "balanced" }),
    weights: true,
  },
  {
    name: "LogisticRegression",
    kind: "classifier",
    make: () => new LogisticRegression({ classWeight: "balanced" }),
    weights: true,
  },
  {
    name: "LogisticRegression",
    kind: "classifier",
    make: () => new LogisticRegression({ l1Ratio: 0.5, tol: 1e-3 }),
    weights: true,
  },

  { name: "Perceptron", kind: "classifier", make: () => new Perceptron(), weights: true },
  {
    name: "SGDClassifier",
    kind: "classifier",
    make: () => new SGDClassifier({ loss: "logLoss", randomState: 3 }),
    weights: true,
  },
  {
    name: "SGDRegressor",
    kind: "regressor",
    make: () => new SGDRegressor({ randomState: 3, loss: "huber", average: true }),
    weights: true,
  },
];
