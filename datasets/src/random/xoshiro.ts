/**
 * The stream of 32-bit integers under every seeded number in Daylab: xoshiro128**, period 2^128 - 1.
 *
 * Source: D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators", ACM
 * Transactions on Mathematical Software 47 (2021). Not for cryptography.
 */
export class Xoshiro128 {
  readonly #state: Uint32Array;

  /** @param words the four words of the state, not all zero */
  constructor(words: readonly [number, number, number, number]) {
    this.#state = Uint32Array.from(words);
    if (this.#state.every((word) => word === 0))
      throw new RangeError("The state of xoshiro128** must not be all zeros.");
  }

  /** The next integer, from 0 to 2^32 - 1. */
  next(): number {
    const s = this.#state;
    const result = Math.imul(rotateLeft(Math.imul(s[1], 5), 7), 9) >>> 0;
    const t = s[1] << 9;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotateLeft(s[3], 11);
    return result;
  }
}

function rotateLeft(x: number, k: number): number {
  return (x << k) | (x >>> (32 - k));
}
