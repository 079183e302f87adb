import type { SeedOrRandom } from "../seed.ts";

/** What a model's last layer does with its numbers. */
export type OutputActivation = "softmax" | "sigmoid" | "linear";

/** Options that every builder of this folder takes. */
export interface ModelOptions {
  /** For the first weights: the same in every process. */
  readonly seed: SeedOrRandom;
  /** The model's name, in summaries and saved files. */
  readonly name?: string;
}

/** `[height, width, channels]` of an image. */
export type ImageShape = readonly [number, number, number];

/**
 * @throws RangeError naming the first value that is no whole number from 1
 */
export function checkSizes(sizes: Readonly<Record<string, number | readonly number[]>>): void {
  for (const [name, value] of Object.entries(sizes))
    for (const size of typeof value === "number" ? [value] : value)
      if (!Number.isInteger(size) || size < 1)
        throw new RangeError(`${name} must be made of whole numbers from 1, not ${String(size)}.`);
}
