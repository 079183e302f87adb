import {
  KNeighborsClassifier,
  KNeighborsRegressor,
  NearestCentroid,
  NearestNeighbors,
} from "../../../../../library/src/learn/index.ts";
import type { Case } from "../case.ts";

export const neighbors: readonly Case[] = [
  {
    name: "KNeighborsClassifier",
    kind: "classifier",
    make: () => new KNeighborsClassifier({ nNeighbors: 3 }),
  },
  {
    name: "KNeighborsClassifier",
    kind: "classifier",
    make: () =>
      new KNeighborsClassifier({ nNeighbors: 4, weights: "distance", algorithm: "brute" }),
  },
  {
    name: "KNeighborsRegressor",
    kind: "regressor",
    make: () => new KNeighborsRegressor({ nNeighbors: 3, weights: "distance" }),
  },
  { name: "NearestCentroid", kind: "classifier", make: () => new NearestCentroid() },
  {
    name: "NearestCentroid",
    kind: "classifier",
    make: () => new NearestCentroid({ metric: "manhattan", shrinkThreshold: 0.1 }),
  },
  // Neither predicts nor transforms: neighbors.test.ts asks it.
  {
    name: "NearestNeighbors",
    kind: "transformer",
    make: () => new NearestNeighbors(),
    otherSamples: true,
  },
];
