import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import {
  KNeighborsClassifier,
  KNeighborsRegressor,
  type Metric,
  NearestCentroid,
  NearestNeighbors,
} from "../../../../library/src/learn/index.ts";
import { close } from "../close.ts";

interface Answers {
  narrow: number[][];
  narrowQueries: number[][];
  wide: number[][];
  wideQueries: number[][];
  labels: string[];
  target: number[];
  nearest: {
    metric: string;
    features: number;
    distances: number[][];
    indices: number[][];
    own: number[][];
    radius: number;
    within: number[][];
  }[];
  votes: {
    weights: "uniform" | "distance";
    k: number;
    labels: string[];
    proba: number[][];
    score: number;
    numbers: number[];
    r2: number;
  }[];
  centroids: {
    metric: "euclidean" | "manhattan";
    shrink: number | null;
    centroids: number[][];
    labels: string[];
  }[];
}

const answers = JSON.parse(
  readFileSync(new URL("fixtures/answers.json", import.meta.url), "utf8"),
) as Answers;
const { narrow, narrowQueries, labels, target } = answers;
const asked = [...narrowQueries, ...narrow.slice(0, 3)];

const nearest = answers.nearest.map((one) => {
  const [metric, p] = one.metric.split(" ");
  const [x, queries] =
    one.features === 3 ? [narrow, narrowQueries] : [answers.wide, answers.wideQueries];
  return {
    estimator: "NearestNeighbors",
    what: `distances, indices and radius, ${one.metric}, ${one.features} features`,
    tolerance: 1e-12,
    compare: () => {
      const options = { nNeighbors: 6, metric: metric as Metric, p: Number(p ?? 2) };
      const made = new NearestNeighbors(options).fit(x);
      const { distances, indices } = made.kneighbors(queries);
      close(distances.toArray(), one.distances, 1e-12);
      assert.deepEqual(indices.toArray(), one.indices);
      assert.deepEqual(made.kneighbors(undefined, 2).indices.toArray(), one.own);
      const within = made.radiusNeighbors(queries, one.radius).indices;
      assert.deepEqual(
        within.map((each) => [...each]),
        one.within,
      );
    },
  };
});

const votes = answers.votes.flatMap((one) => {
  const options = { nNeighbors: one.k, weights: one.weights };
  const settings = `${one.k} neighbours, weights ${one.weights}`;
  return [
    {
      estimator: "KNeighborsClassifier",
      what: `labels, probabilities and accuracy, ${settings}`,
      tolerance: 1e-12,
      compare: () => {
        const made = new KNeighborsClassifier(options).fit(narrow, labels);
        assert.deepEqual(made.predict(asked), one.labels);
        close(made.predictProba(asked).toArray(), one.proba, 1e-12);
        close([made.score(narrow, labels)], [one.score], 1e-12);
      },
    },
    {
      estimator: "KNeighborsRegressor",
      what: `predictions and R², ${settings}`,
      tolerance: 1e-12,
      compare: () => {
        const made = new KNeighborsRegressor(options).fit(narrow, target);
        close(made.predict(asked), one.numbers, 1e-12);
        close([made.score(narrow, target)], [one.r2], 1e-12);
      },
    },
  ];
});

const centroids = answers.centroids.map((one) => ({
  estimator: "NearestCentroid",
  what: `centroids and labels, ${one.metric}, shrinkThreshold ${one.shrink}`,
  tolerance: 1e-12,
  compare: () => {
    const shrinkThreshold = one.shrink ?? undefined;
    const made = new NearestCentroid({ metric: one.metric, shrinkThreshold });
    const fitted = made.fit(narrow, labels);
    close(fitted.centroids_.toArray(), one.centroids, 1e-12);
    assert.deepEqual(fitted.predict(narrowQueries), one.labels);
  },
}));

export const comparisons = [...nearest, ...votes, ...centroids];
