/** How often each run of n items occurs; items are joined by a sign that no text has. */
export function runCounts(items: readonly string[], n: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let i = 0; i + n <= items.length; i += 1) {
    const key = items.slice(i, i + n).join("\0");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** How many runs two counts have in common, each as often as in the one that has fewer. */
export function common(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [key, count] of a) sum += Math.min(count, b.get(key) ?? 0);
  return sum;
}

/** @throws RangeError unless every text has one or more references */
export function checkReferences(
  who: string,
  hypotheses: readonly string[],
  references: readonly (readonly string[])[],
): void {
  if (hypotheses.length !== references.length || hypotheses.length === 0)
    throw new RangeError(
      `${who} needs references for each text: ${hypotheses.length} texts, ${references.length} lists of references.`,
    );
  const wrong = references.findIndex((list) => !Array.isArray(list) || list.length === 0);
  if (wrong >= 0)
    throw new RangeError(
      `${who} needs an array of references for each text; text ${wrong} has none.`,
    );
}
