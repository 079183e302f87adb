import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { nearest } from "../nearest.ts";
import type { DatasetName } from "./rows/index.ts";

export interface ColumnInfo {
  readonly name: string;
  /** A `date` is a day, a `datetime` a minute of it; both without a zone. */
  readonly type: "number" | "integer" | "string" | "date" | "datetime";
  readonly unit?: string;
  readonly description: string;
  /** Whether values may be missing (null). */
  readonly nullable?: boolean;
  /** The column's name in the source, where it is another. */
  readonly from?: string;
}

/** What there is to know about a bundled set before it is used. */
export interface DatasetInfo {
  readonly name: DatasetName;
  readonly title: string;
  readonly description: string;
  readonly source: { readonly title: string; readonly url: string };
  readonly licence: { readonly name: string; readonly url: string };
  readonly citation: string;
  /** What differs from other copies of the same set. */
  readonly note?: string;
  readonly rows: number;
  readonly columns: readonly ColumnInfo[];
  /** SHA-256 of the file, in hexadecimal; checked at every reading. */
  readonly sha256: string;
  /** Where the file lies: in an npm package, else in this one. */
  readonly file: { readonly package?: string; readonly path: string };
  /** Texts that stand for a missing value, besides an empty one. */
  readonly missing: readonly string[];
}

/** Folder of this package. */
export const packageFolder = join(import.meta.dirname, "..", "..");

const cardsFolder = join(packageFolder, "data", "cards");

let known: DatasetName[] | undefined;
const cards = new Map<DatasetName, DatasetInfo>();

/** The names of the bundled sets, in the order of the alphabet. */
export function names(): DatasetName[] {
  known ??= readdirSync(cardsFolder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.slice(0, -".json".length) as DatasetName)
    .sort();
  return [...known];
}

/**
 * The card of a bundled set: what it holds, where it comes from, its licence and its checksum.
 *
 * @throws RangeError with the nearest names where there is no such set
 *
 * @example
 * info("penguins").licence.name; // "CC0-1.0"
 */
export function info(name: DatasetName): DatasetInfo {
  const read = cards.get(name);
  if (read) return read;
  if (names().includes(name)) {
    const card = JSON.parse(readFileSync(join(cardsFolder, `${name}.json`), "utf8")) as DatasetInfo;
    cards.set(name, card);
    return card;
  }
  const near = nearest(String(name), names()).map((n) => `"${n}"`);
  const question = near.length > 0 ? ` Did you mean ${near.join(" or ")}?` : "";
  throw new RangeError(
    `There is no dataset "${String(name)}".${question} There are: ${names().join(", ")}.`,
  );
}
