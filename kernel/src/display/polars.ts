import { isPolarsFrame, type PolarsFrameLike } from "./duck.ts";
import { toJson } from "./json.ts";
import { isPlain } from "./prune.ts";
import { representTable } from "./table.ts";
import type { MimeBundle } from "./types.ts";

/**
 * The bundle of a nodejs-polars DataFrame with our table in place of its own, which writes dates in
 * the local notation, does not say the size and ends after 50 rows. `POLARS_FMT_MAX_ROWS` (polars'
 * `Config.setTblRows`) still decides how many rows are shown. Other bundles pass unchanged.
 */
export function withPolarsTable(value: unknown, bundle: MimeBundle): MimeBundle {
  if (!isPolarsFrame(value) || !("text/html" in bundle)) return bundle;
  try {
    return { ...bundle, "text/html": frameHtml(value) };
  } catch {
    return bundle;
  }
}

function frameHtml(frame: PolarsFrameLike): unknown {
  const rows = new Map<number, unknown[] | undefined>();
  const rowAt = (row: number) => {
    if (!rows.has(row)) rows.set(row, frame.slice(row, 1).rows()[0]);
    return rows.get(row);
  };
  const asked = Number.parseInt(process.env.POLARS_FMT_MAX_ROWS ?? "", 10);
  const table = representTable(
    {
      columns: frame.columns,
      types: frame.dtypes.map(typeName),
      rowCount: frame.height,
      cell: (row, column) => rowAt(row)?.[column],
    },
    asked > 0 ? { rows: asked } : {},
  );
  return table.data["text/html"];
}

/** `Float64`, `List(Float64)`, `Datetime(ms)`: the name in the JSON form of polars' types. */
function typeName(dtype: unknown): string {
  const type: unknown = (toJson(dtype) as { DataType?: unknown } | null)?.DataType;
  if (typeof type !== "object" || type === null) return String(type ?? dtype);
  const [name = "", of] = Object.entries(type as Record<string, unknown>)[0] ?? [];
  if (typeof of === "string") return `${name}(${of})`;
  return isPlain(of) && "DataType" in of ? `${name}(${typeName(of)})` : name;
}
