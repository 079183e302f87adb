import pl from "nodejs-polars";
import type { DataFrame } from "../data-frame/data-frame.ts";
import { shown } from "../engine/cell.ts";
import { dtypeOf, isNumeric } from "../engine/dtypes.ts";
import { frameOf } from "../engine/make.ts";
import { checkOptions } from "../engine/options.ts";
import type { Table } from "../engine/table.ts";
import { numbering } from "./labels.ts";

/** Refuses to stack columns of one name whose types have nothing in common. */
function checkStack(tables: readonly Table[]): void {
  const seen = new Map<string, { dtype: string; position: number }>();
  tables.forEach(({ data }, position) => {
    for (const series of data.getColumns()) {
      if (series.nullCount() === series.length) continue;
      const dtype = isNumeric(dtypeOf(series)) ? "number" : dtypeOf(series);
      const before = seen.get(series.name);
      if (before !== undefined && before.dtype !== dtype) {
        throw new TypeError(
          `concat: column ${JSON.stringify(series.name)} is ${before.dtype} in frame ${before.position} and ${dtype} in frame ${position}.`,
        );
      }
      seen.set(series.name, { dtype, position });
    }
  });
}

/** A column without any value takes the type that the others have. */
function withoutEmptyTypes(tables: readonly Table[]): pl.DataFrame[] {
  const typed = new Map<string, pl.Series>();
  for (const { data } of tables) {
    for (const one of data.getColumns()) if (one.nullCount() < one.length) typed.set(one.name, one);
  }
  return tables.map(({ data }) =>
    pl.DataFrame(
      data.getColumns().map((one) => {
        const like = typed.get(one.name);
        return like !== undefined && one.nullCount() === one.length ? one.cast(like.dtype) : one;
      }),
    ),
  );
}

/** Tables below one another; a column that one lacks is missing in its rows. */
export function stack(tables: readonly Table[]): Table {
  checkStack(tables);
  const data = pl.concat(withoutEmptyTypes(tables), { how: "diagonalRelaxed" });
  const labelled = tables.some((table) => table.index !== undefined);
  if (!labelled) return { data, index: undefined };
  const labels = tables.map((table) =>
    pl.DataFrame([(table.index ?? numbering(table.data.height)).alias("index")]),
  );
  return { data, index: pl.concat(labels, { how: "verticalRelaxed" }).toSeries(0) };
}

function sideBySide(tables: readonly Table[]): Table {
  const heights = tables.map((table) => table.data.height);
  if (new Set(heights).size > 1) {
    throw new RangeError(
      `concat along axis 1 needs frames of one height; got ${heights.join(", ")}.`,
    );
  }
  const columns = tables.flatMap((table) => table.data.getColumns());
  const names = columns.map((one) => one.name);
  const repeated = names.find((name, position) => names.indexOf(name) !== position);
  if (repeated !== undefined) {
    throw new RangeError(
      `concat: two frames have a column ${JSON.stringify(repeated)}; rename one first.`,
    );
  }
  return { data: pl.DataFrame(columns), index: tables[0]?.index };
}

// A guard by itself: narrowing the option would lose the type of its frames.
const isList = (value: unknown): boolean => Array.isArray(value);

/**
 * Frames below one another (`axis: 0`, default; a column that a frame lacks is missing in its rows),
 * or beside one another (`axis: 1`, row by row).
 *
 * @throws TypeError when a column holds numbers in one frame and something else in another.
 * @example
 * const top = new DataFrame({ a: [1] });
 * const bottom = new DataFrame({ a: [2], b: ["x"] });
 * concat({ dfList: [top, bottom] }).toRecords(); // [{ a: 1, b: null }, { a: 2, b: "x" }]
 */
export function concat<R extends object>(options: {
  readonly dfList: readonly DataFrame<R>[];
  readonly axis?: 0;
}): DataFrame<R>;
export function concat(options: {
  readonly dfList: readonly { readonly table: Table }[];
  readonly axis?: 0 | 1;
}): DataFrame;
export function concat(options: {
  readonly dfList: readonly { readonly table: Table }[];
  readonly axis?: 0 | 1;
}): DataFrame {
  checkOptions("concat", options, ["dfList", "axis"]);
  const { dfList, axis = 0 } = options;
  if (!isList(dfList) || dfList.length === 0) {
    throw new TypeError(`concat needs at least one frame in dfList; got ${shown(dfList)}.`);
  }
  const tables = dfList.map((frame) => frame.table);
  return frameOf(axis === 0 ? stack(tables) : sideBySide(tables));
}
