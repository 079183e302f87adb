/** Below this many numbers the built-in sort is as fast. */
const few = 2000;

/** Digits of 11 bits: low and high word have three each. */
const digits = [
  { high: false, shift: 0 },
  { high: false, shift: 11 },
  { high: false, shift: 22 },
  { high: true, shift: 0 },
  { high: true, shift: 11 },
  { high: true, shift: 22 },
] as const;

/**
 * Numbers in increasing order, as a copy; none may be NaN. Many are sorted digit by digit, from the
 * last to the first (radix sort), which takes O(n).
 */
export function sortNumbers(numbers: Float64Array): Float64Array {
  if (numbers.length < few) return numbers.slice().sort();
  let words = ordered(new Uint32Array(Float64Array.from(numbers).buffer));
  let other = new Uint32Array(words.length);
  for (const { high, shift } of digits) {
    if (!pass(words, other, Number(high), shift)) continue;
    [words, other] = [other, words];
  }
  return new Float64Array(restored(words).buffer);
}

/** Turns words of floats into words whose order as whole numbers is that of the floats. */
function ordered(words: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  for (let i = 0; i < words.length; i += 2) {
    const high = words[i + 1];
    const flip = high >>> 31 ? 0xffffffff : 0;
    words[i] ^= flip;
    words[i + 1] = high ^ (flip | 0x80000000);
  }
  return words;
}

function restored(words: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  for (let i = 0; i < words.length; i += 2) {
    const high = words[i + 1];
    const flip = high >>> 31 ? 0 : 0xffffffff;
    words[i] ^= flip;
    words[i + 1] = high ^ (flip | 0x80000000);
  }
  return words;
}

/** Puts all in the order of one digit; false where all have the same, and nothing was moved. */
function pass(words: Uint32Array, into: Uint32Array, word: number, shift: number): boolean {
  const places = new Uint32Array(2048);
  for (let i = word; i < words.length; i += 2) places[(words[i] >>> shift) & 2047] += 2;
  let sum = 0;
  for (let digit = 0; digit < places.length; digit++) {
    const count = places[digit];
    if (count === words.length) return false;
    places[digit] = sum;
    sum += count;
  }
  for (let i = 0; i < words.length; i += 2) {
    const digit = (words[i + word] >>> shift) & 2047;
    const at = places[digit];
    into[at] = words[i];
    into[at + 1] = words[i + 1];
    places[digit] = at + 2;
  }
  return true;
}
