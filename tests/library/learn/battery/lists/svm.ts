import { SVC, SVR } from "../../../../../library/src/learn/index.ts";
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
];
