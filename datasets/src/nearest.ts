/** Number of single-character insertions, deletions and substitutions from one word to the other. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(substitution, previous[j] + 1, current[j - 1] + 1));
    }
    previous = current;
  }
  return previous[b.length];
}

/**
 * The known names most like the one received, best first, for an error message that helps.
 *
 * Source: Levenshtein distance (1966), upper and lower case alike; a name that contains the other
 * counts as near.
 *
 * @param name what was asked for
 * @param known the names there are
 * @param count how many at most (default 3)
 *
 * @example
 * nearest("pengins", ["iris", "penguins"]); // ["penguins"]
 */
export function nearest(name: string, known: readonly string[], count = 3): string[] {
  const wanted = name.toLowerCase().slice(0, 100);
  const limit = Math.max(2, Math.floor(wanted.length / 2));
  return known
    .map((candidate) => {
      const lower = candidate.toLowerCase();
      const contains = wanted !== "" && (lower.includes(wanted) || wanted.includes(lower));
      const distance = editDistance(wanted, lower);
      return { candidate, distance: contains ? Math.min(1, distance) : distance };
    })
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, count)
    .map(({ candidate }) => candidate);
}
