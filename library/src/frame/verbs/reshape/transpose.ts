import pl from "nodejs-polars";
import type { Cell } from "../../engine/cell.ts";
import { fromEngine } from "../../engine/from-engine.ts";
import type { Table } from "../../engine/table.ts";
import { toEngine } from "../../engine/to-engine.ts";
import { headText, unique } from "./pivot.ts";

/** Rows as columns: the row labels become names, the names become row labels. */
export function transpose({ data, index }: Table): Table {
  const labels: Cell[] =
    index === undefined ? Array.from({ length: data.height }, (_, i) => i) : fromEngine(index);
  const cells = data.getColumns().map(fromEngine);
  const columns = labels.map((label, row) =>
    toEngine(
      headText(label),
      cells.map((column) => column[row] ?? null),
    ),
  );
  return {
    data: pl.DataFrame(unique(columns)),
    index: pl.Series("index", data.columns, pl.Utf8),
  };
}
