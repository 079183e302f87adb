import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import {
  ExtraTreesClassifier,
  ExtraTreesRegressor,
  type ForestClassifierParams,
  type ForestRegressorParams,
  IsolationForest,
  RandomForestClassifier,
  RandomForestRegressor,
} from "../../../../../library/src/learn/index.ts";

/** One thing that scikit-learn's answer is compared in. */
export interface Comparison {
  readonly estimator: string;
  readonly what: string;
  readonly tolerance: number;
  readonly compare: () => void;
}

interface Answer {
  readonly estimator: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly weighted: boolean;
  readonly values: readonly (readonly number[])[];
  readonly importances: readonly number[];
  readonly nodes: number;
  readonly oobScore: number | null;
}
const answers = JSON.parse(
  readFileSync(new URL("fixtures/answers.json", import.meta.url), "utf8"),
) as {
  x: (number | null)[][];
  labels: number[];
  numbers: number[];
  weights: number[];
  seen: number;
  forests: readonly Answer[];
  odd: number[][];
  scores: number[];
  offset: number;
};

const classes = {
  RandomForestClassifier: (params: Partial<ForestClassifierParams>) =>
    new RandomForestClassifier(params),
  ExtraTreesClassifier: (params: Partial<ForestClassifierParams>) =>
    new ExtraTreesClassifier(params),
} as const;
const regressors = {
  RandomForestRegressor: (params: Partial<ForestRegressorParams>) =>
    new RandomForestRegressor(params),
  ExtraTreesRegressor: (params: Partial<ForestRegressorParams>) => new ExtraTreesRegressor(params),
} as const;

const camel = (text: string): string => text.replace(/_(.)/g, (_, c: string) => c.toUpperCase());
const camelParams = (params: Answer["params"]): object =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      camel(name),
      typeof value === "string" ? camel(value) : value,
    ]),
  );

function near(actual: ArrayLike<number>, expected: readonly number[], tolerance: number): void {
  assert.equal(actual.length, expected.length);
  expected.forEach((value, i) => {
    assert.ok(Math.abs(actual[i] - value) <= tolerance, `${i}: ${actual[i]}, expected ${value}`);
  });
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

// The draws differ, so forests of 400 trees are compared with the mean of five of 200. The
// tolerance is that of the root of the mean square; a single value may be three times as far.
const seen = <T>(values: readonly T[]): T[] => values.slice(0, answers.seen);
const unseen = answers.x.slice(answers.seen);

function comparisonsOf(answer: Answer): Comparison[] {
  const params = { ...camelParams(answer.params), nEstimators: 400, randomState: 5 };
  const options = answer.weighted ? { sampleWeight: seen(answers.weights) } : {};
  const about = `${JSON.stringify(answer.params)}${answer.weighted ? ", weighted" : ""}`;
  const spread = Math.max(...answers.numbers) - Math.min(...answers.numbers);
  const classify = answer.estimator in classes;
  const tolerance = classify ? 0.04 : 0.02 * spread;
  return [
    {
      estimator: answer.estimator,
      what: `values of new samples, importances, sizes and out-of-bag score: ${about}`,
      tolerance,
      compare() {
        const forest = classify
          ? classes[answer.estimator as keyof typeof classes](params).fit(
              seen(answers.x),
              seen(answers.labels),
              options,
            )
          : regressors[answer.estimator as keyof typeof regressors](params).fit(
              seen(answers.x),
              seen(answers.numbers),
              options,
            );
        const values =
          "predictProba" in forest ? forest.predictProba(unseen).data : forest.predict(unseen);
        const expected = answer.values.flat();
        near(values, expected, 3 * tolerance);
        const squares = expected.map((value, i) => (values[i] - value) ** 2);
        assert.ok(Math.sqrt(mean(squares)) <= tolerance, `${Math.sqrt(mean(squares))}`);
        near(forest.featureImportances_, answer.importances, 0.01);
        const nodes = mean(forest.trees_.map((tree) => tree.nodeCount));
        assert.ok(Math.abs(nodes / answer.nodes - 1) < 0.03, `${nodes} nodes, ${answer.nodes}`);
        if (answer.oobScore !== null) near([forest.oobScore_ ?? NaN], [answer.oobScore], 0.025);
        else assert.equal(forest.oobScore_, undefined);
      },
    },
  ];
}

export const comparisons: readonly Comparison[] = [
  ...answers.forests.flatMap(comparisonsOf),
  {
    estimator: "IsolationForest",
    what: "scores, and the offset of a tenth outliers",
    tolerance: 0.015,
    compare() {
      const params = { nEstimators: 800, maxSamples: 128, randomState: 2 };
      const forest = new IsolationForest(params).fit(answers.odd);
      near(forest.scoreSamples(answers.odd), answers.scores, 0.015);
      const tenth = new IsolationForest({ ...params, contamination: 0.1 }).fit(answers.odd);
      near([tenth.offset_], [answers.offset], 0.01);
      assert.equal(tenth.predict(answers.odd).filter((sign) => sign < 0).length, 16);
    },
  },
];
