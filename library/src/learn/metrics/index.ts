export * from "./classification/index.ts";
export type { WeightOption } from "./read.ts";
export * from "./regression/index.ts";
