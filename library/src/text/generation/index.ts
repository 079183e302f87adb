export { beamSearch, type BeamOptions, type BeamResult } from "./beam-search.ts";
export { greedySearch, sampleTokens, type SampleOptions, type SearchOptions } from "./sample.ts";
export type { LogitsLike, NextLogits } from "./logits.ts";
export { nextProbabilities, type WarpOptions } from "./warp.ts";
