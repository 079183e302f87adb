import { writeFileSync } from "node:fs";
import type { ToCSVOptions } from "../csv/write.ts";
import type { DataFrame } from "../data-frame/data-frame.ts";
import { checkOptions } from "../engine/options.ts";

export interface ToJSONOptions {
  /** Where to write; without it nothing is written. */
  readonly filePath?: string;
  /** Rows as objects (`"column"`, danfo's name for it and the default), or columns as arrays (`"row"`). */
  readonly format?: "column" | "row";
}

/**
 * The frame as CSV text: {@link DataFrame.toCSV} as a function, as in danfo.
 *
 * @example
 * toCSV(new DataFrame({ a: [1, 2] })); // "a\n1\n2\n"
 */
export function toCSV<R extends object>(frame: DataFrame<R>, options: ToCSVOptions = {}): string {
  return frame.toCSV(options);
}

/**
 * The frame as plain objects, written as JSON to `filePath` where one is given, as in danfo.
 *
 * @example
 * const df = new DataFrame({ a: [1, 2] });
 * toJSON(df); // [{ a: 1 }, { a: 2 }]
 * toJSON(df, { format: "row" }); // { a: [1, 2] }
 */
export function toJSON<R extends object>(
  frame: DataFrame<R>,
  options: ToJSONOptions = {},
): R[] | { [K in keyof R]: R[K][] } {
  checkOptions("toJSON", options, ["filePath", "format"]);
  const { filePath, format = "column" } = options;
  if (format !== "column" && format !== "row") {
    throw new TypeError(`toJSON: format is "column" or "row"; got ${JSON.stringify(format)}.`);
  }
  const plain = format === "row" ? frame.toColumns() : frame.toRecords();
  if (filePath !== undefined) writeFileSync(filePath, JSON.stringify(plain));
  return plain as R[];
}

/** Writes an Excel workbook: {@link DataFrame.toExcel} as a function, as in danfo. */
export async function toExcel<R extends object>(
  frame: DataFrame<R>,
  options: { readonly filePath: string; readonly sheetName?: string },
): Promise<void> {
  checkOptions("toExcel", options, ["filePath", "sheetName"]);
  const { filePath, ...rest } = options;
  await frame.toExcel(filePath, rest);
}
