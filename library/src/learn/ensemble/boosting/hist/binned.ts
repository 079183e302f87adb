import type { Matrix } from "../../../matrix/index.ts";
import { eachColumn } from "./columns.ts";
import { BinMemory } from "./workspace.ts";

/** How values become bins. */
export interface BinMapper {
  /** A feature's thresholds; undefined for a categorical feature, whose codes are its bins. */
  readonly thresholds: readonly (Float64Array | undefined)[];
  /** The number of bins of each feature; the one after them holds what is missing. */
  readonly sizes: Int32Array;
}

/** Samples as bins: column after column, one byte a value. */
export interface Binned {
  readonly bins: Uint8Array;
  readonly rows: number;
  readonly features: number;
  readonly sizes: Int32Array;
  /** 1 for features that are missing somewhere. */
  readonly missing: Uint8Array;
}

/** Turns samples into bins. */
export function binSamples(
  x: Matrix,
  mapper: BinMapper,
  memory: BinMemory = new BinMemory(x.rows, x.columns),
): Binned {
  const { rows, columns } = x;
  const bins = new Uint8Array(memory.kernel.memory.buffer, 0, rows * columns);
  const missing = new Uint8Array(columns);
  eachColumn(x, (column, j) => {
    const edges = mapper.thresholds[j];
    if (edges) missing[j] = binColumn(column, edges, memory, j * rows);
    else missing[j] = copyCodes(column, mapper.sizes[j], bins.subarray(j * rows, (j + 1) * rows));
  });
  return { bins, rows, features: columns, sizes: mapper.sizes, missing };
}

function binColumn(
  column: Float64Array,
  edges: Float64Array,
  memory: BinMemory,
  into: number,
): number {
  const { kernel, columnAt, edgesAt } = memory;
  const numbers = new Float64Array(kernel.memory.buffer);
  numbers.set(column, columnAt / 8);
  let half = 1;
  while (2 * half <= edges.length) half *= 2;
  numbers.fill(Infinity, edgesAt / 8 + 1, edgesAt / 8 + 1 + 2 * half);
  numbers.set(edges, edgesAt / 8 + 1);
  const [start, end] = [columnAt, columnAt + 8 * column.length];
  return kernel.search(start, end, edgesAt + 8, 8 * half, into, edges.length + 1);
}

function copyCodes(column: Float64Array, size: number, target: Uint8Array): number {
  let holes = 0;
  for (let i = 0; i < target.length; i++) {
    const code = column[i];
    const isMissing = code !== code;
    if (isMissing) holes = 1;
    target[i] = isMissing ? size : code;
  }
  return holes;
}
