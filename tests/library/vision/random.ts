/** Numbers from 0 to 1 that are the same in every run (a linear congruential generator, for tests alone). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A box inside a square of 100. */
export function randomBox(random: () => number): [number, number, number, number] {
  const x = random() * 70;
  const y = random() * 70;
  return [x, y, x + 5 + random() * 25, y + 5 + random() * 25];
}
