import assert from "node:assert/strict";
import {
  AgglomerativeClustering,
  DBSCAN,
  KMeans,
  linkage,
  MiniBatchKMeans,
} from "../../../../library/src/learn/index.ts";
import { close, type Comparison, flat, sameGroups } from "./compare.ts";
import { answers, type KMeansAnswer } from "./answers.ts";

const { x, weights, init, far } = answers;
const kmeans = () => new KMeans({ nClusters: 6, init }).fit(x);

function sameKMeans(model: KMeans, expected: KMeansAnswer, tolerance: number): void {
  assert.deepEqual([...model.labels_], expected.labels);
  close(model.clusterCenters_.data, flat(expected.centres), tolerance);
  close([model.inertia_], [expected.inertia], tolerance);
  assert.equal(model.nIter_, expected.iterations);
}

const methods = ["ward", "complete", "average", "single"] as const;

/** What clustering says beside scikit-learn and SciPy. */
export const comparisons: readonly Comparison[] = [
  {
    estimator: "KMeans",
    what: "labels, centres, inertia and iterations from given centres",
    tolerance: 1e-12,
    compare: () => sameKMeans(kmeans(), answers.kmeans, 1e-12),
  },
  {
    estimator: "KMeans",
    what: "the same with weights",
    tolerance: 1e-12,
    compare: () => {
      const model = new KMeans({ nClusters: 6, init });
      sameKMeans(model.fit(x, undefined, { sampleWeight: weights }), answers.weighted, 1e-12);
    },
  },
  {
    estimator: "KMeans",
    what: "a cluster without samples is filled",
    tolerance: 1e-12,
    compare: () => {
      sameKMeans(new KMeans({ nClusters: 4, init: far }).fit(x), answers.empty, 1e-12);
    },
  },
  {
    estimator: "KMeans",
    what: "predict, transform and score",
    tolerance: 1e-12,
    compare: () => {
      const more = x.filter((_, i) => i % 3 === 0).map((row) => row.map((value) => value + 0.5));
      assert.deepEqual([...kmeans().predict(more)], answers.kmeans.predict);
      close(kmeans().transform(x.slice(0, 5)).data, flat(answers.kmeans.transform), 1e-12);
      close([kmeans().score(x.slice(0, 50))], [answers.kmeans.score], 1e-12);
    },
  },
  {
    estimator: "KMeans",
    what: "the best inertia of 50 runs of k-means++",
    tolerance: 1e-9,
    compare: () => {
      const model = new KMeans({ nClusters: 4, nInit: 50, randomState: 0 }).fit(x);
      close([model.inertia_], [answers.best], 1e-9);
    },
  },
  {
    estimator: "MiniBatchKMeans",
    what: "the inertia is no more than a twentieth above the best of KMeans",
    tolerance: 0.05,
    compare: () => {
      const model = new MiniBatchKMeans({ nClusters: 4, batchSize: 40, randomState: 0 }).fit(x);
      assert.ok(model.inertia_ < 1.05 * answers.best, String(model.inertia_));
    },
  },
  {
    estimator: "DBSCAN",
    what: "labels and core samples",
    tolerance: 0,
    compare: () => {
      const model = new DBSCAN({ eps: 2, minSamples: 4 }).fit(x);
      assert.deepEqual([...model.labels_], answers.dbscan.labels);
      assert.deepEqual([...model.coreSampleIndices_], answers.dbscan.core);
    },
  },
  {
    estimator: "DBSCAN",
    what: "labels and core samples with weights",
    tolerance: 0,
    compare: () => {
      const model = new DBSCAN({ eps: 1.6, minSamples: 4 });
      model.fit(x, undefined, { sampleWeight: weights });
      assert.deepEqual([...model.labels_], answers.dbscanWeighted.labels);
      assert.deepEqual([...model.coreSampleIndices_], answers.dbscanWeighted.core);
    },
  },
  ...methods.map((method) => ({
    estimator: "AgglomerativeClustering",
    what: `labels up to their numbers, children and distances, ${method}`,
    tolerance: 1e-10,
    compare: () => {
      const expected = answers.agglomerative[method];
      const model = new AgglomerativeClustering({ nClusters: 5, linkage: method }).fit(x);
      sameGroups(model.labels_, expected.labels);
      assert.deepEqual(
        model.children_,
        expected.children.map(([a, b]) => [Math.min(a, b), Math.max(a, b)]),
      );
      close(model.distances_, expected.distances, 1e-10);
    },
  })),
  {
    estimator: "AgglomerativeClustering",
    what: "labels up to their numbers for a distance threshold",
    tolerance: 0,
    compare: () => {
      const model = new AgglomerativeClustering({ distanceThreshold: 6, linkage: "average" });
      sameGroups(model.fit(x).labels_, answers.threshold);
    },
  },
  ...([...methods, "weighted"] as const).map((method) => ({
    estimator: "linkage",
    what: `SciPy's matrix, ${method}`,
    tolerance: 1e-10,
    compare: () => close(flat(linkage(x, method)), flat(answers.linkage[method]), 1e-10),
  })),
];
