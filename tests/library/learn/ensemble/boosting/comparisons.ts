import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import {
  HistGradientBoostingClassifier,
  type HistGradientBoostingClassifierParams,
  HistGradientBoostingRegressor,
  type HistGradientBoostingRegressorParams,
  type HistTree,
} from "../../../../../library/src/learn/index.ts";
import { exactComparisons } from "./exact-comparisons.ts";
import { type Comparison, near } from "./near.ts";

interface Kept {
  readonly target: string;
  readonly weighted: boolean;
  readonly rounds: number;
  readonly leaves: readonly number[];
  readonly features: readonly number[];
  readonly counts: readonly number[];
  readonly missingLeft: readonly number[];
  readonly trainScore: readonly number[];
}
interface Answers {
  readonly x: (number | null)[][];
  readonly new: (number | null)[][];
  readonly weights: number[];
  readonly targets: Readonly<Record<string, number[]>>;
  readonly labels: Readonly<Record<string, string[]>>;
  readonly regressors: Readonly<Record<string, Kept & { predicted: number[] }>>;
  readonly classifiers: Readonly<Record<string, Kept & { labels: string[]; chances: number[][] }>>;
}

const file = new URL("fixtures/answers.json", import.meta.url);
export const answers = JSON.parse(readFileSync(file, "utf8")) as Answers;

const isInner = (tree: HistTree) => (_: unknown, node: number) => tree.left[node] >= 0;

/** The trees are scikit-learn's: each one's leaves, and all of the first one. */
function sameTrees(rounds: readonly (readonly HistTree[])[], expected: Kept): void {
  assert.equal(rounds.length, expected.rounds);
  const leaves = rounds.flat().map(({ left }) => left.filter((child) => child < 0).length);
  assert.deepEqual(leaves, expected.leaves);
  const [[first]] = rounds;
  assert.deepEqual([...first.feature.filter(isInner(first))], expected.features);
  assert.deepEqual([...first.count], expected.counts);
  assert.deepEqual([...first.missingLeft.filter(isInner(first))], expected.missingLeft);
}

const tolerance = 1e-7;

const regressors: Record<string, Partial<HistGradientBoostingRegressorParams>> = {
  defaults: {},
  "few bins": { maxBins: 12, maxIter: 30 },
  weights: { maxIter: 40 },
  "a category": { categoricalFeatures: [3], maxIter: 50 },
  "two categories": { categoricalFeatures: [1, 3], maxIter: 50, minSamplesLeaf: 5 },
  "depth and l2": { maxDepth: 3, l2Regularization: 2.5, learningRate: 0.3, maxIter: 40 },
  "any leaves": { maxLeafNodes: null, minSamplesLeaf: 3, maxIter: 20 },
  "absolute error": { loss: "absoluteError", maxIter: 40 },
  "absolute error, weights": { loss: "absoluteError", maxIter: 30 },
  quantile: { loss: "quantile", quantile: 0.8, maxIter: 40 },
  poisson: { loss: "poisson", maxIter: 40 },
  "poisson, weights": { loss: "poisson", maxIter: 30 },
  gamma: { loss: "gamma", maxIter: 40 },
  monotonic: { monotonicCst: [1, 0, -1, 0], maxIter: 40 },
  "stopping on its own loss": {
    earlyStopping: true,
    validationFraction: null,
    tol: 0.01,
    maxIter: 200,
  },
};

const classifiers: Record<string, Partial<HistGradientBoostingClassifierParams>> = {
  "two classes": { maxIter: 50 },
  "three classes": { maxIter: 40 },
  "three classes, weights": { maxIter: 20 },
  balanced: { classWeight: "balanced", maxIter: 30 },
  "a category": { categoricalFeatures: [3], maxIter: 30 },
  monotonic: { monotonicCst: [1, 0, 0, -1], maxIter: 30 },
  "stopping on its own loss": {
    earlyStopping: true,
    validationFraction: null,
    tol: 0.01,
    maxIter: 200,
  },
};

const weightsOf = ({ weighted }: Kept) => (weighted ? { sampleWeight: answers.weights } : {});

const hist: Comparison[] = [
  ...Object.entries(regressors).map(([what, params]) => ({
    estimator: "HistGradientBoostingRegressor",
    what: `${what}: trees, predictions, losses`,
    tolerance,
    compare: () => {
      const expected = answers.regressors[what];
      const made = new HistGradientBoostingRegressor(params);
      made.fit(answers.x, answers.targets[expected.target], weightsOf(expected));
      sameTrees(made.rounds_, expected);
      near(made.predict(answers.new), expected.predicted, tolerance);
      near(made.trainScore_, expected.trainScore, tolerance);
    },
  })),
  ...Object.entries(classifiers).map(([what, params]) => ({
    estimator: "HistGradientBoostingClassifier",
    what: `${what}: trees, probabilities, labels, losses`,
    tolerance,
    compare: () => {
      const expected = answers.classifiers[what];
      const made = new HistGradientBoostingClassifier(params);
      const learned = made.fit(answers.x, answers.labels[expected.target], weightsOf(expected));
      sameTrees(learned.rounds_, expected);
      assert.deepEqual(learned.predict(answers.new), expected.labels);
      near(learned.predictProba(answers.new).data, expected.chances.flat(), tolerance);
      near(learned.trainScore_, expected.trainScore, tolerance);
    },
  })),
];

export const comparisons: readonly Comparison[] = [...hist, ...exactComparisons];
