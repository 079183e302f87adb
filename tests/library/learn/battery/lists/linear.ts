import {
  ElasticNet,
  Lasso,
  LinearRegression,
  LogisticRegression,
  Ridge,
  RidgeClassifier,
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
];
