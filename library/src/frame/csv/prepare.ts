import { records } from "./scan.ts";

/** What is done with the lines of a file before its cells are read. */
export interface LineOptions {
  readonly sep: string;
  /** The byte that line breaks may stand between; undefined where none does. */
  readonly quote: number | undefined;
  readonly comment: string | undefined;
  /** How many records come before the one with the names. */
  readonly before: number;
  readonly skipRows: number | readonly number[];
  readonly skipFooter: number;
  readonly badLines: "error" | "skip" | "warn";
  readonly warn: (message: string) => void;
}

/** The lines that are wanted, without their comments. */
export function preparedLines(bytes: Buffer, options: LineOptions): Buffer {
  const { sep, quote, skipRows, badLines } = options;
  const skipped = (row: number): boolean =>
    typeof skipRows === "number" ? row < skipRows : skipRows.includes(row);
  let kept: { bytes: Buffer; blank: boolean }[] = [];
  let [row, before] = [0, options.before];
  let width: number | undefined;
  for (const record of records(bytes, sep, quote)) {
    row += 1;
    if (skipped(row - 1)) continue;
    const whole = bytes.subarray(record.start, record.end);
    const line = options.comment === undefined ? whole : withoutComment(whole, options);
    if (line === undefined) continue;
    if (!record.blank && before > 0) {
      before -= 1;
      continue;
    }
    if (!record.blank) {
      const cells = line === whole ? record.cells : cellsOf(line, options);
      width ??= cells;
      if (cells > width && badLines !== "error") {
        if (badLines === "warn") {
          options.warn(`line ${record.line} has ${cells} cells, not ${width}: it is left out`);
        }
        continue;
      }
    }
    kept.push({ bytes: line, blank: record.blank });
  }
  if (options.skipFooter > 0) {
    while (kept.at(-1)?.blank === true) kept.pop();
    kept = kept.slice(0, -options.skipFooter);
  }
  return Buffer.concat(kept.map((line) => line.bytes));
}

const cellsOf = (line: Buffer, { sep, quote }: LineOptions): number => {
  const [record] = records(line, sep, quote);
  return record?.cells ?? 0;
};

/** A line up to its comment; undefined where it is nothing but one. */
function withoutComment(line: Buffer, { comment = "#", quote }: LineOptions): Buffer | undefined {
  const mark = comment.charCodeAt(0);
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === quote) quoted = !quoted;
    if (quoted || line[at] !== mark) continue;
    if (at === 0) return undefined;
    return Buffer.concat([line.subarray(0, at), Buffer.from("\n")]);
  }
  return line;
}
