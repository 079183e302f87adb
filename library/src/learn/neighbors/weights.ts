import { describe } from "../matrix/index.ts";

/**
 * How much each neighbour counts: all the same, by 1 / distance, or by a function of your own that takes
 * the distances of one sample's neighbours and returns as many weights.
 */
export type NeighborWeights =
  "uniform" | "distance" | ((distances: Float64Array) => ArrayLike<number>);

/** @throws RangeError for anything else */
export function checkWeights(who: string, weights: unknown): void {
  if (weights === "uniform" || weights === "distance" || typeof weights === "function") return;
  throw new RangeError(
    `${who}: weights must be "uniform", "distance" or a function of distances; it is ${describe(weights)}.`,
  );
}

/**
 * The weights of one sample's neighbours. By distance: where neighbours lie at the sample itself, they
 * alone count.
 */
export function weigh(
  who: string,
  weights: NeighborWeights,
  distances: Float64Array,
): ArrayLike<number> {
  if (weights === "uniform") return new Float64Array(distances.length).fill(1);
  if (weights === "distance") {
    const same = distances.includes(0);
    return distances.map((distance) => (same ? Number(distance === 0) : 1 / distance));
  }
  const own = weights(distances);
  if (own?.length === distances.length) return own;
  throw new TypeError(
    `${who}: weights received ${distances.length} distances and must return as many numbers; it returned ${describe(own)}.`,
  );
}
