import {
  Bool,
  type DataType,
  DateDay,
  Float32,
  Float64,
  Int32,
  Int64,
  Table,
  tableToIPC,
  TimestampMicrosecond,
  Utf8,
  type Vector,
  vectorFromArray,
} from "apache-arrow";
import pl from "nodejs-polars";
import { DataFrame, type Cell } from "../frame/index.ts";
import { type DType, dtypeOf, variantOf } from "../frame/engine/dtypes.ts";
import { frameOf } from "../frame/engine/make.ts";
import { SparkError } from "./spark-error.ts";

/**
 * The rows of all Arrow IPC streams, one after the other, as a frame. Decimals become float64; lists,
 * maps and structs are refused with the remedy, since a cell of a frame holds one value.
 */
export function frameFromArrow<R extends object>(batches: readonly Uint8Array[]): DataFrame<R> {
  const parts = batches.map((batch) => pl.readIPCStream(Buffer.from(batch)));
  if (parts.length === 0) return new DataFrame([]) as unknown as DataFrame<R>;
  // Spark sends an empty batch along where a partition has no rows.
  const filled = parts.filter((part) => part.height > 0);
  const whole = filled.length > 0 ? pl.concat(filled) : parts[0];
  return frameOf({ data: pl.DataFrame(whole.getColumns().map(simple)), index: undefined });
}

function simple(series: pl.Series): pl.Series {
  const variant = variantOf(series);
  if (variant === "Decimal") return series.cast(pl.Float64);
  if (dtypeOf(series) !== "object" || variant === "Null") return series;
  throw new SparkError(
    `Column ${JSON.stringify(series.name)} is a ${variant}; a cell of a frame holds one value. Select its parts, or to_json(${series.name}).`,
  );
}

/**
 * A frame as one Arrow IPC stream, in types that every Spark reads: polars would write texts as views,
 * which Spark does not know, and dates in milliseconds, where it has microseconds.
 */
export function arrowOf<R extends object>(frame: DataFrame<R>): Uint8Array {
  const { dtypes } = frame;
  const columns = Object.entries(frame.toColumns() as Record<string, Cell[]>);
  const vectors = columns.map(([name, cells], i) => [name, vectorOf(name, cells, dtypes[i])]);
  return tableToIPC(new Table(Object.fromEntries(vectors) as Record<string, Vector>), "stream");
}

function vectorOf(name: string, cells: Cell[], dtype: DType): Vector {
  const vector = (type: DataType, values: readonly unknown[] = cells): Vector =>
    vectorFromArray(values, type);
  switch (dtype) {
    case "boolean":
      return vector(new Bool());
    case "string":
    case "category":
      return vector(new Utf8());
    case "date":
      return vector(new DateDay());
    case "datetime":
      return vector(new TimestampMicrosecond("UTC"));
    case "float32":
      return vector(new Float32());
    case "float64":
      return vector(new Float64());
    case "int8":
    case "int16":
    case "int32":
    case "uint8":
    case "uint16":
      return vector(new Int32());
    case "uint32":
    case "int64":
    case "uint64":
      return vector(
        new Int64(),
        cells.map((cell) => wide(name, cell as number | bigint | null)),
      );
    case "duration":
      throw new SparkError(
        `Column ${JSON.stringify(name)} holds durations; send dt.totalSeconds() of it.`,
      );
    case "object":
      throw new SparkError(
        `Column ${JSON.stringify(name)} holds objects, which Spark cannot take.`,
      );
  }
}

/** Spark has no unsigned numbers: the largest do not fit. */
function wide(name: string, cell: number | bigint | null): bigint | null {
  if (cell === null) return null;
  const value = BigInt(cell);
  if (BigInt.asIntN(64, value) === value) return value;
  throw new SparkError(
    `Column ${JSON.stringify(name)} holds ${value}; Spark's integers end at 9223372036854775807.`,
  );
}
