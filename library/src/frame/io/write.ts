import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Cell } from "../engine/cell.ts";
import { fromEngine } from "../engine/from-engine.ts";
import type { Table } from "../engine/table.ts";

/** The table as a Parquet file, compressed. */
export function writeParquet({ data }: Table, path: string): void {
  data.writeParquet(resolve(path));
}

/** The table as Arrow IPC: a file that other tools open, also known as Feather version 2. */
export function writeArrow({ data }: Table, path: string | undefined): Buffer {
  const bytes = data.writeIPC();
  if (path !== undefined) writeFileSync(path, bytes);
  return bytes;
}

/** One record a line; integers beyond ±(2⁵³ − 1) keep their digits. */
export function writeNDJSON({ data }: Table, path: string | undefined): string {
  const columns = data.getColumns().map((series) => [series.name, fromEngine(series)] as const);
  const lines = Array.from({ length: data.height }, (_, row) => {
    const cells = columns.map(([name, cells]) => `${JSON.stringify(name)}:${jsonOf(cells[row])}`);
    return `{${cells.join(",")}}\n`;
  });
  const text = lines.join("");
  if (path !== undefined) writeFileSync(path, text);
  return text;
}

const jsonOf = (cell: Cell | undefined): string =>
  typeof cell === "bigint" ? String(cell) : JSON.stringify(cell ?? null);

/** The table as the only sheet of a workbook. */
export async function writeExcel({ data }: Table, path: string, sheetName: string): Promise<void> {
  const { utils, write } = await import("@e965/xlsx");
  const columns = data.getColumns().map(fromEngine);
  const rows = Array.from({ length: data.height }, (_, row) =>
    columns.map((cells) => {
      const cell = cells[row] ?? null;
      // A workbook's numbers have 53 bits: larger integers go in as texts.
      return typeof cell === "bigint" ? String(cell) : cell;
    }),
  );
  const sheet = utils.aoa_to_sheet([data.columns, ...rows], { UTC: true });
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, sheetName);
  writeFileSync(path, write(book, { type: "buffer", bookType: "xlsx" }) as Buffer);
}
