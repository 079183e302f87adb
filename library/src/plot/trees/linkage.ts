/** One join, as four corners: up from the left child, along, and down to the right one. */
export interface Link {
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** Which coloured cluster it is in, from 1; 0 above the threshold. */
  readonly cluster: number;
}

/**
 * Places of the joins of a linkage matrix, as SciPy's `dendrogram` computes them: leaves at 5, 15, 25,
 * …, each join above the middle of its two.
 *
 * @throws RangeError for a matrix that is no linkage.
 */
export function dendrogramLinks(
  matrix: readonly (readonly number[])[],
  colorThreshold?: number,
): { links: Link[]; leaves: number[] } {
  check(matrix);
  const n = matrix.length + 1;
  const threshold = colorThreshold ?? 0.7 * Math.max(...matrix.map((row) => row[2]));
  const links: Link[] = [];
  const leaves: number[] = [];
  let cluster = 1;
  let below = false;
  const place = (node: number): { x: number; y: number } => {
    if (node < n) {
      leaves.push(node);
      return { x: 10 * leaves.length - 5, y: 0 };
    }
    const [first, second, y] = matrix[node - n];
    const left = place(first);
    const above = y >= threshold || threshold <= 0;
    if (above && below) cluster++;
    below = !above;
    const own = above ? 0 : cluster;
    const right = place(second);
    links.push({ x: [left.x, left.x, right.x, right.x], y: [left.y, y, y, right.y], cluster: own });
    return { x: (left.x + right.x) / 2, y };
  };
  place(2 * n - 2);
  return { links, leaves };
}

function check(matrix: readonly (readonly number[])[]): void {
  const n = matrix.length + 1;
  const used = new Set<number>();
  matrix.forEach((row, i) => {
    const [first, second, distance] = row;
    const known = [first, second].every(
      (node) => Number.isInteger(node) && node >= 0 && node < n + i && !used.has(node),
    );
    if (row.length < 3 || !known || first === second || !(distance >= 0)) {
      throw new RangeError(
        `A linkage matrix joins two clusters a row, each once, at a distance from 0: [cluster, cluster, distance, observations]. Row ${String(i)} is [${row.join(", ")}].`,
      );
    }
    used.add(first).add(second);
  });
  if (matrix.length === 0)
    throw new RangeError("There is nothing to plot: the linkage has no rows.");
}
