import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as learn from "../../../../library/src/learn/index.ts";
import type { Comparison } from "../metrics/asked.ts";

interface Fixture {
  readonly x: number[][];
  readonly y: string[];
  readonly target: number[];
  readonly groups: number[];
  readonly fold: number[];
  readonly splits: Readonly<Record<string, [number[], number[]][]>>;
  readonly grid: {
    readonly bestParams: { readonly n_neighbors: number; readonly weights: string };
    readonly bestScore: number;
    readonly test: number[][];
    readonly deviations: number[][];
    readonly ranks: number[][];
    readonly train: number[][];
    readonly split2: number[];
  };
  readonly scores: number[];
  readonly predicted: string[];
  readonly probabilities: number[][];
  readonly learning: [number[], number[][], number[][]];
  readonly validation: [number[][], number[][]];
  readonly gridOrder: object[];
}

/** scikit-learn's answers; fixtures/answers.py writes them. */
export const fixture = JSON.parse(
  readFileSync(new URL("fixtures/answers.json", import.meta.url), "utf8"),
) as Fixture;
const { x, y, target, groups, fold, grid } = fixture;

function near(ours: ArrayLike<number>, theirs: readonly number[], tolerance = 1e-12): void {
  assert.equal(ours.length, theirs.length);
  theirs.forEach((value, i) => {
    assert.ok(Math.abs(ours[i] - value) <= tolerance, `[${i}]: ${ours[i]} for ${value}`);
  });
}

const splitters: [string, () => Iterable<learn.Split>][] = [
  ["KFold", () => new learn.KFold({ nSplits: 4 }).split(x)],
  ["StratifiedKFold", () => new learn.StratifiedKFold().split(x, y)],
  ["StratifiedKFold 3", () => new learn.StratifiedKFold({ nSplits: 3 }).split(x, y)],
  ["GroupKFold", () => new learn.GroupKFold({ nSplits: 4 }).split(x, y, groups)],
  [
    "StratifiedGroupKFold",
    () => new learn.StratifiedGroupKFold({ nSplits: 3 }).split(x, y, groups),
  ],
  ["LeaveOneOut", () => new learn.LeaveOneOut().split(x.slice(0, 5))],
  ["TimeSeriesSplit", () => new learn.TimeSeriesSplit({ nSplits: 4 }).split(x)],
  [
    "TimeSeriesSplit gap",
    () => new learn.TimeSeriesSplit({ nSplits: 3, maxTrainSize: 9, testSize: 5, gap: 2 }).split(x),
  ],
  ["PredefinedSplit", () => new learn.PredefinedSplit(fold).split(x)],
];

const scorers = ["accuracy", "f1Macro", "negLogLoss", "rocAucOvr"] as const;
const search = () =>
  new learn.GridSearchCV({
    estimator: new learn.KNeighborsClassifier(),
    paramGrid: { nNeighbors: [1, 3, 7, 15], weights: ["uniform", "distance"] },
    scoring: scorers,
    refit: "f1Macro",
    returnTrainScore: true,
  }).fit(x, y);
const column = (from: { readonly cvResults_: unknown }, name: string): ArrayLike<number> =>
  (from.cvResults_ as { column(name: string): { values: number[] } }).column(name).values;
const capital = (name: string): string => name[0].toUpperCase() + name.slice(1);

/** Splits and searches beside scikit-learn's. */
export const comparisons: readonly Comparison[] = [
  ...splitters.map(([what, ours]) => ({
    estimator: what.split(" ")[0],
    what: `${what}: the same samples in each split`,
    tolerance: 0,
    compare: () => {
      const found = [...ours()].map(([train, test]) => [[...train], [...test]]);
      assert.deepEqual(found, fixture.splits[what]);
    },
  })),
  {
    estimator: "GridSearchCV",
    what: "GridSearchCV: scores, ranks and the best setting, of four scorers",
    tolerance: 1e-12,
    compare: () => {
      const made = search();
      const { n_neighbors: nNeighbors, weights } = grid.bestParams;
      assert.deepEqual(made.bestParams_, { nNeighbors, weights });
      near([made.bestScore_], [grid.bestScore]);
      scorers.forEach((name, k) => {
        near(column(made, `meanTest${capital(name)}`), grid.test[k]);
        near(column(made, `stdTest${capital(name)}`), grid.deviations[k]);
        near(column(made, `meanTrain${capital(name)}`), grid.train[k]);
        near(column(made, `rankTest${capital(name)}`), grid.ranks[k]);
      });
      near(column(made, "split2TestAccuracy"), grid.split2);
    },
  },
  {
    estimator: "crossValScore",
    what: "crossValScore: the score of each fold",
    tolerance: 1e-12,
    compare: () => {
      const scoring = "negRootMeanSquaredError";
      const model = new learn.KNeighborsRegressor();
      near(learn.crossValScore(model, x, target, { scoring, cv: 4 }), fixture.scores);
    },
  },
  {
    estimator: "crossValPredict",
    what: "crossValPredict: labels and probabilities",
    tolerance: 1e-12,
    compare: () => {
      const model = new learn.KNeighborsClassifier();
      assert.deepEqual(learn.crossValPredict(model, x, y), fixture.predicted);
      const method = "predictProba";
      const given = learn.crossValPredict(model, x, y, { method });
      near(given.data, fixture.probabilities.flat());
    },
  },
  {
    estimator: "learningCurve",
    what: "learningCurve: sizes and scores",
    tolerance: 1e-12,
    compare: () => {
      const trainSizes = [0.3, 0.6, 1];
      const curve = learn.learningCurve(new learn.KNeighborsClassifier(), x, y, { trainSizes });
      const [sizes, train, test] = fixture.learning;
      assert.deepEqual(curve.trainSizes, sizes);
      train.forEach((row, i) => near(curve.trainScores[i], row));
      test.forEach((row, i) => near(curve.testScores[i], row));
    },
  },
  {
    estimator: "validationCurve",
    what: "validationCurve: scores by the parameter's value",
    tolerance: 1e-12,
    compare: () => {
      const curve = learn.validationCurve(new learn.KNeighborsRegressor(), x, target, {
        paramName: "nNeighbors",
        paramRange: [1, 5, 9],
        scoring: "r2",
      });
      const [train, test] = fixture.validation;
      train.forEach((row, i) => near(curve.trainScores[i], row));
      test.forEach((row, i) => near(curve.testScores[i], row));
    },
  },
  {
    estimator: "ParameterGrid",
    what: "ParameterGrid: the order of the settings",
    tolerance: 0,
    compare: () => {
      const found = [...new learn.ParameterGrid({ b: [1, 2], a: ["x", "y"] })];
      assert.deepEqual(found, fixture.gridOrder);
    },
  },
];
