import pl from "nodejs-polars";
import { type Cell, shown } from "../../engine/cell.ts";
import { checkNames, knownColumns } from "../../engine/names.ts";
import { cellAt } from "../../engine/from-engine.ts";
import type { Table } from "../../engine/table.ts";
import type { Aggregation } from "../../groups/index.ts";
import { selectColumns } from "../columns.ts";
import {
  aggregated,
  type Block,
  blockName,
  cellsOf,
  headText,
  keyOf,
  pivot,
  pivotParts,
  unique,
  valueName,
} from "./pivot.ts";

/** One aggregation, several, or one for each column of values. */
export type PivotFunctions =
  Aggregation | readonly Aggregation[] | Readonly<Partial<Record<string, Aggregation>>>;

export interface PivotTable {
  readonly index: readonly string[];
  readonly columns: readonly string[];
  readonly values: readonly string[];
  readonly aggFunc: PivotFunctions;
  readonly fill?: NonNullable<Cell> | undefined;
  /** The name of the margins, where they are wanted. */
  readonly margins?: string | undefined;
}

/** What the cells hold, block by block in pandas' order: by aggregation, then by the column's name. */
function blocksOf(values: readonly string[], aggFunc: PivotFunctions): Block[] {
  const sorted = [...values].sort((a, b) => (a < b ? -1 : 1));
  const named = (column: string): string[] => (values.length > 1 ? [column] : []);
  if (Array.isArray(aggFunc)) {
    return (aggFunc as Aggregation[]).flatMap((aggregation) =>
      sorted.map((column) => ({ column, aggregation, prefix: [aggregation, ...named(column)] })),
    );
  }
  if (typeof aggFunc === "string")
    return sorted.map((column) => ({ column, aggregation: aggFunc, prefix: named(column) }));
  const byColumn = aggFunc as Partial<Record<string, Aggregation>>;
  knownColumns(Object.keys(byColumn), values);
  return sorted.map((column) => {
    const aggregation = byColumn[column];
    if (aggregation === undefined)
      throw new TypeError(`pivotTable: aggFunc says nothing of ${shown(column)}.`);
    return { column, aggregation, prefix: named(column) };
  });
}

export function pivotTable(data: pl.DataFrame, wanted: PivotTable): Table {
  const { index, columns, values, aggFunc, fill, margins } = wanted;
  knownColumns([...index, ...columns, ...values], data.columns);
  if (values.length === 0) throw new RangeError("pivotTable needs at least one column of values.");
  const blocks = blocksOf(values, aggFunc);
  // As in pandas, the margins are of the rows that miss nothing.
  const used = [...new Set([...index, ...columns, ...values])];
  const whole = selectColumns(data, used).dropNulls();
  if (columns.length === 0)
    return byRows(data, index, blocks, margins === undefined ? undefined : { whole, margins });
  if (margins === undefined) return pivot(data, { index, columns, blocks, fill });
  const { keys, heads, cells } = pivotParts(data, { index, columns, blocks, fill });
  const right = ofKeys(keys, aggregated(whole, index, blocks), index);
  const bottom = aggregated(whole, columns, blocks);
  const places = new Map(cellsOf(bottom, columns).map((head, row) => [keyOf(head), row]));
  const grand = total(whole, blocks);
  const made = blocks.flatMap(({ prefix }, i) => [
    ...cells[i].map((column, at) => {
      const row = places.get(keyOf(heads[at]));
      const sums = bottom.getColumn(valueName(i));
      return withEnd(column, row === undefined ? column.slice(0, 0) : sums.slice(row, 1));
    }),
    withEnd(
      right.getColumn(valueName(i)).alias(blockName([...prefix, margins], [])),
      grand.getColumn(valueName(i)),
    ),
  ]);
  return { data: pl.DataFrame(unique([...marginKeys(keys, margins), ...made])), index: undefined };
}

/** Without columns there is one for each block, called after what it holds. */
function byRows(
  data: pl.DataFrame,
  index: readonly string[],
  blocks: readonly Block[],
  end: { readonly whole: pl.DataFrame; readonly margins: string } | undefined,
): Table {
  const rows = aggregated(data, index, blocks);
  const grand = end === undefined ? undefined : total(end.whole, blocks);
  const columns = blocks.map(({ column, prefix }, i) => {
    const own = prefix.includes(column) ? prefix : [...prefix, column];
    const values = rows.getColumn(valueName(i)).alias(own.join("_"));
    return grand === undefined ? values : withEnd(values, grand.getColumn(valueName(i)));
  });
  const own = index.map((name) => rows.getColumn(name));
  const keys = end === undefined ? own : marginKeys(own, end.margins);
  checkNames([...keys, ...columns].map((one) => one.name));
  return { data: pl.DataFrame([...keys, ...columns]), index: undefined };
}

const keyName = "\u0000all";

/** The blocks of all rows together. */
const total = (data: pl.DataFrame, blocks: readonly Block[]): pl.DataFrame =>
  aggregated(data.withColumn(pl.Series(keyName, new Int8Array(data.height))), [keyName], blocks);

/** The rows of `sums` in the order of these keys; missing where it has none. */
function ofKeys(
  keys: readonly pl.Series[],
  sums: pl.DataFrame,
  index: readonly string[],
): pl.DataFrame {
  return pl
    .DataFrame(keys.map((key, i) => key.alias(index[i] ?? key.name)))
    .join(sums, { on: [...index], how: "left", maintainOrder: "left" } as never) as pl.DataFrame;
}

/** A column with one more cell; missing where the end is empty. */
function withEnd(column: pl.Series, end: pl.Series): pl.Series {
  const last = end.length === 0 ? null : cellAt(end, 0);
  const cell = last === null ? pl.Series("x", [null], column.dtype) : end.alias("x");
  const parts = [pl.DataFrame([column.alias("x")]), pl.DataFrame([cell])];
  return pl.concat(parts, { how: "verticalRelaxed" }).toSeries(0).alias(column.name);
}

/** The keys as texts, with a last row that is called after the margins. */
const marginKeys = (keys: readonly pl.Series[], margins: string): pl.Series[] =>
  keys.map((key, i) =>
    pl.Series(
      key.name,
      [
        ...cellsOf(pl.DataFrame([key]), [key.name]).map(([cell]) => headText(cell)),
        i === 0 ? margins : "",
      ],
      pl.Utf8,
    ),
  );
