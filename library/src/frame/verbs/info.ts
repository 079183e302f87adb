import { dtypeOf } from "../engine/dtypes.ts";
import { fromEngine } from "../engine/from-engine.ts";
import type { Table } from "../engine/table.ts";
import { shown } from "../engine/cell.ts";
import { bytesOf } from "./memory.ts";

/** What a table is made of, as lines of text. */
export function infoText({ data, index }: Table): string {
  const columns = data.getColumns();
  const rows = data.height;
  const labels = index === undefined ? undefined : fromEngine(index);
  const ends =
    rows === 0 ? "" : `, ${shown(labels?.[0] ?? 0)} to ${shown(labels?.at(-1) ?? rows - 1)}`;
  const table = columns.map((one, at) => [
    String(at),
    one.name,
    `${one.length - one.nullCount()} non-null`,
    dtypeOf(one),
  ]);
  const counts = new Map<string, number>();
  for (const one of columns) counts.set(dtypeOf(one), (counts.get(dtypeOf(one)) ?? 0) + 1);
  const kinds = [...counts].map(([dtype, count]) => `${dtype}(${count})`).sort();
  const bytes = columns.reduce(
    (sum, one) => sum + bytesOf(one),
    index === undefined ? 0 : bytesOf(index),
  );
  return [
    `${rows} rows${ends}`,
    `${columns.length} columns:`,
    ...aligned([["#", "Column", "Count", "Dtype"], ...table]),
    `dtypes: ${kinds.join(", ")}`,
    `memory: about ${sized(bytes)}`,
  ].join("\n");
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at].length)));
  return rows.map((row) =>
    ` ${row.map((cell, at) => cell.padEnd(widths[at])).join("  ")}`.trimEnd(),
  );
}

function sized(bytes: number): string {
  const units = ["bytes", "KB", "MB", "GB"];
  const step = Math.min(3, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  return step === 0 ? `${bytes} bytes` : `${(bytes / 1024 ** step).toFixed(1)} ${units[step]}`;
}
