import pl from "nodejs-polars";
import { shown } from "../../engine/cell.ts";
import { type DType, dtypeOf } from "../../engine/dtypes.ts";
import { castTo, toEngine } from "../../engine/to-engine.ts";
import { frameOfLines } from "../../io/json.ts";
import { blocks } from "./blocks.ts";
import { defaultBlockBytes, type ScanOptions } from "./options.ts";
import { type Schema, type Source, widen } from "./source.ts";

/** Files with one JSON record a line, read in blocks of lines. */
export class NdjsonSource implements Source {
  readonly schema: Schema = new Map();
  readonly #paths: readonly string[];
  readonly #options: ScanOptions;
  readonly #unknown = new Set<string>();
  readonly #fixed: Set<string>;

  private constructor(paths: readonly string[], options: ScanOptions) {
    this.#paths = paths;
    this.#options = options;
    const dtypes = Object.entries(options.dtypes ?? {}) as [string, DType][];
    this.#fixed = new Set(dtypes.map(([name]) => name));
    for (const [name, dtype] of dtypes) this.schema.set(name, dtype);
  }

  static async open(paths: readonly string[], options: ScanOptions): Promise<NdjsonSource> {
    const source = new NdjsonSource(paths, options);
    for await (const frame of source.#raw()) {
      for (const column of frame.getColumns()) {
        if (source.#fixed.has(column.name)) continue;
        source.schema.set(column.name, dtypeOf(column));
        if (column.nullCount() === column.length) source.#unknown.add(column.name);
      }
      break;
    }
    if (source.schema.size === 0) throw new Error(`${shown(paths[0])} has no record.`);
    return source;
  }

  async *frames(columns: readonly string[]): AsyncGenerator<pl.DataFrame> {
    for await (const raw of this.#raw()) {
      const found = raw
        .getColumns()
        .filter((column) => column.nullCount() < column.length)
        .map((column): [string, DType] => [column.name, dtypeOf(column)]);
      widen(this.schema, this.#unknown, new Map(found), this.#fixed);
      yield pl.DataFrame(
        columns.map((name) => {
          const dtype = this.schema.get(name) ?? "string";
          return raw.columns.includes(name)
            ? castTo(raw.getColumn(name), dtype)
            : toEngine(name, new Array<null>(raw.height).fill(null), dtype);
        }),
      );
    }
  }

  async *#raw(): AsyncGenerator<pl.DataFrame> {
    for (const path of this.#paths) {
      const size = this.#options.blockBytes ?? defaultBlockBytes;
      // A line break inside of a text is written \n in JSON: every line is a record.
      for await (const { bytes, line } of blocks(path, undefined, size)) {
        let frame;
        try {
          frame = frameOfLines(bytes.toString("utf8"), line).table.data;
        } catch (error) {
          throw new Error(`${shown(path)} cannot be read as JSON: ${(error as Error).message}`, {
            cause: error,
          });
        }
        if (frame.height > 0) yield frame;
      }
    }
  }
}
