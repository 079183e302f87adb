import type { Random } from "../../random/index.ts";
import type { Matrix } from "../matrix/index.ts";
import { randomizedSvd } from "./randomized-svd.ts";

/** Two factors without negative numbers: `w` [rows, count] and `h` as its transpose [columns, count]. */
export interface Factors {
  readonly w: Float64Array;
  readonly ht: Float64Array;
}

/**
 * First factors by the singular vectors' positive or negative parts (NNDSVD; Boutsidis and Gallopoulos,
 * 2008).
 *
 * @param fill what zeros become
 */
export function nndsvd(x: Matrix, count: number, fill: number, random: Random): Factors {
  const { u, values, v } = randomizedSvd(
    x,
    count,
    10,
    count < 0.1 * Math.min(x.rows, x.columns) ? 7 : 4,
    random,
  );
  const w = new Float64Array(x.rows * count);
  const ht = new Float64Array(x.columns * count);
  for (let c = 0; c < count; c++) {
    const left = u.column(c);
    const right = v.column(c);
    // The first pair has one sign all over; of the others the part that weighs more is kept.
    const plus = c === 0 ? 1 : size(left, 1) * size(right, 1);
    const minus = c === 0 ? 0 : size(left, -1) * size(right, -1);
    const sign = plus > minus ? 1 : -1;
    const part = (value: number): number => (c === 0 ? Math.abs(value) : Math.max(sign * value, 0));
    const scale = Math.sqrt(values[c] * (c === 0 ? 1 : Math.max(plus, minus)));
    const leftSize = c === 0 ? 1 : size(left, sign);
    const rightSize = c === 0 ? 1 : size(right, sign);
    const cell = (value: number, whole: number): number => {
      const made = whole > 0 ? (scale * part(value)) / whole : 0;
      return made < 1e-6 ? fill : made;
    };
    for (let i = 0; i < x.rows; i++) w[i * count + c] = cell(left[i], leftSize);
    for (let j = 0; j < x.columns; j++) ht[j * count + c] = cell(right[j], rightSize);
  }
  return { w, ht };
}

/** The length of a vector's positive (or negative) part. */
function size(values: Float64Array, sign: number): number {
  let sum = 0;
  for (const value of values) if (sign * value > 0) sum += value * value;
  return Math.sqrt(sum);
}

/** Random first factors of the samples' size. */
export function randomFactors(x: Matrix, count: number, random: Random): Factors {
  const mean = x.data.reduce((sum, value) => sum + value, 0) / x.data.length;
  const scale = Math.sqrt(mean / count);
  const draw = (): number => scale * Math.abs(random.normal());
  return {
    w: Float64Array.from({ length: x.rows * count }, draw),
    ht: Float64Array.from({ length: x.columns * count }, draw),
  };
}

/** Penalties: `one` on the sum of the factor's values, `two` on half the sum of their squares. */
export interface Penalty {
  readonly one: number;
  readonly two: number;
}

/**
 * One round of coordinate descent over a factor (Cichocki and Phan, 2009), in place: each value to its
 * best place while the others stand.
 *
 * @param gram HHᵀ [count, count] of the other factor
 * @param products XHᵀ [rows, count]
 * @returns how much the values could still move
 */
export function descend(
  w: Float64Array,
  gram: Float64Array,
  products: Float64Array,
  count: number,
  { one, two }: Penalty,
): number {
  const rows = w.length / count;
  let violation = 0;
  for (let c = 0; c < count; c++) {
    const row = c * count;
    const hessian = gram[row + c] + two;
    for (let i = 0; i < rows; i++) {
      const from = i * count;
      let gradient = one - products[from + c] + two * w[from + c];
      for (let r = 0; r < count; r++) gradient += gram[row + r] * w[from + r];
      violation += Math.abs(w[from + c] === 0 ? Math.min(0, gradient) : gradient);
      if (hessian !== 0) w[from + c] = Math.max(w[from + c] - gradient / hessian, 0);
    }
  }
  return violation;
}
