import type { Nearest } from "../neighbors/search/index.ts";

/** A sparse symmetric matrix: row i's values stand from `starts[i]` to `starts[i + 1]`. */
export interface Affinities {
  readonly starts: Int32Array;
  readonly places: Int32Array;
  readonly values: Float64Array;
}

/**
 * How likely two samples are neighbours: normal distributions whose width gives each sample the same
 * perplexity among its nearest, made symmetric; all values add up to 1.
 */
export function affinities(
  { distances, places }: Nearest,
  rows: number,
  perplexity: number,
): Affinities {
  const k = places.length / rows;
  const own = new Float64Array(places.length);
  const wanted = Math.log(perplexity);
  for (let i = 0; i < rows; i++) {
    const from = i * k;
    let beta = 1;
    let low = -Infinity;
    let high = Infinity;
    // The least is taken off, so that exponentials of far samples do not all vanish.
    const least = distances[from] ** 2;
    for (let pass = 0; pass < 100; pass++) {
      let sum = 0;
      let mean = 0;
      for (let j = from; j < from + k; j++) {
        const gap = distances[j] ** 2 - least;
        own[j] = Math.exp(-beta * gap);
        sum += own[j];
        mean += own[j] * gap;
      }
      const entropy = Math.log(sum) + (beta * mean) / sum;
      for (let j = from; j < from + k; j++) own[j] /= sum;
      const gap = entropy - wanted;
      if (Math.abs(gap) <= 1e-5) break;
      if (gap > 0) {
        low = beta;
        beta = high === Infinity ? beta * 2 : (beta + high) / 2;
      } else {
        high = beta;
        beta = low === -Infinity ? beta / 2 : (beta + low) / 2;
      }
    }
  }
  return symmetric(places, own, rows, k);
}

/** (P + Pᵀ) / sum. */
function symmetric(places: Int32Array, own: Float64Array, rows: number, k: number): Affinities {
  const lists = Array.from({ length: rows }, () => new Map<number, number>());
  for (let i = 0; i < rows; i++) {
    for (let at = i * k; at < (i + 1) * k; at++) {
      const j = places[at];
      const share = own[at] / (2 * rows);
      lists[i].set(j, (lists[i].get(j) ?? 0) + share);
      lists[j].set(i, (lists[j].get(i) ?? 0) + share);
    }
  }
  const starts = new Int32Array(rows + 1);
  lists.forEach((list, i) => (starts[i + 1] = starts[i] + list.size));
  return {
    starts,
    places: Int32Array.from(lists.flatMap((list) => [...list.keys()])),
    values: Float64Array.from(lists.flatMap((list) => [...list.values()])),
  };
}
