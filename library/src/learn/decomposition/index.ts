export { NMF, type NMFParams } from "./nmf.ts";
export { PCA, type PCAParams } from "./pca.ts";
export type { SvdSolver } from "./principal-axes.ts";
export { TruncatedSVD, type TruncatedSVDParams } from "./truncated-svd.ts";
