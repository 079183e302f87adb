import { LinearSVC, LinearSVR, SVC, SVR } from "../../../../../library/src/learn/index.ts";
import type { Case } from "../case.ts";

export const svm: readonly Case[] = [
  {
    name: "SVC",
    kind: "classifier",
    make: () => new SVC(),
    weights: true,
    ownProbabilities: true,
  },
  {
    name: "SVC",
    kind: "classifier",
    make: () => new SVC({ kernel: "poly", probability: true, randomState: 1 }),
    weights: true,
  },
  { name: "SVR", kind: "regressor", make: () => new SVR({ C: 10 }), weights: true },
  {
    name: "LinearSVC",
    kind: "classifier",
    make: () => new LinearSVC({ randomState: 1 }),
    weights: true,
  },
  {
    name: "LinearSVR",
    kind: "regressor",
    make: () => new LinearSVR({ randomState: 1 }),
    weights: true,
  },
];
