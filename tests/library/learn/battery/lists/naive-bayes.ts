import {
  BernoulliNB,
  ComplementNB,
  GaussianNB,
  MultinomialNB,
} from "../../../../../library/src/learn/index.ts";
import type { Case } from "../case.ts";

const common = { kind: "classifier", weights: true } as const;

export const naiveBayes: readonly Case[] = [
  { name: "GaussianNB", make: () => new GaussianNB(), ...common },
  { name: "MultinomialNB", make: () => new MultinomialNB(), nonNegative: true, ...common },
  { name: "ComplementNB", make: () => new ComplementNB(), nonNegative: true, ...common },
  { name: "BernoulliNB", make: () => new BernoulliNB({ binarize: 1 }), ...common },
];
