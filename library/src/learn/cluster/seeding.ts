import type { Random } from "../../random/index.ts";
import type { Matrix } from "../matrix/index.ts";
import { packedCentres, packInto, scoreCentres } from "./packed-centres.ts";

/**
 * First centres by k-means++ (Arthur and Vassilvitskii, 2007) with several tries a step, as
 * scikit-learn does it: a sample is drawn with a probability that grows with its squared distance to
 * the centres so far, and of 2 + ⌊ln k⌋ draws the best one is kept.
 *
 * @param squares the squared length of each sample
 * @returns the rows' numbers
 */
export function plusPlus(
  x: Matrix,
  squares: Float64Array,
  weights: Float64Array,
  count: number,
  random: Random,
): Int32Array {
  const { rows, columns, data } = x;
  const tries = 2 + Math.floor(Math.log(count));
  const chosen = new Int32Array(count);
  const drawn = new Int32Array(tries);
  const packed = packedCentres(tries, columns);
  const rowsDrawn = new Float64Array(tries * columns);
  const scores = new Float64Array(packed.squares.length);
  const nearest = new Float64Array(rows).fill(Infinity);
  const candidates = new Float64Array(tries * rows);
  const sums = new Float64Array(tries);
  let potential = 0;
  for (let step = 0; step < count; step++) {
    const draws = step === 0 ? 1 : tries;
    for (let t = 0; t < draws; t++) {
      drawn[t] =
        step === 0
          ? draw(weights, undefined, total(weights), random)
          : draw(weights, nearest, potential, random);
      const from = drawn[t] * columns;
      rowsDrawn.set(data.subarray(from, from + columns), t * columns);
    }
    packInto(packed, rowsDrawn);
    sums.fill(0);
    for (let i = 0; i < rows; i++) {
      scoreCentres(data, i * columns, packed, scores);
      const before = nearest[i];
      for (let t = 0; t < draws; t++) {
        let distance = squares[i] + scores[t];
        if (distance < 0 || i === drawn[t]) distance = 0;
        if (distance > before) distance = before;
        candidates[t * rows + i] = distance;
        sums[t] += weights[i] * distance;
      }
    }
    let best = 0;
    for (let t = 1; t < draws; t++) if (sums[t] < sums[best]) best = t;
    chosen[step] = drawn[best];
    potential = sums[best];
    nearest.set(candidates.subarray(best * rows, (best + 1) * rows));
  }
  return chosen;
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

/** A place drawn in proportion to weight × distance. */
function draw(
  weights: Float64Array,
  distances: Float64Array | undefined,
  potential: number,
  random: Random,
): number {
  let left = random.uniform() * potential;
  let last = 0;
  for (let i = 0; i < weights.length; i++) {
    const share = distances === undefined ? weights[i] : weights[i] * distances[i];
    if (share > 0) last = i;
    left -= share;
    if (left < 0) return i;
  }
  return last;
}
