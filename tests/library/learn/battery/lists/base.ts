import {
  DummyClassifier,
  DummyRegressor,
  StandardScaler,
} from "../../../../../library/src/learn/index.ts";
import type { Case } from "../case.ts";

export const base: readonly Case[] = [
  {
    name: "DummyClassifier",
    kind: "classifier",
    make: () => new DummyClassifier(),
    weights: true,
  },
  { name: "DummyRegressor", kind: "regressor", make: () => new DummyRegressor(), weights: true },
  {
    name: "StandardScaler",
    kind: "transformer",
    make: () => new StandardScaler(),
    allowsMissing: true,
  },
];
