import pl from "nodejs-polars";
import type { DataFrame } from "../data-frame/data-frame.ts";
import { adopt } from "../engine/adopt.ts";
import { type Row, shown } from "../engine/cell.ts";
import { frameOf } from "../engine/make.ts";
import type { Table } from "../engine/table.ts";
import { LazyFrame } from "./lazy.ts";
import { queryError } from "./errors.ts";

/** A table of a query: a frame of this package, or one that is still to be computed. */
export type SQLTable =
  { readonly table: Table } | { readonly polars: pl.LazyDataFrame; explain(): string };

/**
 * Runs an SQL query (polars' dialect) over frames by name. Row labels are no column: `resetIndex` makes
 * one of them.
 *
 * @throws SyntaxError for what is no query, RangeError that names the tables or columns there are.
 * @example
 * const people = new DataFrame({ name: ["Ann", "Bo"], city: [1, 2] });
 * const cities = new DataFrame({ id: [1, 2], city: ["Rome", "Oslo"] });
 * sql("select p.name, c.city from p join c on p.city = c.id order by p.name", { p: people, c: cities }).toArrays();
 * // [["Ann", "Rome"], ["Bo", "Oslo"]]
 */
export function sql<R extends object = Row>(
  query: string,
  tables: Readonly<Record<string, SQLTable>>,
): DataFrame<R> {
  const entries = Object.entries(tables).map(([name, table]): [string, pl.LazyDataFrame] => {
    if (table instanceof LazyFrame) return [name, table.polars];
    if (typeof table === "object" && table !== null && "table" in table) {
      return [name, table.table.data.lazy()];
    }
    throw new TypeError(
      `Table ${JSON.stringify(name)} of a query is a frame; got ${shown(table)}.`,
    );
  });
  return frameOf(adopt(runQuery(query, Object.fromEntries(entries), false)));
}

/** Runs a query over the engine's lazy tables; `streaming` keeps less of them in memory at a time. */
export function runQuery(
  query: unknown,
  tables: Readonly<Record<string, pl.LazyDataFrame>>,
  streaming: boolean,
): pl.DataFrame {
  if (typeof query !== "string") throw new TypeError(`A query is a text; got ${shown(query)}.`);
  const names = (): Record<string, string[]> =>
    Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, table.columns]));
  const context = pl.SQLContext({ ...tables });
  // The engine hands an error out as if it were the plan.
  const plan = context.execute(query) as pl.LazyDataFrame & { readonly _ldf: unknown };
  if (plan._ldf instanceof Error) throw queryError(plan._ldf.message, names());
  try {
    return plan.collectSync({ engine: streaming ? "streaming" : "auto" });
  } catch (error) {
    throw queryError(String((error as Error).message), names());
  }
}
