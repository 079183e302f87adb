import pl from "nodejs-polars";
import { checkOptions } from "../../engine/options.ts";
import { ranks } from "../neighbours/index.ts";
import { floatsOf } from "../windows/index.ts";
import { pearson } from "./pairs.ts";

/** How a correlation is measured: on the values, on their ranks, or by the order of pairs (tau-b). */
export type CorrelationMethod = "pearson" | "spearman" | "kendall";

export interface CorrOptions {
  /** Default `"pearson"`. */
  readonly method?: CorrelationMethod;
  /** Fewer rows in which both are present give nothing (default 1). */
  readonly minPeriods?: number;
}

/** The measure that was asked for, of two columns of one length without missing values. */
export function correlated(options: CorrOptions): (x: Float64Array, y: Float64Array) => number {
  checkOptions("corr", options, ["method", "minPeriods"]);
  const { method = "pearson", minPeriods = 1 } = options;
  const measures = { pearson, spearman, kendall };
  if (!Object.hasOwn(measures, method)) {
    throw new TypeError(
      `corr: method is pearson, spearman or kendall; got ${JSON.stringify(method)}.`,
    );
  }
  return (x, y) => (x.length < minPeriods ? Number.NaN : measures[method](x, y));
}

const ranked = (values: Float64Array): Float64Array =>
  floatsOf(ranks(pl.Series("x", values), {}), "corr");

const spearman = (x: Float64Array, y: Float64Array): number => pearson(ranked(x), ranked(y));

/**
 * Kendall's tau-b in n log n: the rows in order of x, and the inversions of y counted by merging.
 * W. R. Knight, A computer method for calculating Kendall's tau with ungrouped data (1966).
 */
function kendall(x: Float64Array, y: Float64Array): number {
  const n = x.length;
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort(
    (a, b) => x[a] - x[b] || y[a] - y[b],
  );
  const pairs = (n * (n - 1)) / 2;
  const sortedX = Float64Array.from(order, (row) => x[row]);
  const sortedY = Float64Array.from(order, (row) => y[row]);
  const tiesX = tied(sortedX.length, (at) => sortedX[at] === sortedX[at - 1]);
  const tiesBoth = tied(
    n,
    (at) => sortedX[at] === sortedX[at - 1] && sortedY[at] === sortedY[at - 1],
  );
  const inversions = mergeSort(sortedY);
  const tiesY = tied(n, (at) => sortedY[at] === sortedY[at - 1]);
  const balance = pairs - tiesX - tiesY + tiesBoth - 2 * inversions;
  return n < 2 ? Number.NaN : clamp(balance / Math.sqrt(pairs - tiesX) / Math.sqrt(pairs - tiesY));
}

const clamp = (value: number): number => Math.min(1, Math.max(-1, value));

/** The number of pairs within runs of equals. */
function tied(length: number, same: (at: number) => boolean): number {
  let [pairs, run] = [0, 0];
  for (let at = 1; at < length; at += 1) {
    run = same(at) ? run + 1 : 0;
    pairs += run;
  }
  return pairs;
}

/** Sorts in place and counts how many pairs stood in the wrong order. */
function mergeSort(values: Float64Array): number {
  let from: Float64Array = values;
  let to: Float64Array = new Float64Array(values.length);
  let inversions = 0;
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width) {
      const middle = Math.min(start + width, values.length);
      const end = Math.min(start + 2 * width, values.length);
      let [left, right] = [start, middle];
      for (let at = start; at < end; at += 1) {
        if (left < middle && (right >= end || from[left] <= from[right])) to[at] = from[left++];
        else {
          to[at] = from[right++];
          inversions += middle - left;
        }
      }
    }
    [from, to] = [to, from];
  }
  values.set(from);
  return inversions;
}
