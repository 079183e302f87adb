const square = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((sum, value, i) => sum + (value - b[i]) ** 2, 0);

/** The other samples in the order of their distance. */
function order(rows: readonly ArrayLike<number>[], i: number): number[] {
  const gaps = rows.map((row) => square(row, rows[i]));
  return [...rows.keys()].filter((j) => j !== i).sort((a, b) => gaps[a] - gaps[b]);
}

/** How far neighbours in the embedding are neighbours in x (Venna and Kaski, 2001): 1 at best. */
export function trustworthiness(
  x: readonly ArrayLike<number>[],
  embedding: readonly ArrayLike<number>[],
  k: number,
): number {
  let penalty = 0;
  for (let i = 0; i < x.length; i++) {
    const rank = new Map(order(x, i).map((j, place) => [j, place + 1]));
    for (const j of order(embedding, i).slice(0, k)) {
      penalty += Math.max(0, (rank.get(j) ?? 0) - k);
    }
  }
  const n = x.length;
  return 1 - (penalty * 2) / (n * k * (2 * n - 3 * k - 1));
}
