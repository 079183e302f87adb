import type { Row } from "../engine/cell.ts";
import { checkOptions } from "../engine/options.ts";
import { writeArrow, writeExcel, writeNDJSON, writeParquet } from "../io/write.ts";
import { FrameJoins } from "./joins.ts";

/** The frame in files. Row labels are not written; `resetIndex` makes a column of them. */
export class FrameFiles<R extends object = Row> extends FrameJoins<R> {
  /**
   * Writes a Parquet file: small, fast, with types.
   *
   * @example
   * df.toParquet("trips.parquet");
   */
  toParquet(filePath: string): void {
    writeParquet(this.table, filePath);
  }

  /**
   * The frame as the bytes of an Arrow IPC file (Feather version 2), written to `filePath` where one is
   * given.
   *
   * @example
   * new DataFrame({ a: [1] }).toArrow().subarray(0, 6).toString(); // "ARROW1"
   */
  toArrow(filePath?: string): Buffer {
    return writeArrow(this.table, filePath);
  }

  /**
   * One JSON record a line, written to `filePath` where one is given.
   *
   * @example
   * new DataFrame({ a: [1, null], b: ["x", "y"] }).toNDJSON(); // '{"a":1,"b":"x"}\n{"a":null,"b":"y"}\n'
   */
  toNDJSON(filePath?: string): string {
    return writeNDJSON(this.table, filePath);
  }

  /**
   * Writes an Excel workbook with one sheet. Dates are written as UTC.
   *
   * @example
   * await df.toExcel("marks.xlsx", { sheetName: "May" });
   */
  async toExcel(filePath: string, options: { readonly sheetName?: string } = {}): Promise<void> {
    checkOptions("toExcel", options, ["sheetName"]);
    await writeExcel(this.table, filePath, options.sheetName ?? "Sheet1");
  }
}
