import {
  AgglomerativeClustering,
  DBSCAN,
  GaussianMixture,
  KMeans,
  PCA,
} from "../../../../../library/src/learn/index.ts";
import type { Case } from "../case.ts";

export const clusterers: readonly Case[] = [
  {
    name: "KMeans",
    kind: "clusterer",
    make: () => new KMeans({ nClusters: 3, randomState: 1 }),
    leastSamples: 3,
  },
  { name: "DBSCAN", kind: "clusterer", make: () => new DBSCAN({ eps: 1 }) },
  {
    name: "AgglomerativeClustering",
    kind: "clusterer",
    make: () => new AgglomerativeClustering({ nClusters: 3 }),
    leastSamples: 3,
  },
  ...(["full", "tied", "diag", "spherical"] as const).map((covarianceType): Case => ({
    name: "GaussianMixture",
    kind: "clusterer",
    make: () => new GaussianMixture({ nComponents: 3, covarianceType, randomState: 1 }),
    leastSamples: 3,
  })),
];

export const decompositions: readonly Case[] = [
  { name: "PCA", kind: "transformer", make: () => new PCA() },
];
