import { checkChoice, checkNumber } from "../../base/index.ts";
import type { Matrix } from "../../matrix/index.ts";

/** A distance of your own between two samples. */
export type DistanceFunction = (a: Float64Array, b: Float64Array) => number;

/** How far two samples are apart. `"minkowski"` takes its power from `p`. */
export type Metric =
  "minkowski" | "euclidean" | "manhattan" | "chebyshev" | "cosine" | DistanceFunction;

const names = ["minkowski", "euclidean", "manhattan", "chebyshev", "cosine"];

/** A metric as the search takes it: `kind` is a number, which loops compare quickly. */
export interface Measure {
  readonly kind: number;
  readonly p: number;
  readonly own: DistanceFunction | undefined;
}

export const EUCLIDEAN = 0;
export const MANHATTAN = 1;
export const CHEBYSHEV = 2;
export const MINKOWSKI = 3;
export const COSINE = 4;
export const OWN = 5;

/** Reads and checks the parameters `metric` and `p`. */
export function measureOf(who: string, metric: Metric, p: number): Measure {
  if (typeof metric === "function") return { kind: OWN, p: 2, own: metric };
  checkChoice(who, "metric", metric, names);
  const kinds = {
    euclidean: EUCLIDEAN,
    manhattan: MANHATTAN,
    chebyshev: CHEBYSHEV,
    cosine: COSINE,
  };
  if (metric !== "minkowski") return { kind: kinds[metric], p, own: undefined };
  checkNumber(who, "p", p, { from: 1, to: Infinity });
  const kind = p === 2 ? EUCLIDEAN : p === 1 ? MANHATTAN : p === Infinity ? CHEBYSHEV : MINKOWSKI;
  return { kind, p, own: undefined };
}

/** Samples as a measure wants them: for the cosine, of length 1. */
export function prepared(x: Matrix, measure: Measure): Float64Array {
  if (measure.kind !== COSINE) return x.data;
  const { rows, columns, data } = x;
  const units = new Float64Array(data.length);
  for (let i = 0; i < rows; i++) {
    const from = i * columns;
    let squares = 0;
    for (let j = 0; j < columns; j++) squares += data[from + j] * data[from + j];
    const length = Math.sqrt(squares);
    for (let j = 0; j < columns; j++) units[from + j] = length > 0 ? data[from + j] / length : 0;
  }
  return units;
}

/**
 * The distance of two rows without its root: it orders as the distance does. Where it exceeds `limit`,
 * any number above `limit` may come back.
 */
export function reduced(
  measure: Measure,
  a: Float64Array,
  i: number,
  b: Float64Array,
  j: number,
  width: number,
  limit: number,
): number {
  let sum = 0;
  switch (measure.kind) {
    case EUCLIDEAN:
      for (let k = 0; k < width; k++) {
        const difference = a[i + k] - b[j + k];
        sum += difference * difference;
        if (sum > limit) return sum;
      }
      return sum;
    case MANHATTAN:
      for (let k = 0; k < width; k++) {
        sum += Math.abs(a[i + k] - b[j + k]);
        if (sum > limit) return sum;
      }
      return sum;
    case CHEBYSHEV:
      for (let k = 0; k < width; k++) {
        const difference = Math.abs(a[i + k] - b[j + k]);
        if (difference > sum) sum = difference;
      }
      return sum;
    case MINKOWSKI:
      for (let k = 0; k < width; k++) sum += Math.abs(a[i + k] - b[j + k]) ** measure.p;
      return sum;
    case COSINE:
      for (let k = 0; k < width; k++) sum += a[i + k] * b[j + k];
      return Math.min(2, Math.max(0, 1 - sum));
    default:
      return measure.own!(a.subarray(i, i + width), b.subarray(j, j + width));
  }
}

/** The distance that a reduced one stands for. */
export function full(measure: Measure, value: number): number {
  if (measure.kind === EUCLIDEAN) return Math.sqrt(value);
  return measure.kind === MINKOWSKI ? value ** (1 / measure.p) : value;
}

/** The reduced distance of a distance. */
export function reduce(measure: Measure, distance: number): number {
  if (measure.kind === EUCLIDEAN) return distance * distance;
  return measure.kind === MINKOWSKI ? distance ** measure.p : distance;
}
