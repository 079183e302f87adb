import type { Matrix } from "../matrix/index.ts";
import type { Label } from "./labels.ts";

/** Options of `fit` and `score` that concern samples. */
export interface SampleOptions {
  /** One weight a sample, from 0; default all 1. */
  readonly sampleWeight?: ArrayLike<number>;
}

/** Options of `partialFit`: the first call has to name all classes that will ever come. */
export interface PartialFitOptions<L extends Label> extends SampleOptions {
  /** All labels there will be. */
  readonly classes?: readonly L[];
}

/** @throws RangeError unless there are as many targets as samples. */
export function checkLengths(x: Matrix, targets: number, who: string): void {
  if (x.rows === targets) return;
  throw new RangeError(`${who} received ${x.rows} samples in X, but ${targets} in y.`);
}
