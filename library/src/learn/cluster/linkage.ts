import { checkChoice } from "../base/index.ts";
import { type Matrix, type MatrixLike, readMatrix } from "../matrix/index.ts";
import { chainJoins, type Joins } from "./neighbour-chain.ts";
import { singleJoins } from "./single-linkage.ts";

/** How the distance of two clusters follows from their samples. */
export type LinkageMethod = "ward" | "complete" | "average" | "single" | "weighted";

const methods: readonly LinkageMethod[] = ["ward", "complete", "average", "single", "weighted"];

/**
 * The tree of a hierarchical clustering, as SciPy's `linkage` gives it and `plot.dendrogram` takes it:
 * a row a join, [n − 1, 4]: the two clusters, their distance, the number of samples. Cluster n + i is
 * that of row i. By nearest-neighbour chains (Müllner, 2011), single linkage by a spanning tree. Time
 * O(n² · features), memory O(n²); single linkage needs O(n).
 *
 * @param x samples [n, features]; distances are Euclidean
 * @param method default `"ward"` (SciPy's is `"single"`)
 * @throws RangeError for fewer than two samples, or an unknown method
 * @example
 * linkage([[0], [1], [5]], "single"); // [[0, 1, 1, 2], [2, 3, 4, 3]]
 */
export function linkage(x: MatrixLike, method: LinkageMethod = "ward"): number[][] {
  const samples = readMatrix(x, "linkage");
  checkChoice("linkage", "method", method, methods);
  const wrong = samples.data.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0) {
    const row = Math.floor(wrong / samples.columns);
    throw new TypeError(`linkage needs finite numbers; row ${row} has ${samples.data[wrong]}.`);
  }
  if (samples.rows < 2)
    throw new RangeError(`linkage needs at least 2 samples; it received ${samples.rows}.`);
  return joinTree(samples, method);
}

/** The same for samples that were checked. */
export function joinTree(x: Matrix, method: LinkageMethod): number[][] {
  return numbered(method === "single" ? singleJoins(x) : chainJoins(x, method), x.rows);
}

/** Joins in the order of their distances, clusters by number. */
function numbered({ a, b, distance }: Joins, samples: number): number[][] {
  const order = Array.from(distance, (_, i) => i).sort((i, j) => distance[i] - distance[j]);
  const parent = Int32Array.from({ length: 2 * samples - 1 }, (_, i) => i);
  const sizes = new Int32Array(2 * samples - 1).fill(1, 0, samples);
  const root = (one: number): number => {
    let top = one;
    while (parent[top] !== top) top = parent[top];
    for (let i = one; parent[i] !== top;) {
      const next = parent[i];
      parent[i] = top;
      i = next;
    }
    return top;
  };
  return order.map((join, place) => {
    const one = root(a[join]);
    const other = root(b[join]);
    const made = samples + place;
    sizes[made] = sizes[one] + sizes[other];
    parent[one] = made;
    parent[other] = made;
    return [Math.min(one, other), Math.max(one, other), distance[join], sizes[made]];
  });
}
