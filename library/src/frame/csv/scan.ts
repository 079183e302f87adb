/** One record of a CSV file: its bytes (with the line end), its first line, and its cells. */
export interface CsvRecord {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly cells: number;
  readonly blank: boolean;
}

const [doubleQuote, newline, carriage] = [0x22, 0x0a, 0x0d];

/** Walks over the records of a file; a line break inside quotes does not end one. */
export function* records(
  bytes: Uint8Array,
  sep: string,
  quote: number | undefined = doubleQuote,
): Generator<CsvRecord> {
  const separator = sep.charCodeAt(0);
  let [start, line, first, cells] = [0, 1, 1, 1];
  let [quoted, blank] = [false, true];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === newline) line += 1;
    if (byte === newline && !quoted) {
      yield { start, end: at + 1, line: first, cells, blank };
      [start, first, cells, blank] = [at + 1, line, 1, true];
      continue;
    }
    if (byte === quote) quoted = !quoted;
    else if (byte === separator && !quoted) cells += 1;
    if (byte !== carriage) blank = false;
  }
  if (start < bytes.length) yield { start, end: bytes.length, line: first, cells, blank };
}

/** The file without its blank lines, which pandas passes over and the engine reads as missing. */
export function withoutBlankLines(bytes: Buffer, sep: string, quote?: number): Buffer {
  const kept: Buffer[] = [];
  for (const { start, end, blank } of records(bytes, sep, quote)) {
    if (!blank) kept.push(bytes.subarray(start, end));
  }
  return Buffer.concat(kept);
}

/**
 * The first record that has too many cells, in words; or undefined.
 *
 * @param from `width`: how many cells there may be; as many as the first record has where that is not
 *   given. `before`: the line of the file that the bytes begin with, from 1.
 */
export function longRecord(
  bytes: Uint8Array,
  sep: string,
  from: { readonly quote?: number; readonly width?: number; readonly before?: number } = {},
): string | undefined {
  let { width } = from;

  for (const { cells, line, blank } of records(bytes, sep, from.quote)) {
    if (blank) continue;
    width ??= cells;
    if (cells > width)
      return `line ${(from.before ?? 1) + line - 1} has ${cells} cells, the first line ${width}; quote the separator, or leave such lines out: onBadLines: "skip"`;
  }
  return undefined;
}

/**
 * A quote that is never closed, in words with its line; or undefined.
 *
 * @param before the line of the file that the bytes begin with, from 1
 */
export function openQuote(
  bytes: Uint8Array,
  quote: number | undefined = doubleQuote,
  before = 1,
): string | undefined {
  let [line, since, open] = [before, before, false];
  for (const byte of bytes) {
    if (byte === newline) line += 1;
    if (byte !== quote) continue;
    open = !open;
    if (open) since = line;
  }
  if (!open) return undefined;
  return `line ${since} opens a quote that is never closed; close it, or say that quotes mean nothing: quoteChar: null.`;
}
