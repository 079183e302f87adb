/** Parts of data, and classes of unequal size. */
export { type BalancedOptions, balancedBatches } from "./balanced-batches.ts";
export { type ClassLabel, classWeights } from "./class-weights.ts";
export { type SplitOptions, trainTestSplit } from "./train-test-split.ts";
