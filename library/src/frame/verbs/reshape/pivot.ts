import pl from "nodejs-polars";
import { type Cell, isDate, shown } from "../../engine/cell.ts";
import { fromEngine } from "../../engine/from-engine.ts";
import type { Table } from "../../engine/table.ts";
import { type Aggregation, groupAggregate } from "../../groups/index.ts";
import { fillValue } from "../fill.ts";

/** What stands in a block of cells, and what its columns' names begin with. */
export interface Block {
  readonly column: string;
  readonly aggregation: Aggregation;
  readonly prefix: readonly string[];
}

export interface Pivot {
  readonly index: readonly string[];
  readonly columns: readonly string[];
  readonly blocks: readonly Block[];
  readonly fill?: NonNullable<Cell> | undefined;
  /** Keeps combinations without any value, which are left out otherwise, as pandas' pivot_table does. */
  readonly keepEmpty?: boolean;
}

/** A pivoted table in its parts, so that margins can be put between them. */
export interface Pivoted {
  readonly keys: readonly pl.Series[];
  /** The values of `columns` that make a column of each block, in order. */
  readonly heads: readonly (readonly Cell[])[];
  /** The columns of each block, as many as there are heads. */
  readonly cells: readonly (readonly pl.Series[])[];
}

export const valueName = (position: number): string => `\u0000value${position}`;

/** The blocks as columns of one row for each combination of keys, under engine names. */
export const aggregated = (
  data: pl.DataFrame,
  keys: readonly string[],
  blocks: readonly Block[],
): pl.DataFrame => {
  const wanted = blocks.map(({ column, aggregation }, i) => ({
    column,
    aggregation,
    as: valueName(i),
  }));
  return groupAggregate(data, keys, wanted, {}).data;
};

/**
 * One row for each combination of the `index` columns, a column for each combination of `columns`,
 * and in the cells the aggregation of a block. Rows and columns come in ascending order; rows of the
 * data that miss a key count nowhere.
 */
export function pivotParts(data: pl.DataFrame, wanted: Pivot): Pivoted {
  const { index, columns, blocks, fill, keepEmpty = false } = wanted;
  const all = aggregated(data, [...index, ...columns], blocks);
  const present = blocks.map((_, i) => pl.col(valueName(i)).isNotNull());
  const long = keepEmpty ? all : all.filter(pl.anyHorizontal(present));
  const rows = rowNumbers(long, index);
  const height = rows.length === 0 ? 0 : rows[rows.length - 1] + 1;
  const heads = new Map<string, { head: Cell[]; from: Uint32Array }>();
  cellsOf(long, columns).forEach((head, cell) => {
    const key = keyOf(head);
    let column = heads.get(key);
    // A place after the last row of `long` stands for a cell that has nothing.
    if (!column)
      heads.set(key, (column = { head, from: new Uint32Array(height).fill(long.height) }));
    column.from[rows[cell]] = cell;
  });
  const ordered = [...heads.values()].sort((a, b) => compare(a.head, b.head));
  const firsts = firstOfEach(rows, height);
  return {
    keys: index.map((name) => gather(long.getColumn(name), firsts).alias(name)),
    heads: ordered.map(({ head }) => head),
    cells: blocks.map(({ prefix }, i) => {
      const padded = withMissingEnd(long.getColumn(valueName(i)));
      return ordered.map(({ head, from }) => {
        const column = gather(padded, from).alias(blockName(prefix, head));
        return fill === undefined ? column : fillValue(column, fill);
      });
    }),
  };
}

/** The parts as a table. */
export function pivot(data: pl.DataFrame, wanted: Pivot): Table {
  const { keys, cells } = pivotParts(data, wanted);
  return { data: pl.DataFrame(unique([...keys, ...cells.flat()])), index: undefined };
}

/** The name of a column: what tells its block, then what tells it within the block. */
export const blockName = (prefix: readonly string[], head: readonly Cell[]): string =>
  [...prefix, ...head.map(headText)].join("_");

/** The rows of some columns as arrays of cells. */
export function cellsOf(frame: pl.DataFrame, names: readonly string[]): Cell[][] {
  const columns = names.map((name) => fromEngine(frame.getColumn(name)));
  return Array.from({ length: frame.height }, (_, row) =>
    columns.map((cells) => cells[row] ?? null),
  );
}

/** For each row of a frame that is sorted by `keys`, the number of its combination of keys. */
function rowNumbers(frame: pl.DataFrame, keys: readonly string[]): Uint32Array {
  const numbers = new Uint32Array(frame.height);
  const texts = cellsOf(frame, keys).map(keyOf);
  for (let row = 1; row < numbers.length; row += 1)
    numbers[row] = numbers[row - 1] + Number(texts[row] !== texts[row - 1]);
  return numbers;
}

function firstOfEach(rows: Uint32Array, height: number): Uint32Array {
  const firsts = new Uint32Array(height);
  for (let row = rows.length - 1; row >= 0; row -= 1) firsts[rows[row]] = row;
  return firsts;
}

export const gather = (series: pl.Series, at: Uint32Array): pl.Series =>
  pl
    .DataFrame([series.alias("x")])
    .select(pl.col("x").gather(pl.Series("at", at)))
    .toSeries(0);

function withMissingEnd(series: pl.Series): pl.Series {
  const frame = pl.DataFrame([series.alias("x")]);
  const missing = pl.DataFrame([pl.Series("x", [null], series.dtype)]);
  return pl.concat([frame, missing]).toSeries(0);
}

/** A text that is equal for equal cells only. */
export const keyOf = (cells: readonly Cell[]): string =>
  JSON.stringify(
    cells.map((cell) => (isDate(cell) ? ["date", cell.getTime()] : [typeof cell, String(cell)])),
  );

function compare(a: readonly Cell[], b: readonly Cell[]): number {
  for (const [i, one] of a.entries()) {
    const other = b[i] ?? null;
    if (one === null || other === null || (!(one < other) && !(one > other))) continue;
    return one < other ? -1 : 1;
  }
  return 0;
}

/** A value as the name of a column: a day without its time of midnight. */
export function headText(head: Cell): string {
  if (!isDate(head)) return String(head);
  return head.toISOString().replace(/T00:00:00\.000Z$/, "");
}

/** Refuses two columns of one name. */
export function unique(columns: readonly pl.Series[]): pl.Series[] {
  const names = new Set<string>();
  for (const { name } of columns) {
    if (names.has(name))
      throw new RangeError(
        `Two columns of the result would be called ${shown(name)}; rename a column first.`,
      );
    names.add(name);
  }
  return [...columns];
}
