import {
  DummyClassifier,
  DummyRegressor,
  GridSearchCV,
  HalvingGridSearchCV,
  KNeighborsClassifier,
  RandomizedSearchCV,
} from "../../../../../library/src/learn/index.ts";
import type { Case } from "../case.ts";

export const modelSelection: readonly Case[] = [
  {
    name: "GridSearchCV",
    kind: "classifier",
    make: () =>
      new GridSearchCV({
        estimator: new KNeighborsClassifier(),
        paramGrid: { nNeighbors: [1, 3] },
        cv: 3,
      }),
  },
  {
    name: "RandomizedSearchCV",
    kind: "regressor",
    make: () =>
      new RandomizedSearchCV({
        estimator: new DummyRegressor(),
        paramDistributions: { strategy: ["mean", "median"] },
        cv: 3,
        randomState: 1,
      }),
    weights: true,
  },
  {
    name: "HalvingGridSearchCV",
    kind: "classifier",
    make: () =>
      new HalvingGridSearchCV({
        estimator: new DummyClassifier(),
        paramGrid: { strategy: ["prior", "mostFrequent"] },
        cv: 3,
        factor: 2,
        randomState: 1,
      }),
  },
];
