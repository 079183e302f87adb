import pl from "nodejs-polars";
import { shown } from "../engine/cell.ts";
import { dtypeOf } from "../engine/dtypes.ts";
import { cellAt } from "../engine/from-engine.ts";
import type { Table } from "../engine/table.ts";
import { joinTables } from "./join-tables.ts";

/** Tables beside one another: row by row, or by their labels where one has any. */
export function beside(tables: readonly Table[], join: "inner" | "outer"): Table {
  const names = tables.flatMap(({ data }) => data.columns);
  const repeated = names.find((name, position) => names.indexOf(name) !== position);
  if (repeated !== undefined) {
    throw new RangeError(
      `concat: two frames have a column ${JSON.stringify(repeated)}; rename one first, or give keys.`,
    );
  }
  const [first, ...rest] = tables;
  if (rest.every((table) => sameLabels(first, table))) {
    const columns = tables.flatMap(({ data }) => data.getColumns());
    return { data: pl.DataFrame(columns), index: first.index };
  }
  tables.forEach(checkUnique);
  const keys = [{ left: undefined, right: undefined }];
  const suffixes = [null, null] as const;
  return rest.reduce(
    (whole, table) => joinTables(whole, table, { keys, how: join, suffixes, sort: false }),
    first,
  );
}

function sameLabels(one: Table, other: Table): boolean {
  if (one.data.height !== other.data.height) return false;
  if (one.index === undefined || other.index === undefined) return one.index === other.index;
  return dtypeOf(one.index) === dtypeOf(other.index) && one.index.seriesEqual(other.index, true);
}

/** A label that stands in several rows says not which of them to put beside which. */
function checkUnique({ index }: Table, position: number): void {
  if (index === undefined || index.nUnique() === index.length) return;
  const labels = pl.DataFrame([index.alias("x")]);
  const repeated = labels.groupBy("x").agg(pl.len().alias("n")).filter(pl.col("n").gt(1));
  throw new RangeError(
    `concat: the label ${shown(cellAt(repeated.getColumn("x"), 0))} stands in several rows of frame ${position}; labels must differ, or use resetIndex.`,
  );
}
