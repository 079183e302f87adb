import { numbering } from "./labels.ts";
import { knownColumns } from "../engine/names.ts";
import type { Table } from "../engine/table.ts";
import pl from "nodejs-polars";

/** The row labels as the first column, under their name or `index` where that is taken or empty. */
export function resetIndex(table: Table): Table {
  const labels = table.index ?? numbering(table.data.height);
  const taken = table.data.columns;
  const name = labels.name !== "" && !taken.includes(labels.name) ? labels.name : "index";
  if (taken.includes(name)) {
    throw new RangeError(
      `The row labels cannot become a column "${name}": there is one already. Rename it first.`,
    );
  }
  return { data: pl.DataFrame([labels.alias(name), ...table.data.getColumns()]), index: undefined };
}

/** A column as the row labels; it leaves the columns. */
export function setIndex(table: Table, name: string): Table {
  knownColumns([name], table.data.columns);
  return { data: table.data.drop([name]), index: table.data.getColumn(name) };
}
