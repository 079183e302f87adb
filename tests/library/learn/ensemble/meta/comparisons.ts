import type { Comparison } from "./answers.ts";
import { baggingComparisons } from "./bagging-comparisons.ts";
import { stackingComparisons } from "./stacking-comparisons.ts";
import { votingComparisons } from "./voting-comparisons.ts";

export const comparisons: readonly Comparison[] = [
  ...votingComparisons,
  ...stackingComparisons,
  ...baggingComparisons,
];
