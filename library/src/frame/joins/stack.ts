import pl from "nodejs-polars";
import { dtypeOf, isNumeric } from "../engine/dtypes.ts";
import type { Table } from "../engine/table.ts";
import { numbering } from "../verbs/labels.ts";

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
