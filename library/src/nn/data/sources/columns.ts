import { tensorflow, type Tensor } from "../../../tensorflow/index.ts";
import {
  described,
  isRecord,
  isShaped,
  isTensor,
  type NumberArray,
  type Shaped,
} from "../element.ts";
import { type Pipe, type Sequence, sequencePipe } from "../pipe/pipe.ts";
import { dtypeOf, stackNumbers } from "../stack.ts";

/** One value a row: a tensor, an array of any kind, or flat numbers with a shape. */
export type Column = Tensor | NumberArray | Shaped | readonly unknown[];

/** Columns by name, in groups where wanted, or one column alone. */
export type Columns = Column | { readonly [name: string]: Columns };

/** What one row of the columns is. */
export type RowOf<C> = C extends Tensor
  ? Tensor
  : C extends NumberArray
    ? number
    : C extends Shaped
      ? Shaped
      : C extends readonly (infer E)[]
        ? E
        : { readonly [K in keyof C]: RowOf<C[K]> };

/** The rows of columns of one length. The columns stay the caller's. */
export function columnsPipe<C extends Columns>(columns: C): Pipe<RowOf<C>> {
  const lengths = lengthsOf(columns, "");
  const [first] = lengths;
  if (first === undefined) throw new TypeError("A dataset needs at least one column.");
  if (lengths.some(({ length }) => length !== first.length))
    throw new RangeError(
      `The columns have different numbers of rows: ${lengths.map(({ name, length }) => `${name || "values"} ${length}`).join(", ")}.`,
    );
  const rows = rowsOf(columns, first.length) as Sequence<RowOf<C>>;
  return sequencePipe(first.length, () => rows);
}

interface Length {
  readonly name: string;
  readonly length: number;
}

function lengthsOf(columns: Columns, name: string): Length[] {
  if (isTensor(columns)) {
    if (columns.shape.length === 0)
      throw new TypeError(`${name || "The tensor"} is a scalar, which has no rows.`);
    return [{ name, length: columns.shape[0] }];
  }
  if (isShaped(columns)) return [{ name, length: columns.shape[0] ?? 0 }];
  if (Array.isArray(columns) || ArrayBuffer.isView(columns))
    return [{ name, length: (columns as ArrayLike<unknown>).length }];
  if (!isRecord(columns))
    throw new TypeError(
      `${name || "A dataset"} needs a tensor or an array, one value a row, not ${described(columns)}.`,
    );
  return Object.entries(columns).flatMap(([key, inner]) =>
    lengthsOf(inner, name ? `${name}.${key}` : key),
  );
}

function rowsOf(columns: Columns, length: number): Sequence<unknown> {
  if (isTensor(columns)) return tensorRows(columns);
  if (isShaped(columns)) return shapedRows(columns);
  if (ArrayBuffer.isView(columns)) return numberRows(columns);
  if (Array.isArray(columns)) return valueRows(columns);
  const inner = Object.entries<Columns>(columns as Record<string, Columns>).map(
    ([name, column]) => [name, rowsOf(column, length)] as const,
  );
  return {
    length,
    at: (index) => Object.fromEntries(inner.map(([name, rows]) => [name, rows.at(index)])),
    gather(indices) {
      const made = inner.map(([name, rows]) => [name, rows.gather?.(indices)] as const);
      if (made.every(([, batch]) => batch !== undefined)) return Object.fromEntries(made);
      // One column has to be put together row by row; then all are.
      tensorflow().dispose(made.map(([, batch]) => batch));
      return undefined;
    },
  };
}

function tensorRows(tensor: Tensor): Sequence<unknown> {
  const tf = tensorflow();
  const rank = tensor.shape.length;
  return {
    length: tensor.shape[0],
    at: (index) =>
      tf.tidy(() =>
        tensor
          .slice([index, ...Array<number>(rank - 1).fill(0)], [1, ...tensor.shape.slice(1)])
          .reshape(tensor.shape.slice(1)),
      ),
    gather: (indices) => {
      const at = tf.tensor1d(indices, "int32");
      const rows = tf.gather(tensor, at);
      at.dispose();
      return rows;
    },
  };
}

function shapedRows({ data, shape }: Shaped): Sequence<Shaped> {
  const [length, ...rest] = shape;
  const size = rest.reduce((product, n) => product * n, 1);
  if (data.length !== length * size)
    throw new RangeError(
      `There are ${data.length} values where the shape [${shape.join(", ")}] says ${length * size}.`,
    );
  const part = (index: number): NumberArray | readonly number[] =>
    "subarray" in data
      ? data.subarray(index * size, (index + 1) * size)
      : data.slice(index * size, (index + 1) * size);
  const dtype = dtypeOf({ data, shape });
  return {
    length,
    at: (index) => ({ data: part(index), shape: rest }),
    gather: (indices) =>
      stackNumbers(
        Array.from(indices, (index) => ({ data: part(index), shape: rest })),
        dtype,
        String,
      ),
  };
}

function numberRows(values: NumberArray): Sequence<number> {
  const dtype = dtypeOf(values);
  return {
    length: values.length,
    at: (index) => values[index],
    gather(indices) {
      const taken =
        dtype === "int32" ? new Int32Array(indices.length) : new Float32Array(indices.length);
      for (let i = 0; i < indices.length; i++) taken[i] = values[indices[i]];
      return tensorflow().tensor1d(taken, dtype);
    },
  };
}

/** Plain values, which may be of any kind: each is looked at when its batch is made. */
function valueRows(values: readonly unknown[]): Sequence<unknown> {
  const numbers = values.every((value) => typeof value === "number");
  return {
    length: values.length,
    at: (index) => values[index],
    ...(numbers && {
      gather: (indices: Int32Array) =>
        tensorflow().tensor1d(Float32Array.from(indices, (index) => values[index])),
    }),
  };
}
