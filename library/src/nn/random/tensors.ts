import { checkOptions } from "../../frame/engine/options.ts";
import type { Random } from "../../random/index.ts";
import { tensorflow, type Tensor } from "../../tensorflow/index.ts";
import { sourceOf, type SeedOption } from "./source.ts";

export type { SeedOption } from "./source.ts";

export interface NormalOptions extends SeedOption {
  /** Default 0. */
  readonly mean?: number;
  /** Standard deviation (1). */
  readonly stddev?: number;
}

export interface UniformOptions extends SeedOption {
  /** Default 0. */
  readonly minval?: number;
  /** Not reached (1). */
  readonly maxval?: number;
  /** int32 gives whole numbers from `minval` to `maxval - 1`. Default float32. */
  readonly dtype?: "float32" | "int32";
}

/**
 * Normal numbers, float32. `tf.randomNormal` is not seeded by the seed 0; this is.
 *
 * @example
 * normal([2, 3], { seed: 1 }).shape; // [2, 3]
 */
export function normal(shape: readonly number[], options: NormalOptions = {}): Tensor {
  checkOptions("normal", options, ["mean", "stddev", "seed"]);
  const { mean = 0, stddev = 1, seed } = options;
  return filled(shape, sourceOf(seed), (random) => random.normal(mean, stddev));
}

/** Normal numbers of which those beyond two standard deviations are drawn again, float32. */
export function truncatedNormal(shape: readonly number[], options: NormalOptions = {}): Tensor {
  checkOptions("truncatedNormal", options, ["mean", "stddev", "seed"]);
  const { mean = 0, stddev = 1, seed } = options;
  return filled(shape, sourceOf(seed), (random) => {
    let value = random.normal();
    while (Math.abs(value) > 2) value = random.normal();
    return mean + stddev * value;
  });
}

/** Numbers that are equally likely between two bounds. */
export function uniform(shape: readonly number[], options: UniformOptions = {}): Tensor {
  checkOptions("uniform", options, ["minval", "maxval", "dtype", "seed"]);
  const { minval = 0, maxval = 1, dtype = "float32", seed } = options;
  const draw =
    dtype === "int32"
      ? (random: Random) => random.integer(minval, maxval)
      : (random: Random) => random.uniform(minval, maxval);
  return filled(shape, sourceOf(seed), draw, dtype);
}

function filled(
  shape: readonly number[],
  random: Random,
  draw: (random: Random) => number,
  dtype: "float32" | "int32" = "float32",
): Tensor {
  if (shape.some((n) => !Number.isInteger(n) || n < 0))
    throw new RangeError(`A shape is whole numbers from 0, not [${String(shape)}].`);
  const length = shape.reduce((product, n) => product * n, 1);
  const values = dtype === "int32" ? new Int32Array(length) : new Float32Array(length);
  for (let i = 0; i < length; i++) values[i] = draw(random);
  return tensorflow().tensor(values, [...shape], dtype);
}
