import { checkOptions } from "../../frame/engine/options.ts";
import { checkInteger, permutation, randomOf, type RandomState } from "../base/index.ts";
import { Matrix, type MatrixLike, readMatrix } from "../matrix/index.ts";
import { getScorer, type Scorer, type ScorerName } from "../model-selection/index.ts";

/** Options of `permutationImportance`. */
export interface PermutationImportanceOptions {
  /** What scores. Default the estimator's own `score`. */
  readonly scoring?: ScorerName | Scorer;
  /** How often each feature is mixed. Default 5. */
  readonly nRepeats?: number;
  /** Makes the mixing the same each time. */
  readonly randomState?: RandomState;
}

/** How much worse the score gets without each feature. */
export interface PermutationImportance {
  /** The drop of the score in each repeat: [features, repeats]. */
  readonly importances: Matrix;
  readonly importancesMean: Float64Array;
  readonly importancesStd: Float64Array;
  /** The repeats by the features' names, as `plot.featureImportance` takes them. */
  readonly byName: Readonly<Record<string, Float64Array>>;
}

/**
 * How much worse a fitted model scores when one feature's values are mixed among the samples: what it
 * needs of that feature. Use samples that it did not learn from. Time: features × repeats × one score.
 *
 * Source: L. Breiman, Random forests (2001).
 *
 * @param estimator fitted; it is not changed
 * @throws RangeError for no repeats, and for an unknown scorer
 * @example
 * const x = [[1, 5], [2, 5], [3, 5], [4, 5]];
 * const model = new KNeighborsRegressor({ nNeighbors: 1 }).fit(x, [1, 2, 3, 4]);
 * permutationImportance(model, x, [1, 2, 3, 4], { randomState: 0 }).importancesMean[1]; // 0
 */
export function permutationImportance(
  estimator: { predict(x: never): unknown },
  x: MatrixLike,
  y: ArrayLike<unknown> | { readonly values: ArrayLike<unknown> },
  options: PermutationImportanceOptions = {},
): PermutationImportance {
  const who = "permutationImportance";
  checkOptions(who, options, ["scoring", "nRepeats", "randomState"]);
  const { nRepeats = 5 } = options;
  checkInteger(who, "nRepeats", nRepeats, 1);
  const scorer = getScorer(options.scoring);
  const samples = readMatrix(x, who);
  const { rows, columns, names } = samples;
  const score = (given: Matrix): number => scorer(estimator as never, given, y);
  const whole = score(samples);
  const random = randomOf(options.randomState);
  const data = new Float64Array(columns * nRepeats);
  for (let j = 0; j < columns; j++) {
    for (let repeat = 0; repeat < nRepeats; repeat++) {
      const order = permutation(rows, random);
      const mixed = samples.data.slice();
      for (let i = 0; i < rows; i++) mixed[i * columns + j] = samples.at(order[i], j);
      data[j * nRepeats + repeat] = whole - score(new Matrix(mixed, rows, columns, names));
    }
  }
  const importances = new Matrix(data, columns, nRepeats);
  const means = new Float64Array(columns);
  const deviations = new Float64Array(columns);
  for (let j = 0; j < columns; j++) {
    const drops = importances.row(j);
    means[j] = drops.reduce((sum, drop) => sum + drop, 0) / nRepeats;
    const spread = drops.reduce((sum, drop) => sum + (drop - means[j]) ** 2, 0);
    deviations[j] = Math.sqrt(spread / nRepeats);
  }
  const byName = Object.fromEntries(
    samples.featureNames().map((name, j) => [name, importances.row(j).slice()]),
  );
  return { importances, importancesMean: means, importancesStd: deviations, byName };
}
