import type { Matrix } from "../matrix/index.ts";
import { packedCentres, packInto, scoreCentres } from "./packed-centres.ts";

/** What one run of k-means found. */
export interface Clustering {
  readonly labels: Int32Array;
  readonly centres: Float64Array;
  readonly inertia: number;
  readonly iterations: number;
}

/**
 * Lloyd's iterations from given centres. Hamerly's bounds (2010) leave out the samples that cannot
 * change their cluster; the result is that of the plain algorithm up to rounding.
 *
 * @param squares the squared length of each sample
 * @param tolerance stops when the centres together move by no more than this (squared)
 */
export function lloyd(
  x: Matrix,
  squares: Float64Array,
  weights: Float64Array,
  start: Float64Array,
  maxIter: number,
  tolerance: number,
): Clustering {
  const { rows, columns, data } = x;
  const count = start.length / columns;
  const packed = packedCentres(count, columns);
  const scores = new Float64Array(packed.squares.length);
  const labels = new Int32Array(rows);
  const upper = new Float64Array(rows);
  const lower = new Float64Array(rows);
  const sums = new Float64Array(count * columns);
  const sizes = new Float64Array(count);
  const moves = new Float64Array(count);
  let centres: Float64Array = start.slice();
  let changed = 0;
  let largestMove = 0;
  let secondMove = 0;
  let mover = -1;

  /** The nearest centre of each sample; counts those that change. */
  const assign = (first: boolean): void => {
    packInto(packed, centres);
    const half = halfGaps(centres, count, columns);
    changed = 0;
    for (let i = 0; i < rows; i++) {
      const label = labels[i];
      if (!first) {
        upper[i] += moves[label];
        lower[i] -= label === mover ? secondMove : largestMove;
        const bound = lower[i] > half[label] ? lower[i] : half[label];
        if (upper[i] < bound) continue;
        upper[i] = Math.sqrt(squaredDistance(data, i * columns, centres, label * columns, columns));
        if (upper[i] < bound) continue;
      }
      scoreCentres(data, i * columns, packed, scores);
      let nearest = 0;
      let least = Infinity;
      let next = Infinity;
      for (let c = 0; c < count; c++) {
        const score = scores[c];
        if (score < least) {
          next = least;
          least = score;
          nearest = c;
        } else if (score < next) next = score;
      }
      upper[i] = Math.sqrt(Math.max(squares[i] + least, 0));
      lower[i] = Math.sqrt(Math.max(squares[i] + next, 0));
      if (first || nearest !== label) {
        if (!first) moveSums(sums, sizes, data, i, columns, label, -weights[i]);
        moveSums(sums, sizes, data, i, columns, nearest, weights[i]);
        labels[i] = nearest;
        changed += 1;
      }
    }
  };

  let iterations = 0;
  let settled = false;
  while (iterations < maxIter) {
    assign(iterations === 0);
    iterations += 1;
    if (sizes.some((size) => !(size > 1e-12))) fillEmpty();
    const before = centres;
    centres = new Float64Array(count * columns);
    let shift = 0;
    largestMove = 0;
    secondMove = 0;
    for (let c = 0; c < count; c++) {
      const size = sizes[c];
      for (let f = c * columns; f < (c + 1) * columns; f++) {
        centres[f] = size > 1e-12 ? sums[f] / size : before[f];
      }
      const moved = squaredDistance(centres, c * columns, before, c * columns, columns);
      shift += moved;
      moves[c] = Math.sqrt(moved);
      if (moves[c] > largestMove) {
        secondMove = largestMove;
        largestMove = moves[c];
        mover = c;
      } else if (moves[c] > secondMove) secondMove = moves[c];
    }
    settled = iterations > 1 && changed === 0;
    if (settled || shift <= tolerance) break;
  }
  if (!settled) assign(false);
  else centres = exactMeans(x, weights, labels, centres);
  let inertia = 0;
  for (let i = 0; i < rows; i++) {
    const distance = squaredDistance(data, i * columns, centres, labels[i] * columns, columns);
    inertia += weights[i] * distance;
  }
  return { labels, centres, inertia, iterations };

  /** An empty cluster takes the sample that lies farthest from its centre. */
  function fillEmpty(): void {
    const distances = Float64Array.from(labels, (label, i) =>
      squaredDistance(data, i * columns, centres, label * columns, columns),
    );
    for (let c = 0; c < count; c++) {
      if (sizes[c] > 1e-12) continue;
      let farthest = -1;
      for (let i = 0; i < rows; i++) {
        if (weights[i] > 0 && (farthest < 0 || distances[i] > distances[farthest])) farthest = i;
      }
      if (farthest < 0 || distances[farthest] === 0) continue;
      moveSums(sums, sizes, data, farthest, columns, labels[farthest], -weights[farthest]);
      sums.fill(0, c * columns, (c + 1) * columns);
      sizes[c] = 0;
      moveSums(sums, sizes, data, farthest, columns, c, weights[farthest]);
      labels[farthest] = c;
      // Its bounds say nothing of the new cluster: the next pass looks at all centres.
      upper[farthest] = Infinity;
      lower[farthest] = 0;
      distances[farthest] = 0;
      changed += 1;
    }
  }
}

/** Half the distance from each centre to its nearest other. */
function halfGaps(centres: Float64Array, count: number, columns: number): Float64Array {
  const half = new Float64Array(count).fill(Infinity);
  for (let a = 0; a < count; a++) {
    for (let b = 0; b < a; b++) {
      const gap = Math.sqrt(squaredDistance(centres, a * columns, centres, b * columns, columns));
      half[a] = Math.min(half[a], gap / 2);
      half[b] = Math.min(half[b], gap / 2);
    }
  }
  return half;
}

function moveSums(
  sums: Float64Array,
  sizes: Float64Array,
  data: Float64Array,
  row: number,
  columns: number,
  cluster: number,
  weight: number,
): void {
  const into = cluster * columns;
  const from = row * columns;
  for (let f = 0; f < columns; f++) sums[into + f] += weight * data[from + f];
  sizes[cluster] += weight;
}

/** The means from the samples anew: sums that were added to and taken from carry rounding errors. */
function exactMeans(
  x: Matrix,
  weights: Float64Array,
  labels: Int32Array,
  fallback: Float64Array,
): Float64Array {
  const { rows, columns, data } = x;
  const sums = new Float64Array(fallback.length);
  const sizes = new Float64Array(fallback.length / columns);
  for (let i = 0; i < rows; i++) moveSums(sums, sizes, data, i, columns, labels[i], weights[i]);
  return sums.map((sum, at) => {
    const size = sizes[Math.floor(at / columns)];
    return size > 0 ? sum / size : fallback[at];
  });
}

/** ‖a − b‖² of two rows. */
export function squaredDistance(
  a: Float64Array,
  fromA: number,
  b: Float64Array,
  fromB: number,
  columns: number,
): number {
  let sum = 0;
  for (let f = 0; f < columns; f++) {
    const gap = a[fromA + f] - b[fromB + f];
    sum += gap * gap;
  }
  return sum;
}
