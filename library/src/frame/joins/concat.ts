import pl from "nodejs-polars";
import type { DataFrame } from "../data-frame/data-frame.ts";
import { type Label, type Row, shown } from "../engine/cell.ts";
import { frameOf, seriesOf } from "../engine/make.ts";
import { checkOptions } from "../engine/options.ts";
import { columnOf, type Table } from "../engine/table.ts";
import { toEngine } from "../engine/to-engine.ts";
import type { SeriesBase } from "../series/base.ts";
import type { Series } from "../series/series.ts";
import { selectColumns } from "../verbs/columns.ts";
import { isColumn } from "../verbs/rows.ts";
import { beside } from "./beside.ts";
import { stack } from "./stack.ts";

export interface ConcatOptions {
  /** `0` (default) puts the frames below one another, `1` beside one another. */
  readonly axis?: 0 | 1;
  /** Columns (or rows, beside one another) of any frame (`"outer"`, default) or of all (`"inner"`). */
  readonly join?: "outer" | "inner";
  /** Drops row labels; beside one another, numbers the columns instead. Default false. */
  readonly ignoreIndex?: boolean;
  /**
   * A name for each frame: below one another it is written into a first column called `names`;
   * beside one another it comes before the column names, `key_column`.
   */
  readonly keys?: readonly (string | number)[];
  /** What the column of keys is called. Default `"level_0"`, as pandas' resetIndex calls it. */
  readonly names?: string;
}

type Part = { readonly table: Table } | SeriesBase<unknown>;

const tableOf = (part: Part): Table =>
  isColumn(part) ? { data: pl.DataFrame([part.data]), index: part.labels } : part.table;

// A guard by itself: narrowing the option would lose the type of its frames.
const isList = (value: unknown): boolean => Array.isArray(value);

/**
 * Frames below one another (`axis: 0`, default; a column that a frame lacks is missing in its rows),
 * or beside one another (`axis: 1`): by row labels where there are any, else row by row. Columns may
 * stand among the frames; columns alone, below one another, make a column.
 *
 * @throws TypeError when a column holds numbers in one frame and something else in another.
 * @example
 * const top = new DataFrame({ a: [1] });
 * const bottom = new DataFrame({ a: [2], b: ["x"] });
 * concat({ dfList: [top, bottom] }).toRecords(); // [{ a: 1, b: null }, { a: 2, b: "x" }]
 * concat({ dfList: [top, bottom], join: "inner" }).toRecords(); // [{ a: 1 }, { a: 2 }]
 * concat({ dfList: [top, top], keys: ["may", "june"], names: "month" }).column("month").values; // ["may", "june"]
 * concat({ dfList: [new Series([1]), new Series([2])] }).values; // [1, 2]
 */
export function concat<T>(
  options: { readonly dfList: readonly Series<T>[]; readonly axis?: 0 } & Pick<
    ConcatOptions,
    "ignoreIndex"
  >,
): Series<T>;
export function concat<R extends object>(
  options: { readonly dfList: readonly DataFrame<R>[]; readonly axis?: 0 } & Omit<
    ConcatOptions,
    "keys" | "names"
  >,
): DataFrame<R>;
export function concat(
  options: {
    readonly dfList: readonly (
      DataFrame<never> | { readonly table: Table } | SeriesBase<unknown>
    )[];
  } & ConcatOptions,
): DataFrame<Row>;
export function concat(options: { readonly dfList: readonly Part[] } & ConcatOptions): unknown {
  checkOptions("concat", options, ["dfList", "axis", "join", "ignoreIndex", "keys", "names"]);
  const { dfList, axis = 0, join = "outer", ignoreIndex = false, keys, names } = options;
  if (!isList(dfList) || dfList.length === 0) {
    throw new TypeError(`concat needs at least one frame in dfList; got ${shown(dfList)}.`);
  }
  if (join !== "inner" && join !== "outer") {
    throw new TypeError(`concat: join is "inner" or "outer"; got ${shown(join)}.`);
  }
  if (keys !== undefined && keys.length !== dfList.length) {
    throw new RangeError(`concat: ${keys.length} keys for ${dfList.length} frames.`);
  }
  const tables = dfList.map(tableOf);
  if (axis === 1) return frameOf(numbered(beside(named(tables, keys), join), ignoreIndex));
  if (keys === undefined && dfList.every(isColumn)) {
    const [{ data: own }] = tables;
    const name = own.columns[0] ?? "";
    const { data, index } = stack(tables.map((table) => renamed(table, [name])));
    return seriesOf(columnOf(data, name), ignoreIndex ? undefined : index);
  }
  const keyed = keys === undefined ? tables : withKeys(tables, keys, names ?? "level_0");
  const { data, index } = stack(join === "inner" ? common(keyed) : keyed);
  return frameOf({ data, index: ignoreIndex ? undefined : index });
}

function renamed({ data, index }: Table, names: readonly string[]): Table {
  const columns = data.getColumns().map((one, i) => one.alias(names[i] ?? one.name));
  return { data: pl.DataFrame(columns), index };
}

/** The columns that every table has, in the order of the first. */
function common(tables: readonly Table[]): Table[] {
  const [first] = tables;
  const names = first.data.columns.filter((name) =>
    tables.every(({ data }) => data.columns.includes(name)),
  );
  return tables.map(({ data, index }) => ({ data: selectColumns(data, names), index }));
}

/** Each table with its key in a first column. */
function withKeys(tables: readonly Table[], keys: readonly Label[], name: string): Table[] {
  return tables.map(({ data, index }, i) => {
    const column = toEngine(name, new Array<Label>(data.height).fill(keys[i] ?? null));
    return { data: pl.DataFrame([column, ...data.getColumns()]), index };
  });
}

/** Each table with its key before its column names. */
const named = (tables: readonly Table[], keys: readonly (string | number)[] | undefined): Table[] =>
  tables.map((table, i) =>
    keys === undefined
      ? table
      : renamed(
          table,
          table.data.columns.map((name) => `${keys[i] ?? ""}_${name}`),
        ),
  );

const numbered = (table: Table, ignoreIndex: boolean): Table =>
  ignoreIndex
    ? renamed(
        table,
        table.data.columns.map((_, i) => String(i)),
      )
    : table;
