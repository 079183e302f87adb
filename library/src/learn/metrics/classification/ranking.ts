import { checkOptions } from "../../../frame/engine/options.ts";
import { checkInteger, checkNumber, readWeights } from "../../base/index.ts";
import { type Matrix, type MatrixLike, readMatrix } from "../../matrix/index.ts";
import { checkPair, sumOf, type WeightOption } from "../read.ts";

export interface RankingOptions extends WeightOption {
  /** Only the first `k` places count. Default all. */
  readonly k?: number;
  /** Take equal scores in any order, which is faster; else they share their places. Default false. */
  readonly ignoreTies?: boolean;
}

/** Options of `dcgScore`. */
export interface DcgOptions extends RankingOptions {
  /** The base of the logarithm of the place. Default 2. */
  readonly logBase?: number;
}

/**
 * Discounted cumulative gain: the relevances in the order of the scores, each divided by the logarithm
 * of its place. One row a query, one column a document.
 *
 * Source: K. Järvelin and J. Kekäläinen, Cumulated gain-based evaluation of IR techniques (2002).
 *
 * @throws RangeError for relevances and scores of different shapes
 * @example
 * dcgScore([[3, 0]], [[0.9, 0.1]]); // 3
 */
export function dcgScore(yTrue: MatrixLike, yScore: MatrixLike, options: DcgOptions = {}): number {
  const read = readRanking("dcgScore", yTrue, yScore, options, ["logBase"]);
  const { logBase = 2 } = options;
  checkNumber("dcgScore", "logBase", logBase, { above: 1 });
  return weightedMean(gains(read, options, logBase), read.weights);
}

/**
 * {@link dcgScore}, divided by that of the best order: from 0 to 1.
 *
 * @throws RangeError for negative relevances, for one document, and for different shapes
 * @example
 * ndcgScore([[10, 0, 0, 1, 5]], [[0.1, 0.2, 0.3, 4, 70]]); // 0.6956940443813074
 */
export function ndcgScore(
  yTrue: MatrixLike,
  yScore: MatrixLike,
  options: RankingOptions = {},
): number {
  const read = readRanking("ndcgScore", yTrue, yScore, options, []);
  if (read.truth.columns < 2) {
    throw new RangeError("ndcgScore needs at least two documents to rank; there is one.");
  }
  const negative = read.truth.data.find((value) => value < 0);
  if (negative !== undefined) {
    throw new RangeError(`ndcgScore needs relevances from 0; one is ${negative}.`);
  }
  const best = gains({ ...read, scores: read.truth }, { ...options, ignoreTies: true }, 2);
  const found = gains(read, options, 2).map((gain, i) => (best[i] === 0 ? 0 : gain / best[i]));
  return weightedMean(found, read.weights);
}

interface Ranking {
  readonly truth: Matrix;
  readonly scores: Matrix;
  readonly weights: Float64Array;
}

function readRanking(
  who: string,
  yTrue: MatrixLike,
  yScore: MatrixLike,
  options: RankingOptions,
  known: readonly string[],
): Ranking {
  checkOptions(who, options, ["sampleWeight", "k", "ignoreTies", ...known]);
  const truth = readMatrix(yTrue, who);
  const scores = readMatrix(yScore, who);
  checkPair(who, truth.rows, scores.rows);
  if (truth.columns !== scores.columns) {
    throw new RangeError(
      `${who}: there are relevances of ${truth.columns} documents, but scores of ${scores.columns}.`,
    );
  }
  if (options.k !== undefined) checkInteger(who, "k", options.k, 1);
  return { truth, scores, weights: readWeights(options.sampleWeight, truth.rows, who) };
}

function gains({ truth, scores }: Ranking, options: RankingOptions, base: number): Float64Array {
  const { columns } = truth;
  const { k = columns, ignoreTies = false } = options;
  const discount = Float64Array.from({ length: columns }, (_, place) =>
    place < k ? Math.log(base) / Math.log(place + 2) : 0,
  );
  return Float64Array.from({ length: truth.rows }, (_, i) => {
    const score = scores.row(i);
    const relevance = truth.row(i);
    const order = Array.from(score, (_, j) => j).sort((a, b) => score[b] - score[a] || b - a);
    let gain = 0;
    for (let from = 0; from < columns;) {
      let to = from + 1;
      if (!ignoreTies) while (to < columns && score[order[to]] === score[order[from]]) to++;
      let relevant = 0;
      let places = 0;
      for (let at = from; at < to; at++) {
        relevant += relevance[order[at]];
        places += discount[at];
      }
      gain += (relevant / (to - from)) * places;
      from = to;
    }
    return gain;
  });
}

function weightedMean(values: Float64Array, weights: Float64Array): number {
  return sumOf(values.map((value, i) => value * weights[i])) / sumOf(weights);
}
