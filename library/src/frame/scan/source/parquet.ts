import pl from "nodejs-polars";
import { adopt } from "../../engine/adopt.ts";
import { dtypeOf } from "../../engine/dtypes.ts";
import { reading } from "../../io/file.ts";
import { shown } from "../../engine/cell.ts";
import type { Schema, Source } from "./source.ts";

/** So many rows of a Parquet file are in memory at a time. */
const rowsAtOnce = 250_000;

/** Parquet files, read in runs of rows. */
export class ParquetSource implements Source {
  readonly schema: Schema = new Map();
  readonly #paths: readonly string[];

  constructor(paths: readonly string[]) {
    this.#paths = paths;
    for (const path of paths) {
      const names = reading(path, "Parquet", () => adopt(open(path).head(0).collectSync()).data);
      if (this.schema.size === 0) {
        for (const column of names.getColumns()) this.schema.set(column.name, dtypeOf(column));
      }
      const own = [...this.schema.keys()];
      if (names.columns.join("\n") === own.join("\n")) continue;
      throw new Error(
        `${shown(path)} has the columns ${names.columns.join(", ")}; the first file has ${own.join(", ")}.`,
      );
    }
  }

  async *frames(columns: readonly string[]): AsyncGenerator<pl.DataFrame> {
    for (const path of this.#paths) {
      const [rows = 0] = open(path)
        .select(pl.len().alias("n"))
        .collectSync()
        .toSeries(0)
        .toArray() as number[];
      for (let start = 0; start < rows; start += rowsAtOnce) {
        const run = open(path)
          .select(...columns)
          .slice(start, rowsAtOnce);
        yield adopt(reading(path, "Parquet", () => run.collectSync())).data;
      }
    }
  }

  lazy = (): pl.LazyDataFrame => pl.concat(this.#paths.map(open));
}

const open = (path: string): pl.LazyDataFrame => pl.scanParquet(path, { glob: false });
