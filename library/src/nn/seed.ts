import { Random } from "../random/index.ts";

/**
 * Where random numbers come from: a whole number gives the same numbers at every call; a
 * {@link Random} is drawn from, so that each call gives others.
 */
export type SeedOrRandom = number | Random;

/** A positive seed of 31 bits, as TensorFlow.js takes them. */
export function tensorSeed(seed: SeedOrRandom): number {
  const random = seed instanceof Random ? seed : new Random(seed);
  return random.integer(1, 2 ** 31);
}
