import { seedWords, type Seed } from "./seed.ts";
import { Xoshiro128 } from "./xoshiro.ts";

/** `DAYLAB_SEED` moves every generator of a process, to see how much a result owes to its seeds. */
function shift(): Seed[] {
  const seed = process.env.DAYLAB_SEED;
  return seed ? [seed] : [];
}

/**
 * Seeded random numbers: the same seed gives the same numbers in every process.
 *
 * @example
 * const random = new Random(42);
 * random.integer(0, 10); // 0 to 9
 * random.fork("noise").normal(); // a stream of its own: does not move `random`
 */
export class Random {
  readonly #path: readonly Seed[];
  readonly #bits: Xoshiro128;
  #spare: number | undefined;

  /**
   * @param seed a whole number (up to 2^53 in size) or a text
   * @throws TypeError for any other seed: an undefined seed would silently be the same everywhere
   */
  constructor(seed: Seed, ...path: readonly Seed[]) {
    this.#path = [seed, ...path];
    for (const part of this.#path)
      if (typeof part !== "string" && !Number.isSafeInteger(part))
        throw new TypeError(`A seed is a whole number or a text, not ${String(part)}.`);
    this.#bits = new Xoshiro128(seedWords([...shift(), ...this.#path]));
  }

  /** A generator of its own for a named part; the same name gives the same stream again. */
  fork(stream: Seed): Random {
    const [seed, ...path] = this.#path;
    return new Random(seed, ...path, stream);
  }

  /** The next 32 random bits as a whole number from 0 to 2^32 - 1. */
  bits(): number {
    return this.#bits.next();
  }

  /** A number from `low` (included) to `high` (not included), with 53 random bits. Default 0 to 1. */
  uniform(low = 0, high = 1): number {
    const upper = this.#bits.next() >>> 5;
    const lower = this.#bits.next() >>> 6;
    return low + ((upper * 0x4000000 + lower) / 2 ** 53) * (high - low);
  }

  /**
   * A whole number from `low` to `high - 1`, each as likely as any other.
   *
   * @throws RangeError unless `low` < `high` are whole and at most 2^32 apart
   */
  integer(low: number, high: number): number {
    const range = high - low;
    if (!Number.isSafeInteger(low) || !Number.isSafeInteger(high) || range < 1 || range > 2 ** 32)
      throw new RangeError(`integer needs whole numbers low < high, not ${low} and ${high}.`);
    // Numbers of the last, incomplete round of the range would make small results more likely.
    const limit = 2 ** 32 - (2 ** 32 % range);
    let bits = this.#bits.next();
    while (bits >= limit) bits = this.#bits.next();
    return low + (bits % range);
  }

  /**
   * A number from the normal distribution.
   *
   * Source: the polar method of G. Marsaglia and T. A. Bray, SIAM Review 6 (1964).
   */
  normal(mean = 0, standardDeviation = 1): number {
    let value = this.#spare;
    this.#spare = undefined;
    while (value === undefined) {
      const u = this.uniform(-1, 1);
      const v = this.uniform(-1, 1);
      const s = u * u + v * v;
      if (s === 0 || s >= 1) continue;
      const factor = Math.sqrt((-2 * Math.log(s)) / s);
      value = u * factor;
      this.#spare = v * factor;
    }
    return mean + standardDeviation * value;
  }

  /**
   * One of the items, each as likely as any other.
   *
   * @throws RangeError for an empty list
   */
  choice<T>(items: readonly T[]): T {
    if (items.length === 0) throw new RangeError("There is nothing to choose from an empty list.");
    return items[this.integer(0, items.length)];
  }

  /**
   * The items in random order, in a new array; what was given stays as it is.
   *
   * Source: Fisher and Yates; R. Durstenfeld, Communications of the ACM 7 (1964).
   */
  shuffle<T>(items: Iterable<T>): T[] {
    const result = Array.from(items);
    for (let i = result.length - 1; i > 0; i--) {
      const j = this.integer(0, i + 1);
      [result[i], result[j]] = [result[j], result[i]];
    }
    return result;
  }

  /** The whole numbers from 0 to `n - 1` in random order. */
  permutation(n: number): Int32Array {
    return Int32Array.from(this.shuffle(Array(n).keys()));
  }
}
