/** Layers that TensorFlow.js lacks, made of operations that have gradients and can be compiled. */
export type { AttentionOptions } from "./attend.ts";
export { attentionScores } from "./attention-scores.ts";
export { causalConv1d, type CausalConv1dOptions } from "./causal-conv1d.ts";
export { registerLayers, type LayerOptions, type PlannedLayer } from "./define-layer.ts";
export { gelu } from "./gelu.ts";
export { groupNormalization, type GroupNormalizationOptions } from "./group-normalization.ts";
export { layerNormalization, type LayerNormalizationOptions } from "./layer-normalization.ts";
export { multiHeadAttention, type MultiHeadAttentionOptions } from "./multi-head-attention.ts";
export { patchEmbedding, type PatchEmbeddingOptions } from "./patch-embedding.ts";
export { positionalEmbedding, type PositionalEmbeddingOptions } from "./positional-embedding.ts";
export { rmsNormalization, type RmsNormalizationOptions } from "./rms-normalization.ts";
export { rotaryEmbedding, type RotaryEmbeddingOptions } from "./rotary-embedding.ts";
export { seededDropout, type SeededDropoutOptions } from "./seeded-dropout.ts";
export { transformerBlock, type TransformerBlockOptions } from "./transformer-block.ts";
