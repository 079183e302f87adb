import type { Random } from "../../random/index.ts";
import { checkPositive, checkSequence } from "../checks/index.ts";

/**
 * With which probability each token is kept, so that frequent ones, of which every text is full, are
 * seen less often: √(t / f) + t / f, at most 1, where f is the token's part of all.
 *
 * Source: T. Mikolov et al., "Distributed Representations of Words and Phrases" (2013), in the form of
 * their program.
 *
 * @param counts how often each token occurs
 * @param threshold t; smaller drops more. Default 1e-3
 *
 * @example
 * subsamplingKeep([900, 100], 0.1).map((p) => Math.round(p * 100)); // [44, 100]
 */
export function subsamplingKeep(counts: ArrayLike<number>, threshold = 1e-3): Float64Array {
  checkSequence("subsamplingKeep", counts);
  checkPositive("subsamplingKeep", "threshold", threshold);
  const all = Array.from(counts).reduce((sum, count) => sum + count, 0);
  return Float64Array.from(counts, (count) => {
    const part = (threshold * all) / count;
    return Math.min(1, Math.sqrt(part) + part);
  });
}

/**
 * Draws tokens by their counts to a power, in constant time: the strangers of negative sampling.
 *
 * Source: T. Mikolov et al. (2013) for the power 0.75; A. J. Walker (1977) for the table.
 *
 * @example
 * const sampler = new NegativeSampler([16, 1]);
 * Math.round(sampler.probabilities[0] * 9); // 8
 * const drawn = sampler.draw(new Random(1));
 */
export class NegativeSampler {
  /** How likely each token is. */
  readonly probabilities: Float64Array;
  readonly #keep: Float64Array;
  readonly #other: Int32Array;

  /** @throws RangeError unless there is a count above 0, and none below */
  constructor(counts: ArrayLike<number>, power = 0.75) {
    checkSequence("NegativeSampler", counts);
    const weights = Float64Array.from(counts, (count) => (count > 0 ? count ** power : count));
    const sum = weights.reduce((a, b) => a + b, 0);
    if (!(sum > 0 && sum < Infinity) || weights.some((weight) => weight < 0))
      throw new RangeError("NegativeSampler needs counts of 0 or more, one of them above 0.");
    const size = weights.length;
    this.probabilities = weights.map((weight) => weight / sum);
    this.#keep = this.probabilities.map((probability) => probability * size);
    this.#other = Int32Array.from(weights, (_, i) => i);
    const places = [...this.#keep.keys()];
    const small = places.filter((i) => this.#keep[i] < 1);
    const large = places.filter((i) => this.#keep[i] >= 1);
    while (small.length > 0 && large.length > 0) {
      const low = small.pop()!;
      const high = large.at(-1)!;
      this.#other[low] = high;
      this.#keep[high] -= 1 - this.#keep[low];
      if (this.#keep[high] < 1) small.push(large.pop()!);
    }
    // What rounding left over stands for itself, unless it is never to be drawn.
    for (const i of [...small, ...large]) if (this.probabilities[i] > 0) this.#keep[i] = 1;
  }

  /** The number of one token. */
  draw(random: Random): number {
    const at = random.uniform() * this.#keep.length;
    const place = Math.floor(at);
    return at - place < this.#keep[place] ? place : this.#other[place];
  }
}
