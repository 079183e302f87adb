import type { Tensor } from "@tensorflow/tfjs-node";
import type { DataFrame } from "../data-frame/data-frame.ts";
import type { Cell } from "../engine/cell.ts";
import type { Table } from "../engine/table.ts";
import type { Series } from "../series/series.ts";
import type { Numbers } from "../verbs/each-column.ts";
import type { ColumnLike } from "../verbs/rows.ts";

/** A frame of any columns. */
export interface FrameLike {
  /** @internal */
  readonly table: Table;
  toRecords(): readonly object[];
}

/** A column of some type. */
export interface SeriesLike<T> extends ColumnLike {
  readonly values: readonly T[];
  readonly name: string;
}

/** Numbers a scaler takes: a frame, a column, a list, a list of rows, or a tensor of rank 1 or 2. */
export type NumbersLike =
  | FrameLike
  | SeriesLike<number | null>
  | readonly (number | null)[]
  | readonly (readonly (number | null)[])[]
  | Float32Array
  | Float64Array
  | Tensor;

/** What a scaler makes of them: the same kind. Missing values are null in frames, NaN in lists. */
export type ScaledLike<X> = X extends { toRecords(): readonly (infer R extends object)[] }
  ? DataFrame<Numbers<R>>
  : X extends SeriesLike<infer T>
    ? Series<number | Extract<T, null>>
    : X extends Tensor
      ? X
      : X extends readonly (readonly unknown[])[]
        ? number[][]
        : number[];

/** A list of labels: a column, a list, or a tensor of rank 1. */
export type Labels<T extends Cell = Cell> = SeriesLike<T> | readonly T[] | Tensor;

/** The same kind as the labels given, with values of another type. */
export type LabelsLike<X, T> = X extends readonly unknown[]
  ? T[]
  : X extends Tensor
    ? Tensor
    : Series<T>;

/** The type of a label, where only one value of it was seen. */
export type Widened<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends boolean
      ? boolean
      : T;

/** Whether a value is a tensor, told without loading TensorFlow. */
export const isTensor = (value: unknown): value is Tensor =>
  typeof value === "object" &&
  value !== null &&
  "dataSync" in value &&
  typeof value.dataSync === "function";

export const isFrame = (value: unknown): value is DataFrame =>
  typeof value === "object" && value !== null && "table" in value && "columns" in value;

export const isSeries = (value: unknown): value is Series =>
  typeof value === "object" && value !== null && "data" in value && "labels" in value;
