export type { BinStrategy, QuantileMethod } from "./bin-edges.ts";
export { FunctionTransformer, type FunctionTransformerParams } from "./function-transformer.ts";
export { KBinsDiscretizer, type KBinsDiscretizerParams } from "./k-bins-discretizer.ts";
export { PolynomialFeatures, type PolynomialFeaturesParams } from "./polynomial-features.ts";
