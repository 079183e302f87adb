/**
 * `count` of the indices 0 … `length` − 1, in order and spread by chance, the same every time
 * (selection sampling, Knuth, The Art of Computer Programming, volume 2, algorithm S).
 */
export function sampleIndices(length: number, count: number): number[] {
  const chosen: number[] = [];
  let state = 0x9e3779b9;
  for (let i = 0; i < length && chosen.length < count; i++) {
    // Marsaglia's 32-bit xorshift: a stride would beat with periodic data.
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    if (((state >>> 0) / 2 ** 32) * (length - i) < count - chosen.length) chosen.push(i);
  }
  return chosen;
}

/**
 * The indices that keep a line's outline with at most about `count` points: the lowest and the
 * highest value of each of `count / 2` stretches of equal length, and both ends.
 */
export function outlineIndices(values: readonly number[], count: number): number[] {
  if (values.length <= count) return values.map((_, i) => i);
  const kept = new Set([0, values.length - 1]);
  const stretches = Math.max(1, Math.floor(count / 2) - 1);
  for (let s = 0; s < stretches; s++) {
    const start = Math.floor((s * values.length) / stretches);
    const end = Math.floor(((s + 1) * values.length) / stretches);
    let low = start;
    let high = start;
    for (let i = start; i < end; i++) {
      const value = values[i] ?? NaN;
      if (!(value >= (values[low] ?? NaN))) low = i;
      if (!(value <= (values[high] ?? NaN))) high = i;
    }
    kept.add(low).add(high);
  }
  return [...kept].sort((a, b) => a - b);
}
