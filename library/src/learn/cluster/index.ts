export {
  AgglomerativeClustering,
  type AgglomerativeClusteringParams,
} from "./agglomerative-clustering.ts";
export { DBSCAN, type DBSCANParams } from "./dbscan.ts";
export { KMeans, type KMeansParams } from "./k-means.ts";
export { linkage, type LinkageMethod } from "./linkage.ts";
export { MiniBatchKMeans, type MiniBatchKMeansParams } from "./mini-batch-k-means.ts";
