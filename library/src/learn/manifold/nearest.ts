import type { Matrix } from "../matrix/index.ts";
import { type Nearest, Search, searchDefaults } from "../neighbors/search/index.ts";

/**
 * The k nearest other samples of each sample.
 *
 * @throws RangeError for fewer than k other samples
 */
export function nearestOthers(who: string, option: string, x: Matrix, k: number): Nearest {
  needNeighbors(who, option, x.rows, k);
  return new Search(who, x, searchDefaults).nearest(x, k, true);
}

/** @throws RangeError for fewer than k other samples */
export function needNeighbors(who: string, option: string, samples: number, k: number): void {
  if (k < samples) return;
  throw new RangeError(
    `${who}: ${option} is ${k}, which needs at least ${k + 1} samples; there are ${samples}.`,
  );
}
