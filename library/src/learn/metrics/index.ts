export * from "./classification/index.ts";
export * from "./clustering/index.ts";
export * from "./pairwise/index.ts";
export type { WeightOption } from "./read.ts";
export * from "./regression/index.ts";
