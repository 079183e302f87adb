import { shown } from "../engine/cell.ts";
import { checkOptions } from "../engine/options.ts";
import { type Table, takeRows } from "../engine/table.ts";

/** Mulberry32, Tommy Ettinger's 32-bit generator: enough for drawing rows, the same everywhere. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface SampleOptions<K extends string = never> {
  /** The same seed draws the same rows. Default 1. */
  readonly seed?: number;
  /** Whether a row can be drawn again (default false). */
  readonly replace?: boolean;
  /** How likely each row is, as numbers from 0 of any sum; missing is 0. Or the column that has them. */
  readonly weights?: ArrayLike<number | null> | K;
}

/** How many rows: `n` (1), or a share of all. */
export interface SampleWanted<K extends string = never> extends SampleOptions<K> {
  readonly n?: number;
  readonly frac?: number;
}

function countOf(height: number, { n, frac }: SampleWanted): number {
  if (n !== undefined && frac !== undefined)
    throw new TypeError(`sample takes n or frac, not both; got ${n} and ${frac}.`);
  if (frac === undefined) return n ?? 1;
  if (!(frac >= 0 && Number.isFinite(frac)))
    throw new RangeError(`sample: frac is a share from 0; got ${shown(frac)}.`);
  const [floor, rest] = [Math.floor(frac * height), (frac * height) % 1];
  // Halves go to the even neighbour, as in Python's round.
  return rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor;
}

function checkedWeights(height: number, given: ArrayLike<number | null>): Float64Array {
  if (given.length !== height)
    throw new RangeError(`sample: ${given.length} weights for ${height} rows.`);
  const weights = Float64Array.from(given, (weight) => (Number.isNaN(weight) ? 0 : (weight ?? 0)));
  const wrong = weights.find((weight) => !(weight >= 0 && weight < Infinity));
  if (wrong !== undefined)
    throw new RangeError(`sample: weights are finite numbers from 0; got ${wrong}.`);
  return weights;
}

/** Rows at random: a Fisher–Yates shuffle's first steps, or by weights. */
export function sampleRows(table: Table, wanted: SampleWanted): Table {
  checkOptions("sample", wanted, ["n", "frac", "seed", "replace", "weights"]);
  const height = table.data.height;
  const count = countOf(height, wanted);
  const { replace = false } = wanted;
  if (!Number.isInteger(count) || count < 0 || (!replace && count > height)) {
    const remedy = Number.isInteger(count) && count > height ? " With replace: true, more." : "";
    throw new RangeError(`sample draws 0 to ${height} of ${height} rows; got ${count}.${remedy}`);
  }
  if (height === 0 && count > 0) throw new RangeError("sample: there are no rows to draw from.");
  const random = generator(wanted.seed ?? 1);
  const { weights } = wanted;
  if (weights === undefined) {
    const drawn = replace
      ? Array.from({ length: count }, () => Math.floor(random() * height))
      : shuffled(height, count, random);
    return takeRows(table, drawn);
  }
  const checked = checkedWeights(height, weights);
  const possible = checked.reduce((some, weight) => some + (weight > 0 ? 1 : 0), 0);
  if (count > 0 && possible < (replace ? 1 : count)) {
    throw new RangeError(
      `sample: ${possible} rows have a weight above 0, too few to draw ${count}.`,
    );
  }
  return takeRows(table, (replace ? again : once)(checked, count, random));
}

function shuffled(height: number, count: number, random: () => number): number[] {
  const order = Uint32Array.from({ length: height }, (_, i) => i);
  for (let i = 0; i < count; i += 1) {
    const other = i + Math.floor(random() * (height - i));
    [order[i], order[other]] = [order[other] ?? 0, order[i] ?? 0];
  }
  return Array.from(order.subarray(0, count));
}

/** With replacement: each draw falls into one row's part of the sum of all weights. */
function again(weights: Float64Array, count: number, random: () => number): number[] {
  let total = 0;
  const ends = weights.map((weight) => (total += weight));
  return Array.from({ length: count }, () => {
    const at = random() * total;
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle] > at) high = middle;
      else low = middle + 1;
    }
    return low;
  });
}

/**
 * Without replacement: the rows with the least exponential times, which is as drawing one by one.
 * P. S. Efraimidis and P. G. Spirakis, Weighted random sampling with a reservoir (2006).
 */
function once(weights: Float64Array, count: number, random: () => number): number[] {
  const times = weights.map((weight) => -Math.log(1 - random()) / weight);
  const rows = Uint32Array.from({ length: weights.length }, (_, row) => row);
  const possible = rows.filter((row) => weights[row] > 0);
  return Array.from(possible.sort((a, b) => times[a] - times[b]).subarray(0, count));
}
