import pl from "nodejs-polars";
import type { Table } from "../engine/table.ts";
import { toEngine } from "../engine/to-engine.ts";
import { correlation, isCountable } from "./statistics.ts";

/** Pearson's correlation of every pair of numeric columns, each over the rows where both are present. */
export function correlationMatrix(data: pl.DataFrame): Table {
  const columns = data
    .getColumns()
    .filter(isCountable)
    .map((one) => one.cast(pl.Float64));
  const matrix = columns.map(() => new Float64Array(columns.length));
  columns.forEach((left, i) => {
    for (let j = 0; j <= i; j += 1) {
      const r = correlation(left, columns[j] ?? left);
      for (const [row, column] of [
        [i, j],
        [j, i],
      ] as const) {
        const cells = matrix[row];
        if (cells !== undefined) cells[column] = r;
      }
    }
  });
  return {
    data: pl.DataFrame(columns.map((one, i) => toEngine(one.name, matrix[i] ?? []))),
    index: toEngine(
      "column",
      columns.map((one) => one.name),
      "string",
    ),
  };
}
