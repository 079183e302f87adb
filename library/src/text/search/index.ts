export { Bm25, type Bm25Options } from "./bm25.ts";
export { chunkText, type Chunk, type ChunkOptions } from "./chunk-text.ts";
export { ExactIndex } from "./exact-index.ts";
export { HnswIndex, type HnswOptions } from "./hnsw-index.ts";
export type { Found, IndexOptions, Metric, VectorsLike } from "./metrics.ts";
