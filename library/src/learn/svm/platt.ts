import { permutation } from "../base/index.ts";
import type { Random } from "../../random/index.ts";
import { Matrix } from "../matrix/index.ts";
import { weightedKernel } from "./decide.ts";
import { gather, trainPair, type Training } from "./pairs.ts";

/** P(first class | decision value f) = 1 / (1 + exp(a f + b)). */
export interface Sigmoid {
  readonly a: number;
  readonly b: number;
}

/**
 * Decision values for a sigmoid to be fitted to: of each of five parts, by a machine trained on the rest.
 */
export function crossValues(
  data: Float64Array,
  rows: number,
  width: number,
  positive: number,
  c: Float64Array,
  training: Training,
  random: Random,
): Float64Array {
  const order = permutation(rows, random);
  const values = new Float64Array(rows);
  const folds = 5;
  for (let fold = 0; fold < folds; fold++) {
    const start = Math.floor((fold * rows) / folds);
    const end = Math.floor(((fold + 1) * rows) / folds);
    const held = order.slice(start, end);
    if (held.length === 0) continue;
    const kept = [...order.slice(0, start), ...order.slice(end)].sort((i, j) => i - j);
    const first = kept.filter((i) => i < positive).length;
    if (first === 0 || first === kept.length) {
      const only = kept.length === 0 ? 0 : first > 0 ? 1 : -1;
      for (const i of held) values[i] = only;
      continue;
    }
    const bounds = Float64Array.from(kept, (i) => c[i]);
    const part = gather(data, width, kept);
    const machine = trainPair(part, kept.length, width, first, bounds, training);
    const asked = new Matrix(gather(data, width, held), held.length, width);
    const vectors = new Matrix(part, kept.length, width);
    const said = weightedKernel(training.kernel, asked, vectors, machine.coefficients, machine.rho);
    held.forEach((i, k) => (values[i] = said[k]));
  }
  return values;
}

/**
 * The sigmoid with the greatest likelihood, by Newton's method with backtracking.
 *
 * Source: H.-T. Lin, C.-J. Lin and R. C. Weng, A note on Platt's probabilistic outputs for support vector
 * machines, Machine Learning 68 (2007).
 */
export function fitSigmoid(values: Float64Array, positive: number): Sigmoid {
  const count = values.length;
  const negative = count - positive;
  const high = (positive + 1) / (positive + 2);
  const low = 1 / (negative + 2);
  const target = (i: number): number => (i < positive ? high : low);
  const loss = (a: number, b: number): number => {
    let sum = 0;
    for (let i = 0; i < count; i++) {
      const f = a * values[i] + b;
      const t = target(i);
      sum += f >= 0 ? t * f + Math.log1p(Math.exp(-f)) : (t - 1) * f + Math.log1p(Math.exp(f));
    }
    return sum;
  };
  let a = 0;
  let b = Math.log((negative + 1) / (positive + 1));
  let now = loss(a, b);
  for (let round = 0; round < 100; round++) {
    let [h11, h22, h21, g1, g2] = [1e-12, 1e-12, 0, 0, 0];
    for (let i = 0; i < count; i++) {
      const f = a * values[i] + b;
      const e = Math.exp(-Math.abs(f));
      const p = f >= 0 ? e / (1 + e) : 1 / (1 + e);
      const spread = p * (1 - p);
      h11 += values[i] * values[i] * spread;
      h22 += spread;
      h21 += values[i] * spread;
      const error = target(i) - p;
      g1 += values[i] * error;
      g2 += error;
    }
    if (Math.abs(g1) < 1e-5 && Math.abs(g2) < 1e-5) break;
    const determinant = h11 * h22 - h21 * h21;
    const stepA = -(h22 * g1 - h21 * g2) / determinant;
    const stepB = -(-h21 * g1 + h11 * g2) / determinant;
    const slope = g1 * stepA + g2 * stepB;
    let size = 1;
    for (; size >= 1e-10; size /= 2) {
      const then = loss(a + size * stepA, b + size * stepB);
      if (then >= now + 1e-4 * size * slope) continue;
      a += size * stepA;
      b += size * stepB;
      now = then;
      break;
    }
    if (size < 1e-10) break;
  }
  return { a, b };
}

export function sigmoidOf(value: number, { a, b }: Sigmoid): number {
  const f = a * value + b;
  return f >= 0 ? Math.exp(-f) / (1 + Math.exp(-f)) : 1 / (1 + Math.exp(f));
}

/**
 * Probabilities of k classes from those of every pair: `pairs[i * k + j]` is P(i | i or j).
 *
 * Source: T.-F. Wu, C.-J. Lin and R. C. Weng, Probability estimates for multi-class classification by
 * pairwise coupling, JMLR 5 (2004), its second method.
 */
export function couple(pairs: Float64Array, k: number): Float64Array {
  const q = new Float64Array(k * k);
  for (let t = 0; t < k; t++)
    for (let j = 0; j < k; j++) {
      if (j === t) continue;
      q[t * k + t] += pairs[j * k + t] ** 2;
      q[t * k + j] = -pairs[j * k + t] * pairs[t * k + j];
    }
  const p = new Float64Array(k).fill(1 / k);
  const qp = new Float64Array(k);
  for (let round = 0; round < Math.max(100, k); round++) {
    let whole = 0;
    for (let t = 0; t < k; t++) {
      qp[t] = 0;
      for (let j = 0; j < k; j++) qp[t] += q[t * k + j] * p[j];
      whole += p[t] * qp[t];
    }
    if (qp.every((value) => Math.abs(value - whole) < 0.005 / k)) break;
    for (let t = 0; t < k; t++) {
      const step = (whole - qp[t]) / q[t * k + t];
      p[t] += step;
      whole = (whole + step * (step * q[t * k + t] + 2 * qp[t])) / (1 + step) ** 2;
      for (let j = 0; j < k; j++) {
        qp[j] = (qp[j] + step * q[t * k + j]) / (1 + step);
        p[j] /= 1 + step;
      }
    }
  }
  return p;
}
