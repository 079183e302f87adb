import { globSync } from "node:fs";
import { shown } from "../../engine/cell.ts";
import { checkOptions } from "../../engine/options.ts";
import { existingFile } from "../../io/file.ts";
import { CsvSource } from "./csv.ts";
import { NdjsonSource } from "./ndjson.ts";
import { type ScanOptions, scanOptionNames } from "./options.ts";
import { ParquetSource } from "./parquet.ts";
import type { Source } from "./source.ts";

/** The files of a path or pattern, ready to be read. */
export async function openSource(
  path: string | readonly string[],
  options: ScanOptions,
): Promise<Source> {
  checkOptions("scan", options, scanOptionNames);
  const given = typeof path === "string" ? [path] : path;
  if (!Array.isArray(given) || given.length === 0) {
    throw new TypeError(`scan takes a path, a pattern or several paths; got ${shown(path)}.`);
  }
  const paths = given.flatMap((one: string) => filesOf(one));
  const formats = new Set(paths.map((one) => options.format ?? formatOf(one)));
  const [format] = formats;
  if (formats.size > 1) {
    throw new Error(`scan reads files of one format at a time; got ${[...formats].join(" and ")}.`);
  }
  if (format === "parquet") return new ParquetSource(paths);
  return format === "ndjson" ? NdjsonSource.open(paths, options) : CsvSource.open(paths, options);
}

function filesOf(path: string): string[] {
  if (typeof path !== "string" || !/[*?[{]/u.test(path)) {
    return [existingFile("scan", path, "a CSV, NDJSON or Parquet file")];
  }
  const found = globSync(path).sort();
  if (found.length === 0) throw new Error(`No file matches ${shown(path)} from ${process.cwd()}.`);
  return found.map((one) => existingFile("scan", one, "a CSV, NDJSON or Parquet file"));
}

function formatOf(path: string): "csv" | "ndjson" | "parquet" {
  const bare = path.toLowerCase().replace(/\.(?:gz|zst)$/u, "");
  if (/\.(?:csv|tsv|txt)$/u.test(bare)) return "csv";
  if (/\.(?:ndjson|jsonl)$/u.test(bare)) return "ndjson";
  if (/\.(?:parquet|pq)$/u.test(bare)) return "parquet";
  throw new Error(
    `${shown(path)} does not say by its ending what it holds; say it: format: "csv", "ndjson" or "parquet".`,
  );
}
