import type { Matrix } from "../matrix/index.ts";

/** Options of `fit` and `score` that concern samples. */
export interface SampleOptions {
  /** One weight a sample, from 0; default all 1. */
  readonly sampleWeight?: ArrayLike<number>;
}

/** @throws RangeError unless there are as many targets as samples. */
export function checkLengths(x: Matrix, targets: number, who: string): void {
  if (x.rows === targets) return;
  throw new RangeError(`${who} received ${x.rows} samples in X, but ${targets} in y.`);
}
