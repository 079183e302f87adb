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

export interface SampleOptions {
  /** The same seed draws the same rows. Default 1. */
  readonly seed?: number;
}

/** `count` different rows in random order (the first steps of a Fisher–Yates shuffle). */
export function sampleRows(table: Table, count: number, options: SampleOptions): Table {
  const height = table.data.height;
  if (!Number.isInteger(count) || count < 0 || count > height) {
    throw new RangeError(`sample draws 0 to ${height} of ${height} rows; got ${count}.`);
  }
  const random = generator(options.seed ?? 1);
  const order = Uint32Array.from({ length: height }, (_, i) => i);
  for (let i = 0; i < count; i += 1) {
    const other = i + Math.floor(random() * (height - i));
    [order[i], order[other]] = [order[other] ?? 0, order[i] ?? 0];
  }
  return takeRows(table, Array.from(order.subarray(0, count)));
}
