/** The greatest of numbers, or `least`; `Math.max(...list)` fails from some hundred thousand on. */
export function greatest(numbers: Iterable<number>, least: number): number {
  let most = least;
  for (const value of numbers) if (value > most) most = value;
  return most;
}
