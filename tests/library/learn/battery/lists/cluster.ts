import {
  AgglomerativeClustering,
  DBSCAN,
  GaussianMixture,
  Isomap,
  KMeans,
  LocallyLinearEmbedding,
  MiniBatchKMeans,
  NMF,
  PCA,
  TruncatedSVD,
  TSNE,
  UMAP,
} from "../../../../../library/src/learn/index.ts";
import type { Case } from "../case.ts";

export const clusterers: readonly Case[] = [
  {
    name: "KMeans",
    kind: "clusterer",
    make: () => new KMeans({ nClusters: 3, randomState: 1 }),
    leastSamples: 3,
  },
  {
    name: "MiniBatchKMeans",
    kind: "clusterer",
    make: () => new MiniBatchKMeans({ nClusters: 3, randomState: 1 }),
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
  {
    name: "TruncatedSVD",
    kind: "transformer",
    make: () => new TruncatedSVD({ randomState: 1 }),
  },
  {
    name: "NMF",
    kind: "transformer",
    make: () => new NMF({ nComponents: 2, init: "random", randomState: 1 }),
    nonNegative: true,
  },
];

export const manifolds: readonly Case[] = [
  {
    name: "TSNE",
    kind: "embedder",
    make: () => new TSNE({ perplexity: 5, maxIter: 300, randomState: 1 }),
    leastSamples: 6,
  },
  {
    name: "UMAP",
    kind: "embedder",
    make: () => new UMAP({ nNeighbors: 5, nEpochs: 20, randomState: 1 }),
    leastSamples: 6,
  },
  {
    name: "LocallyLinearEmbedding",
    kind: "transformer",
    make: () => new LocallyLinearEmbedding({ nNeighbors: 8, nComponents: 1 }),
    leastSamples: 9,
  },
  {
    name: "Isomap",
    kind: "transformer",
    make: () => new Isomap({ nNeighbors: 25 }),
    leastSamples: 26,
  },
];
