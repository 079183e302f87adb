import assert from "node:assert/strict";
import { describe, it } from "mocha";
import {
  AgglomerativeClustering,
  GaussianMixture,
  Isomap,
  KMeans,
  linkage,
  LocallyLinearEmbedding,
  NMF,
  PCA,
  TSNE,
  UMAP,
} from "../../../../library/src/learn/index.ts";
import { dendrogram } from "../../../../library/src/plot/index.ts";

const x = [
  [0, 1],
  [1, 0],
  [5, 5],
  [6, 5],
  [9, 1],
];
const wrong: [string, () => unknown, RegExp][] = [
  ["more clusters than samples", () => new KMeans().fit(x), /received 5 for 8 clusters/],
  [
    "first centres of another shape",
    () => new KMeans({ nClusters: 2, init: [[1, 2]] }).fit(x),
    /init must hold 2 centres of 2 finite numbers; its shape is \[1, 2\]/,
  ],
  [
    "an unknown start",
    () => new KMeans({ nClusters: 2, init: "best" as "random" }).fit(x),
    /one of "k-means\+\+", "random"; it is "best"/,
  ],
  [
    "two ways to stop joining",
    () => new AgglomerativeClustering({ nClusters: 2, distanceThreshold: 1 }).fit(x),
    /either nClusters or distanceThreshold; it received 2 and 1/,
  ],
  [
    "an unknown linkage",
    () => linkage(x, "median" as "ward"),
    /method must be one of "ward".*it is "median"/,
  ],
  ["a hole for linkage", () => linkage([[1], [NaN]]), /row 1 has NaN/],
  [
    "weights that do not add up",
    () => new GaussianMixture({ nComponents: 2, weightsInit: [0.5, 0.6] }).fit(x),
    /add up to 1; it is \[0.5, 0.6\]/,
  ],
  [
    "precisions of another type",
    () => new GaussianMixture({ precisionsInit: [1, 1] }).fit(x),
    /must hold 4 numbers for "full"; it holds 2/,
  ],
  [
    "a mixture that collapses",
    () =>
      new GaussianMixture({ regCovar: 0 }).fit([
        [1, 1],
        [2, 2],
      ]),
    /not positive definite.*regCovar/,
  ],
  [
    "more components than there are",
    () => new PCA({ nComponents: 3 }).fit(x),
    /from 1 to 2; it is number 3/,
  ],
  [
    "a part of the variance at random",
    () => new PCA({ nComponents: 0.5, svdSolver: "randomized" }).fit(x),
    /part of the variance \(0.5\) needs/,
  ],
  [
    "a negative number",
    () =>
      new NMF({ nComponents: 1 }).fit([
        [1, 2],
        [3, -4],
      ]),
    /feature "x1" has -4 in row 1/,
  ],
  ["a perplexity too great", () => new TSNE().fit(x), /it is 30 for 5/],
  [
    "too many neighbours",
    () => new LocallyLinearEmbedding({ nNeighbors: 5 }).fit(x),
    /needs at least 6 samples; there are 5/,
  ],
  [
    "samples that no path joins",
    () => new Isomap({ nNeighbors: 1, nComponents: 1 }).fit(x),
    /no path of neighbours joins samples 0 and 2. Raise nNeighbors/,
  ],
  [
    "too few samples for UMAP",
    () => new UMAP().fit(x),
    /nNeighbors is 15, which needs at least 16 samples/,
  ],
];

describe("clusters, components and manifolds refuse", () => {
  for (const [what, does, message] of wrong) it(what, () => assert.throws(does, message));
});

describe("what clustering gives", () => {
  it("is what the dendrogram takes", () => {
    const { linkage_ } = new AgglomerativeClustering().fit(x);
    assert.deepEqual(linkage_, linkage(x, "ward"));
    assert.doesNotThrow(() => dendrogram(linkage_));
  });

  it("draws samples with the mixture's means, spread and shares", () => {
    const rows = Array.from({ length: 40 }, (_, i) => [i % 4 === 0 ? 20 + (i % 3) : i % 5]);
    const mixture = new GaussianMixture({ nComponents: 2, randomState: 2 }).fit(rows);
    const drawn = mixture.sample(4000, 1);
    const far = [...drawn.x.data].filter((value) => value > 10);
    assert.ok(Math.abs(far.length / 4000 - 0.25) < 0.03, String(far.length));
    const mean = far.reduce((sum, value) => sum + value, 0) / far.length;
    assert.ok(Math.abs(mean - Math.max(...mixture.means_.data)) < 0.1, String(mean));
    assert.deepEqual(mixture.predict(drawn.x), drawn.y);
  });
});
