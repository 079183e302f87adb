import type { Comparison } from "./answers.ts";
import { votingComparisons } from "./voting-comparisons.ts";

export const comparisons: readonly Comparison[] = [...votingComparisons];
