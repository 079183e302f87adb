import { isNDframe } from "./duck.ts";
import { representTable } from "./table.ts";
import type { DisplayData } from "./types.ts";

/** A danfo DataFrame or Series as a table, with its index and the types of its columns. */
export function representDanfo(value: unknown): DisplayData | undefined {
  if (!isNDframe(value)) return undefined;
  const { $isSeries, $data, $index, $columns, $dtypes } = value;
  return representTable({
    columns: $columns.map(String),
    types: $dtypes.map(String),
    rowCount: $index.length,
    label: (row) => $index[row],
    cell: (row, column) => {
      const data = $data[row];
      return $isSeries ? data : (data as readonly unknown[] | undefined)?.[column];
    },
  });
}
