import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import {
  AdaBoostClassifier,
  type AdaBoostClassifierParams,
  AdaBoostRegressor,
  DecisionTreeClassifier,
  GradientBoostingClassifier,
  type GradientBoostingClassifierParams,
  GradientBoostingRegressor,
  type GradientBoostingRegressorParams,
} from "../../../../../library/src/learn/index.ts";
import { type Comparison, near } from "./near.ts";

interface Answer {
  readonly target: string;
  readonly weighted: boolean;
  readonly predicted: readonly (number | string)[];
  readonly chances: readonly (readonly number[])[];
  readonly importances: readonly number[];
}
interface Answers {
  readonly x: number[][];
  readonly new: number[][];
  readonly truth: number[];
  readonly weights: number[];
  readonly targets: { y: number[]; two: string[]; three: string[] };
  readonly gradient: Record<string, Record<string, Answer & { trainScore: number[] }>>;
  readonly ada: Record<string, Answer & { weights: number[]; errors: number[] }>;
  readonly adaRegressorScores: number[];
}

const file = new URL("fixtures/exact.json", import.meta.url);
export const exact = JSON.parse(readFileSync(file, "utf8")) as Answers;

const tolerance = 1e-7;

const regressors: Record<string, Partial<GradientBoostingRegressorParams>> = {
  defaults: {},
  weights: { nEstimators: 40 },
  "absolute error": { loss: "absoluteError", nEstimators: 3 },
  "absolute error, weights": { loss: "absoluteError", nEstimators: 30 },
  huber: { loss: "huber", nEstimators: 40 },
  "quantile, weights": { loss: "quantile", alpha: 0.7, nEstimators: 40 },
  leaves: { maxDepth: null, maxLeafNodes: 6, nEstimators: 30 },
  pruned: { ccpAlpha: 0.02, nEstimators: 20, learningRate: 0.5 },
};
const classifiers: Record<string, Partial<GradientBoostingClassifierParams>> = {
  "two classes": {},
  "two classes, weights": { nEstimators: 40 },
  "three classes": { nEstimators: 40 },
  "three classes, weights": { nEstimators: 20 },
  exponential: { loss: "exponential", nEstimators: 40 },
};

const adaptive: Record<string, Partial<AdaBoostClassifierParams>> = {
  "stumps, two classes": { nEstimators: 40 },
  "stumps, three classes": { nEstimators: 30, learningRate: 0.5 },
  weights: { nEstimators: 20 },
  "deeper trees": { nEstimators: 15, estimator: new DecisionTreeClassifier({ maxDepth: 2 }) },
};

const weightsOf = ({ weighted }: Answer) => (weighted ? { sampleWeight: exact.weights } : {});

export const exactComparisons: readonly Comparison[] = [
  ...Object.entries(regressors).map(([what, params]) => ({
    estimator: "GradientBoostingRegressor",
    what: `${what}: predictions, losses, importances`,
    tolerance,
    compare: () => {
      const expected = exact.gradient.GradientBoostingRegressor[what];
      const made = new GradientBoostingRegressor({ minSamplesLeaf: 12, ...params });
      made.fit(exact.x, exact.targets.y, weightsOf(expected));
      near(made.predict(exact.new), expected.predicted as number[], tolerance);
      near(made.trainScore_, expected.trainScore, tolerance);
      near(made.featureImportances_, expected.importances, tolerance);
    },
  })),
  ...Object.entries(classifiers).map(([what, params]) => ({
    estimator: "GradientBoostingClassifier",
    what: `${what}: probabilities, labels, losses, importances`,
    tolerance,
    compare: () => {
      const expected = exact.gradient.GradientBoostingClassifier[what];
      const labels = exact.targets[expected.target as "two"];
      const made = new GradientBoostingClassifier({ minSamplesLeaf: 12, ...params });
      const learned = made.fit(exact.x, labels, weightsOf(expected));
      assert.deepEqual(learned.predict(exact.new), expected.predicted);
      near(learned.predictProba(exact.new).data, expected.chances.flat(), tolerance);
      near(learned.trainScore_, expected.trainScore, tolerance);
      near(learned.featureImportances_, expected.importances, tolerance);
    },
  })),
  ...Object.entries(adaptive).map(([what, params]) => ({
    estimator: "AdaBoostClassifier",
    what: `${what}: probabilities, labels, weights, errors, importances`,
    tolerance,
    compare: () => {
      const expected = exact.ada[what];
      const labels = exact.targets[expected.target as "two"];
      const made = new AdaBoostClassifier(params);
      const learned = made.fit(exact.x, labels, weightsOf(expected));
      assert.deepEqual(learned.predict(exact.new), expected.predicted);
      near(learned.predictProba(exact.new).data, expected.chances.flat(), tolerance);
      near(learned.estimatorWeights_, expected.weights, tolerance);
      near(learned.estimatorErrors_, expected.errors, tolerance);
      near(learned.featureImportances_, expected.importances, tolerance);
    },
  })),
  {
    estimator: "AdaBoostRegressor",
    what: "the mean R² of fifteen fits with drawn samples",
    tolerance: 0.05,
    compare: () => {
      const losses = ["linear", "square", "exponential"] as const;
      const scores = losses.flatMap((loss) =>
        [1, 2, 3, 4, 5].map((randomState) =>
          new AdaBoostRegressor({ loss, randomState })
            .fit(exact.x, exact.targets.y)
            .score(exact.new, exact.truth),
        ),
      );
      const mean = (values: readonly number[]) =>
        values.reduce((sum, value) => sum + value, 0) / values.length;
      near([mean(scores)], [mean(exact.adaRegressorScores)], 0.05);
    },
  },
];
