import type { ProgressDocument, ProgressRecord } from "./types.ts";

/** The file's text: a record a line in a fixed order, so that git shows and merges additions. */
export function writeDocument({ schema, writer, name, records }: ProgressDocument): string {
  const head = JSON.stringify({ schema, writer, ...(name !== undefined && { name }) }).slice(0, -1);
  const lines = [...records].sort(inOrder).map((record) => JSON.stringify(record));
  return `${head},"records":[\n${lines.join(",\n")}\n]}\n`;
}

/** By causality, then by id: the same for everyone. */
export function inOrder(a: ProgressRecord, b: ProgressRecord): number {
  return a.seq - b.seq || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Letters, digits, `-` and `_`: a writer names a file on every system. */
export function isWriter(name: string): boolean {
  return /^[\w-]{1,64}$/.test(name);
}
