export { PCA, type PCAParams } from "./pca.ts";
export type { SvdSolver } from "./principal-axes.ts";
