/** A seed, or the name of a stream. */
export type Seed = number | string;

/**
 * Four well-mixed words for a generator from a path of seeds (a root seed, then the names of the
 * streams that were forked from it). Another path gives unrelated words.
 *
 * Source: each part goes through 32-bit FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo); the words are drawn
 * by SplitMix (G. Steele, D. Lea, C. Flood, OOPSLA 2014) in 32 bits with the finaliser of
 * MurmurHash3 (A. Appleby).
 */
export function seedWords(path: readonly Seed[]): [number, number, number, number] {
  const words: [number, number, number, number] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x6a09e667];
  for (const part of path) {
    // The kind goes in too: the number 1 and the text "1" are different streams.
    let state = hash(`${typeof part}:${part}`);
    for (let i = 0; i < words.length; i++) {
      state = (state + 0x9e3779b9) | 0;
      words[i] = mix(words[i] ^ mix(state)) >>> 0;
    }
  }
  return words;
}

function hash(text: string): number {
  let h = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) h = Math.imul(h ^ byte, 0x01000193);
  return h;
}

function mix(x: number): number {
  let z = x;
  z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
  return z ^ (z >>> 16);
}
