import {
  ColumnTransformer,
  DummyClassifier,
  DummyRegressor,
  makePipeline,
  MinMaxScaler,
  StandardScaler,
} from "../../../../../library/src/learn/index.ts";
import type { Case } from "../case.ts";

export const compose: readonly Case[] = [
  {
    name: "Pipeline",
    kind: "classifier",
    make: () => makePipeline(new StandardScaler(), new DummyClassifier()),
    weights: true,
  },
  {
    name: "Pipeline",
    kind: "regressor",
    make: () => makePipeline(new StandardScaler(), new DummyRegressor()),
    weights: true,
  },
  {
    name: "Pipeline",
    kind: "transformer",
    make: () => makePipeline(new StandardScaler(), new MinMaxScaler()),
    allowsMissing: true,
  },
  {
    name: "ColumnTransformer",
    kind: "transformer",
    make: () =>
      new ColumnTransformer({
        transformers: [["scaled", new StandardScaler(), [0]]],
        remainder: new MinMaxScaler(),
      }),
    allowsMissing: true,
  },
];
