import { mkdtempSync, renameSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pl from "nodejs-polars";
import type { DataFrame } from "../data-frame/data-frame.ts";
import type { Pieces } from "./steps/step.ts";

/** Hands the rows over as one lazy frame, through Parquet files that live as long as `use` runs. */
export async function spooled<Result>(
  pieces: Pieces,
  use: (rows: pl.LazyDataFrame) => Result,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "daylab-scan-"));
  try {
    const paths: string[] = [];
    for await (const piece of pieces) {
      const path = join(folder, `${paths.length}.parquet`);
      piece.toParquet(path);
      paths.push(path);
    }
    return use(pl.concat(paths.map((path) => pl.scanParquet(path))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Writes the rows as one Parquet file. */
export function sinkParquet(pieces: Pieces, filePath: string): Promise<void> {
  const full = resolve(filePath);
  return spooled(pieces, (rows) => {
    rows.sinkParquet(`${full}.part`).collectSync();
    renameSync(`${full}.part`, full);
  });
}

/** Writes text piece by piece; the file has its name only when it is whole. */
export async function sinkText(
  pieces: Pieces,
  empty: DataFrame,
  filePath: string,
  textOf: (piece: DataFrame, at: number) => string,
): Promise<void> {
  const full = resolve(filePath);
  const file = await open(`${full}.part`, "w");
  let at = 0;
  try {
    for await (const piece of pieces) await file.write(textOf(piece, at++));
    if (at === 0) await file.write(textOf(empty, 0));
    await file.close();
    renameSync(`${full}.part`, full);
  } catch (error) {
    await file.close();
    rmSync(`${full}.part`, { force: true });
    throw error;
  }
}
