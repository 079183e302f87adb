export { Isomap, type IsomapParams } from "./isomap.ts";
export {
  LocallyLinearEmbedding,
  type LocallyLinearEmbeddingParams,
} from "./locally-linear-embedding.ts";
export { TSNE, type TSNEParams } from "./tsne.ts";
export { UMAP, type UMAPParams } from "./umap.ts";
