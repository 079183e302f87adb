import pl from "nodejs-polars";
import { columnNames, missingTexts, parseBytes, type ParseOptions } from "../../csv/parse.ts";
import { longRecord, withoutBlankLines } from "../../csv/scan.ts";
import { settleTypes } from "../../csv/settle.ts";
import { shown } from "../../engine/cell.ts";
import { type DType, dtypeOf, engineType, isNumeric } from "../../engine/dtypes.ts";
import { knownColumns } from "../../engine/names.ts";
import { castTo } from "../../engine/to-engine.ts";
import { blocks, lastRecordEnd } from "./blocks.ts";
import { defaultBlockBytes, type ScanOptions } from "./options.ts";
import { type Schema, type Source, widen, WiderSchema } from "./source.ts";

const quote = 0x22;

/** The options that the engine is told. */
const parsed = ["sep", "naValues", "keepDefaultNa", "decimal"];

/** CSV files, read in blocks of whole records. */
export class CsvSource implements Source {
  readonly schema: Schema = new Map();
  readonly #paths: readonly string[];
  readonly #options: ScanOptions;
  readonly #unknown = new Set<string>();
  /** Columns whose type the caller has said. */
  readonly #fixed: Set<string>;
  /** Columns of numbers with spaces around them, which the engine cannot read as such. */
  readonly #texts = new Set<string>();

  private constructor(paths: readonly string[], options: ScanOptions) {
    this.#paths = paths;
    this.#options = options;
    this.#fixed = new Set(Object.keys(options.dtypes ?? {}));
  }

  /** The types of the first block decide until a later one contradicts them. */
  static async open(paths: readonly string[], options: ScanOptions): Promise<CsvSource> {
    const source = new CsvSource(paths, options);
    for await (const { bytes } of source.#blocks(paths[0] ?? "")) {
      const first = source.#inferred(withoutMark(bytes), options.header ?? true);
      knownColumns([...source.#fixed, ...(options.parseDates ?? [])], first.columns);
      for (const column of first.getColumns()) {
        source.schema.set(column.name, dtypeOf(column));
        if (column.nullCount() === column.length) source.#unknown.add(column.name);
      }
      break;
    }
    if (source.schema.size === 0)
      throw new Error(`${shown(paths[0])} is empty; a CSV file has a header at least.`);
    return source;
  }

  async *frames(columns: readonly string[]): AsyncGenerator<pl.DataFrame> {
    for (const path of this.#paths) {
      let begun = false;
      for await (const { bytes, line } of this.#blocks(path)) {
        let body = bytes;
        if (!begun) {
          body = withoutMark(body);
          if (this.#options.header ?? true) body = this.#withoutHeader(path, body);
        }
        begun = true;
        if (body.length > 0) yield this.#parsed(path, line, body, columns);
      }
    }
  }

  #blocks(path: string): ReturnType<typeof blocks> {
    return blocks(path, quote, this.#options.blockBytes ?? defaultBlockBytes);
  }

  /** What follows the header, which must be that of the first file. */
  #withoutHeader(path: string, bytes: Buffer): Buffer {
    let end = bytes.indexOf(10) + 1;
    while (end > 0 && lastRecordEnd(bytes.subarray(0, end), quote) !== end) {
      end = bytes.indexOf(10, end) + 1;
    }
    const header = end === 0 ? bytes : bytes.subarray(0, end);
    const names = columnNames(parseBytes(header, this.#parsing(true), 0).columns, this.#options);
    const own = [...this.schema.keys()];
    if (names.join("\n") !== own.join("\n")) {
      throw new Error(
        `${shown(path)} has the columns ${names.join(", ")}; the first file has ${own.join(", ")}.`,
      );
    }
    return end === 0 ? bytes.subarray(bytes.length) : bytes.subarray(end);
  }

  /** A block whose types are found from its values. */
  #inferred(bytes: Buffer, header: boolean): pl.DataFrame {
    const raw = parseBytes(bytes, this.#parsing(header), null);
    raw.columns = header
      ? columnNames(raw.columns, this.#options)
      : this.#names(raw.columns.length);
    return settleTypes(raw, this.#options);
  }

  #parsing(header: boolean): ParseOptions {
    const own = Object.entries(this.#options).filter(([name]) => parsed.includes(name));
    return { ...Object.fromEntries(own), header };
  }

  #names(width: number): string[] {
    const known = [...this.schema.keys()];
    return known.length > 0
      ? known
      : columnNames(
          Array.from({ length: width }, (_, at) => String(at)),
          this.#options,
        );
  }

  #parsed(path: string, line: number, bytes: Buffer, columns: readonly string[]): pl.DataFrame {
    try {
      let raw = this.#read(bytes, columns);
      if (raw.height > 0 && raw.getColumns().every((column) => column.nullCount() > 0)) {
        const dense = withoutBlankLines(bytes, this.#options.sep ?? ",");
        if (dense.length < bytes.length) raw = this.#read(dense, columns);
      }
      this.#lookAtUnknown(raw, bytes);
      return pl.DataFrame(raw.getColumns().map((column) => this.#settled(column)));
    } catch (error) {
      if (error instanceof WiderSchema) throw error;
      const [, spaced] = /as dtype `[if]\d+` at column '([^']*)'/u.exec(String(error)) ?? [];
      const explained = this.#explained(error as Error, path, line, bytes);
      if (explained instanceof WiderSchema || spaced === undefined || this.#texts.has(spaced)) {
        throw explained;
      }
      // Its values are numbers after all: with spaces around them.
      this.#texts.add(spaced);
      return this.#parsed(path, line, bytes, columns);
    }
  }

  /** Numbers are read by the engine; what it reads otherwise than pandas does is read as text first. */
  #read(bytes: Buffer, columns: readonly string[]): pl.DataFrame {
    const options = this.#options;
    const schema = [...this.schema].map(([name, dtype]): [string, pl.DataType] => [
      name,
      isNumeric(dtype) && !this.#texts.has(name) ? engineType(dtype) : pl.Utf8,
    ]);
    const own = options.naValues ?? [];
    const frame = pl.readCSV(bytes, {
      sep: options.sep ?? ",",
      hasHeader: false,
      schema: Object.fromEntries(schema),
      columns: [...columns],
      nullValues: options.keepDefaultNa === false ? [...own] : [...missingTexts, ...own],
      decimalComma: options.decimal === ",",
      truncateRaggedLines: false,
      raiseIfEmpty: false,
    });
    return frame.select(...columns);
  }

  /** A column in the type of the schema; the schema gives way where the values need a wider one. */
  #settled(raw: pl.Series): pl.Series {
    const { name } = raw;
    const dtype = this.schema.get(name) ?? "string";
    if (this.#fixed.has(name) || dtypeOf(raw) === dtype) return castTo(raw, dtype);
    const dates = dtype === "date" || dtype === "datetime" ? [name] : [];
    const found = settleTypes(pl.DataFrame([raw]), { parseDates: dates }).toSeries(0);
    if (found.nullCount() < found.length) {
      widen(this.schema, this.#unknown, new Map([[name, dtypeOf(found)]]), this.#fixed);
    }
    return castTo(found, dtype);
  }

  /** Columns without any value so far are read as text; the first value tells their type. */
  #lookAtUnknown(raw: pl.DataFrame, bytes: Buffer): void {
    const seen = [...this.#unknown].filter(
      (name) => raw.columns.includes(name) && raw.getColumn(name).nullCount() < raw.height,
    );
    if (seen.length > 0) this.#widen(bytes, seen);
  }

  #widen(bytes: Buffer, names: readonly string[]): void {
    const found = this.#inferred(Buffer.from(bytes), false)
      .getColumns()
      .filter(({ name, length }) => names.includes(name) && length > 0)
      .filter((column) => column.nullCount() < column.length)
      .map((column): [string, DType] => [column.name, dtypeOf(column)]);
    widen(this.schema, this.#unknown, new Map(found), this.#fixed);
  }

  #explained(error: Error, path: string, line: number, bytes: Buffer): Error {
    const reason = error.message.split("\n")[0] ?? "";
    if (/could not parse/u.test(reason)) {
      try {
        this.#widen(bytes, [...this.schema.keys()]);
      } catch (wider) {
        if (wider instanceof WiderSchema) return wider;
      }
    }
    const long = longRecord(bytes, this.#options.sep ?? ",", {
      width: this.schema.size,
      before: line,
    });
    return new Error(`${shown(path)} cannot be read as CSV: ${long ?? reason}`, { cause: error });
  }
}

/** Without the byte-order mark that a file may begin with. */
const withoutMark = (bytes: Buffer): Buffer =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
