import { Matrix } from "../matrix/index.ts";
import { type Nearest, type Search, type Within } from "./search/index.ts";

/** The nearest samples of each query: `distances` and `indices`, both [queries, k], nearest first. */
export interface Neighbors {
  readonly distances: Matrix;
  readonly indices: Matrix;
}

/** The samples within a radius of each query: one array a query, in the order of the samples. */
export interface RadiusNeighbors {
  readonly distances: Float64Array[];
  readonly indices: Int32Array[];
}

/** @throws RangeError when more neighbours are asked for than there are samples */
export function checkEnough(who: string, k: number, samples: number): void {
  if (k <= samples) return;
  throw new RangeError(
    `${who}: nNeighbors must be at most the number of samples that it learned; it is ${k} of ${samples}.`,
  );
}

/**
 * The answer to `kneighbors`: without queries, the neighbours of the samples themselves, none its own.
 */
export function nearestOf(
  who: string,
  search: Search,
  samples: Matrix,
  queries: Matrix | undefined,
  k: number,
): Neighbors {
  checkEnough(who, k, samples.rows - (queries ? 0 : 1));
  const { distances, places }: Nearest = search.nearest(queries ?? samples, k, !queries);
  const rows = distances.length / k;
  return {
    distances: new Matrix(distances, rows, k),
    indices: new Matrix(Float64Array.from(places), rows, k),
  };
}

/** The answer to `radiusNeighbors`. */
export function withinOf(
  search: Search,
  samples: Matrix,
  queries: Matrix | undefined,
  radius: number,
): RadiusNeighbors {
  const { distances, places }: Within = search.within(queries ?? samples, radius, !queries);
  return { distances, indices: places };
}
