import { KernelCache } from "./kernel-cache.ts";
import type { Kernel } from "./kernels.ts";
import { solve } from "./smo.ts";

/** What every trained machine depends on. */
export interface Training {
  readonly kernel: Kernel;
  readonly tolerance: number;
  readonly maxIter: number;
  readonly cacheSize: number;
}

/** A machine for two classes: the coefficients yα of its samples, and the offset. */
export interface Machine {
  readonly coefficients: Float64Array;
  readonly rho: number;
  readonly iterations: number;
  readonly converged: boolean;
}

/** Trains on rows of which the first `positive` are of the first class; `c` bounds each one's α. */
export function trainPair(
  data: Float64Array,
  rows: number,
  width: number,
  positive: number,
  c: Float64Array,
  { kernel, tolerance, maxIter, cacheSize }: Training,
): Machine {
  const cache = new KernelCache(kernel, data, rows, width, cacheSize);
  const y = new Int8Array(rows).fill(-1).fill(1, 0, positive);
  const p = new Float64Array(rows).fill(-1);
  const alpha = new Float64Array(rows);
  const { rho, iterations, converged } = solve({ cache, p, y, c, alpha }, tolerance, maxIter);
  return { coefficients: alpha.map((a, i) => a * y[i]), rho, iterations, converged };
}

/** The rows at these places, one after the other. */
export function gather(data: Float64Array, width: number, places: ArrayLike<number>): Float64Array {
  const rows = new Float64Array(places.length * width);
  for (let i = 0; i < places.length; i++)
    rows.set(data.subarray(places[i] * width, (places[i] + 1) * width), i * width);
  return rows;
}
