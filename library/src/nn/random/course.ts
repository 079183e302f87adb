import { Random, type Seed } from "../../random/index.ts";

let unseeded: (() => number) | undefined;

/**
 * Seeds all that takes no seed of its own, for a whole notebook: put it first. `undefined` ends it.
 *
 * It replaces `Math.random`, from which TensorFlow.js draws all of its defaults: unseeded initialisers,
 * `dropout` (layers, recurrent and noise layers too), `tf.randomNormal` and its kin, the shuffle of
 * `model.fit`. The library's own defaults (`shuffle`, `augment`, `randomState`) draw from it as well.
 * Two processes that do the same things in the same order then agree to the last digit.
 *
 * What it cannot seed: `tf.multinomial`, which ignores even a seed of its own on the native backend
 * (use `random.multinomial`); `tf.data`'s `shuffle` without a seed, which goes by the clock (use
 * `Dataset.shuffle`); worker threads, which have a `Math.random` of their own; and anything that draws
 * at times of its own, such as timers, in between. Give a `seed` where it matters: a seed stays with
 * its step, while a default changes when a line above it draws once more.
 *
 * @throws TypeError for a seed that is no whole number and no text
 */
export function setSeed(seed: Seed | undefined): void {
  if (seed === undefined) {
    if (unseeded) Math.random = unseeded;
    unseeded = undefined;
    return;
  }
  const random = new Random(seed, "course");
  unseeded ??= Math.random;
  Math.random = () => random.uniform();
}

/** A seed for what was given none: of the course where `setSeed` was called, else another each time. */
export function defaultSeed(): number {
  return Math.floor(Math.random() * 2 ** 52);
}
