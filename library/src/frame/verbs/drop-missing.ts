import pl from "nodejs-polars";
import { knownColumns } from "../engine/names.ts";
import { expression, onRows, type Table } from "../engine/table.ts";

export interface DropNaOptions {
  /** 0 (default) leaves out rows, 1 leaves out columns, as in pandas. */
  readonly axis?: 0 | 1;
  /** The columns that are looked at when rows are left out. Default all. */
  readonly subset?: readonly string[];
  /** `"any"` (default): one missing value is enough; `"all"`: all must be missing. */
  readonly how?: "any" | "all";
}

/** The table without the rows, or columns, that have missing values. */
export function dropMissing(table: Table, options: DropNaOptions): Table {
  const { axis = 0, how = "any" } = options;
  const { data } = table;
  if (axis === 1) {
    const kept = data.getColumns().filter((series) => {
      const missing = series.nullCount();
      return how === "any" ? missing === 0 : missing < series.length || series.length === 0;
    });
    return { data: pl.DataFrame(kept), index: table.index };
  }
  const subset = knownColumns(options.subset ?? data.columns, data.columns);
  // Columns without a gap cannot decide, and on wide frames they are most.
  const gappy = subset.filter((name) => data.getColumn(name).nullCount() > 0);
  const judges = how === "any" ? gappy : subset;
  if (judges.length === 0 || gappy.length === 0) return table;
  return onRows(table, (frame) => {
    const present = judges.map((name) => expression(frame, name).isNotNull());
    return frame.filter(how === "any" ? pl.allHorizontal(present) : pl.anyHorizontal(present));
  });
}
