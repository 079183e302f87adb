import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "../bundled/manifest.ts";
import { nearest } from "../nearest.ts";
import type { DownloadName } from "./sets/index.ts";
import type { RemoteFile } from "./types.ts";

/** What there is to know about a set that is downloaded when it is first asked for. */
export interface DownloadInfo {
  readonly name: DownloadName;
  readonly title: string;
  readonly description: string;
  readonly source: { readonly title: string; readonly url: string };
  readonly licence: { readonly name: string; readonly url: string };
  readonly citation: string;
  readonly note?: string;
  /** What to use instead where there is no network. */
  readonly offline: string;
  readonly files: readonly RemoteFile[];
}

let cards: readonly DownloadInfo[] | undefined;

function entries(): readonly DownloadInfo[] {
  const file = join(packageFolder, "data", "downloads.json");
  cards ??= JSON.parse(readFileSync(file, "utf8")) as DownloadInfo[];
  return cards;
}

/** The names of the sets that can be downloaded. */
export function downloadNames(): DownloadName[] {
  return entries().map((entry) => entry.name);
}

/**
 * The card of a set that can be downloaded: what it holds, its size, source and licence.
 *
 * @throws RangeError with the nearest names where there is no such set
 *
 * @example
 * downloadInfo("mnist").files.length; // 4
 */
export function downloadInfo(name: DownloadName): DownloadInfo {
  const found = entries().find((entry) => entry.name === name);
  if (found) return found;
  const near = nearest(String(name), downloadNames()).map((known) => `"${known}"`);
  const question = near.length > 0 ? ` Did you mean ${near.join(" or ")}?` : "";
  throw new RangeError(
    `There is no dataset "${String(name)}" to download.${question} There are: ${downloadNames().join(", ")}.`,
  );
}
