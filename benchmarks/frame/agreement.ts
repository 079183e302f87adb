/** Numbers that show whether an operation was done right, by its name. */
export type Checks = Readonly<Record<string, readonly number[]>>;

const close = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));

/** The operations whose numbers differ from the oracle's, and how: to be said beside their times. */
export function disagreements(peer: string, found: Checks, oracle: Checks): string[] {
  return Object.entries(oracle).flatMap(([name, expected]) => {
    const answer = found[name];
    if (answer === undefined) return [];
    const same = answer.length === expected.length && answer.every((x, i) => close(x, expected[i]));
    return same ? [] : [`${name}: ${peer} has ${answer.join(", ")}, not ${expected.join(", ")}`];
  });
}
