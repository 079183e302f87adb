import { count } from "./count.ts";

/** What of a TensorFlow.js tensor or variable is read to show it. */
export interface TensorLike {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly size: number;
  readonly isDisposed: boolean;
  dataSync(): ArrayLike<unknown>;
  dispose(): void;
  slice?(begin: number[], size: number[]): TensorLike;
}

interface SymbolicTensorLike {
  readonly dtype: string;
  readonly shape: readonly (number | null)[];
  readonly name: unknown;
}

/** What of danfo's DataFrame or Series is read; its own name for both is NDframe. */
export interface NDframeLike {
  readonly $isSeries: boolean;
  readonly $data: readonly unknown[];
  readonly $index: readonly unknown[];
  readonly $columns: readonly unknown[];
  readonly $dtypes: readonly unknown[];
}

/** What of a nodejs-polars DataFrame is read. */
export interface PolarsFrameLike {
  readonly height: number;
  readonly columns: readonly string[];
  readonly dtypes: readonly unknown[];
  slice(offset: number, length: number): PolarsFrameLike;
  rows(): unknown[][];
}

export function isTensor(value: unknown): value is TensorLike {
  if (typeof value !== "object" || value === null) return false;
  const tensor = value as Partial<TensorLike>;
  return (
    typeof tensor.dtype === "string" &&
    Array.isArray(tensor.shape) &&
    typeof tensor.size === "number" &&
    typeof tensor.isDisposed === "boolean" &&
    typeof tensor.dataSync === "function" &&
    typeof tensor.dispose === "function"
  );
}

/** A tensor of a layers model that has no values yet, such as `model.outputs[0]`. */
export function isSymbolicTensor(value: unknown): value is SymbolicTensorLike {
  if (typeof value !== "object" || value === null) return false;
  const tensor = value as Partial<SymbolicTensorLike>;
  return typeof tensor.dtype === "string" && Array.isArray(tensor.shape) && "sourceLayer" in value;
}

function symbolicHeadline({ dtype, shape, name }: SymbolicTensorLike): string {
  const axes = shape.map((length) => length ?? "null").join(", ");
  return `SymbolicTensor "${String(name)}" ${dtype} [${axes}]`;
}

export function isNDframe(value: unknown): value is NDframeLike {
  if (typeof value !== "object" || value === null) return false;
  const frame = value as Partial<NDframeLike>;
  return (
    typeof frame.$isSeries === "boolean" &&
    [frame.$data, frame.$index, frame.$columns, frame.$dtypes].every(Array.isArray)
  );
}

export function isPolarsFrame(value: unknown): value is PolarsFrameLike {
  if (typeof value !== "object" || value === null) return false;
  const frame = value as Partial<PolarsFrameLike>;
  return (
    typeof frame.height === "number" &&
    typeof frame.slice === "function" &&
    typeof frame.rows === "function" &&
    Array.isArray(frame.columns) &&
    Array.isArray(frame.dtypes)
  );
}

/**
 * One line for objects of the field that would fill pages with their internals when they stand in
 * another object or in a table cell: `Tensor float32 [32, 10]`, `DataFrame [344 rows × 8 columns]`.
 */
export function headline(value: unknown): string | undefined {
  if (isTensor(value)) return tensorHeadline(value);
  if (isSymbolicTensor(value)) return symbolicHeadline(value);
  if (!isNDframe(value)) return undefined;
  const rows = value.$index.length;
  return value.$isSeries
    ? `Series [${count(rows, "value")}]`
    : `DataFrame [${count(rows, "row")} × ${count(value.$columns.length, "column")}]`;
}

function tensorHeadline(tensor: TensorLike): string {
  const { name, trainable } = tensor as { name?: unknown; trainable?: unknown };
  const variable = typeof name === "string" && typeof trainable === "boolean";
  const kind = variable ? `Variable "${name}"` : "Tensor";
  const text = `${kind} ${tensor.dtype} [${tensor.shape.join(", ")}]`;
  return tensor.isDisposed ? `${text} (disposed)` : text;
}
