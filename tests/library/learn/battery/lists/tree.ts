import {
  DecisionTreeClassifier,
  DecisionTreeRegressor,
} from "../../../../../library/src/learn/index.ts";
import type { Case } from "../case.ts";

export const trees: readonly Case[] = [
  {
    name: "DecisionTreeClassifier",
    kind: "classifier",
    make: () => new DecisionTreeClassifier(),
    allowsMissing: true,
    weights: true,
  },
  {
    name: "DecisionTreeRegressor",
    kind: "regressor",
    make: () => new DecisionTreeRegressor({ randomState: 3, splitter: "random" }),
    allowsMissing: true,
    weights: true,
  },
];
