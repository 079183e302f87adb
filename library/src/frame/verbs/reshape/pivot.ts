import pl from "nodejs-polars";
import { type Cell, isDate, shown } from "../../engine/cell.ts";
import { fromEngine } from "../../engine/from-engine.ts";
import { knownColumns } from "../../engine/names.ts";
import type { Table } from "../../engine/table.ts";
import { fillValue } from "../fill.ts";
import { type Aggregation, groupAggregate } from "../../groups/index.ts";

export interface Pivot {
  readonly index: readonly string[];
  readonly columns: string;
  readonly values: readonly string[];
  readonly aggregation: Aggregation;
  readonly fill?: NonNullable<Cell> | undefined;
}

const valueName = (position: number): string => `\u0000value${position}`;

/**
 * One row for each combination of the `index` columns, one column for each value of `columns`, and in
 * the cells the aggregation of `values`. Rows and columns come in ascending order; rows of the data
 * that miss a key count nowhere.
 */
export function pivot(data: pl.DataFrame, { index, columns, values, ...how }: Pivot): Table {
  // Before a value column that cannot be aggregated is complained of.
  knownColumns([...index, columns, ...values], data.columns);
  const wanted = values.map((column, position) => ({
    column,
    aggregation: how.aggregation,
    as: valueName(position),
  }));
  const long = groupAggregate(data, [...index, columns], wanted, {}).data;
  const rows = rowNumbers(long, index);
  const height = rows.length === 0 ? 0 : rows[rows.length - 1] + 1;
  const heads = new Map<string, { head: Cell; from: Uint32Array }>();
  fromEngine(long.getColumn(columns)).forEach((head, cell) => {
    const key = keyOf(head);
    let column = heads.get(key);
    // A place after the last row of `long` stands for a cell that has nothing.
    if (!column)
      heads.set(key, (column = { head, from: new Uint32Array(height).fill(long.height) }));
    column.from[rows[cell]] = cell;
  });
  const ordered = [...heads.values()].sort((a, b) => compare(a.head, b.head));
  const cells = values.flatMap((value, position) => {
    const padded = withMissingEnd(long.getColumn(valueName(position)));
    return ordered.map(({ head, from }) => {
      const name = values.length > 1 ? `${value}_${headText(head)}` : headText(head);
      const column = gather(padded, from).alias(name);
      return how.fill === undefined ? column : fillValue(column, how.fill);
    });
  });
  const firsts = firstOfEach(rows, height);
  const keys = index.map((name) => gather(long.getColumn(name), firsts).alias(name));
  return { data: pl.DataFrame(unique([...keys, ...cells])), index: undefined };
}

/** For each row of a frame that is sorted by `keys`, the number of its combination of keys. */
function rowNumbers(frame: pl.DataFrame, keys: readonly string[]): Uint32Array {
  const numbers = new Uint32Array(frame.height);
  const columns = keys.map((name) => fromEngine(frame.getColumn(name)).map(keyOf));
  for (let row = 1; row < numbers.length; row += 1) {
    const changed = columns.some((column) => column[row] !== column[row - 1]);
    numbers[row] = numbers[row - 1] + Number(changed);
  }
  return numbers;
}

function firstOfEach(rows: Uint32Array, height: number): Uint32Array {
  const firsts = new Uint32Array(height);
  for (let row = rows.length - 1; row >= 0; row -= 1) firsts[rows[row]] = row;
  return firsts;
}

const gather = (series: pl.Series, at: Uint32Array): pl.Series =>
  pl
    .DataFrame([series.alias("x")])
    .select(pl.col("x").gather(pl.Series("at", at)))
    .toSeries(0);

function withMissingEnd(series: pl.Series): pl.Series {
  const frame = pl.DataFrame([series.alias("x")]);
  const missing = pl.DataFrame([pl.Series("x", [null], series.dtype)]);
  return pl.concat([frame, missing]).toSeries(0);
}

const keyOf = (cell: Cell): string =>
  isDate(cell) ? `date ${cell.getTime()}` : `${typeof cell} ${String(cell)}`;

function compare(a: Cell, b: Cell): number {
  if (a === b || a === null || b === null) return 0;
  return a < b ? -1 : 1;
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
