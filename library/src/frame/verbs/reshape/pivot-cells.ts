import pl from "nodejs-polars";
import { shown } from "../../engine/cell.ts";
import { knownColumns } from "../../engine/names.ts";
import type { Table } from "../../engine/table.ts";
import { groupAggregate } from "../../groups/index.ts";
import { cellsOf, pivot } from "./pivot.ts";

/** A long table made wide, where at most one row meets in each cell. */
export function pivotCells(
  data: pl.DataFrame,
  index: readonly string[],
  columns: readonly string[],
  values: readonly string[],
): Table {
  knownColumns(values, data.columns);
  const keys = knownColumns([...index, ...columns], data.columns);
  const missing = keys.find((name) => data.getColumn(name).nullCount() > 0);
  if (missing !== undefined) {
    throw new RangeError(
      `pivot: column ${shown(missing)} has missing values; dropNa or fillNa them first.`,
    );
  }
  const sizes = groupAggregate(data, keys, [], { size: "\u0000size" }).data;
  const repeated = sizes.filter(pl.col("\u0000size").gt(1));
  if (repeated.height > 0) {
    const [cells] = cellsOf(repeated, keys);
    const said = keys.map((name, i) => `${name} ${shown(cells[i])}`).join(", ");
    throw new RangeError(
      `pivot: ${String(cellsOf(repeated, ["\u0000size"])[0])} rows have ${said}. Use pivotTable, which says what is made of them.`,
    );
  }
  const blocks = values.map((column) => ({
    column,
    aggregation: "first" as const,
    prefix: values.length > 1 ? [column] : [],
  }));
  return pivot(data, { index, columns, blocks, keepEmpty: true });
}
