import type { Tensor } from "@tensorflow/tfjs-node";
import pl from "nodejs-polars";
import { shown } from "../engine/cell.ts";
import { frameOf, seriesOf } from "../engine/make.ts";
import { tensorFrom } from "../interop/tensor.ts";
import { floatsOf, fromFloats } from "../verbs/windows/index.ts";
import { isFrame, isSeries, isTensor } from "./kinds.ts";

/** Numbers by column, NaN where missing, and the way back to the kind they came as. */
export interface Matrix {
  readonly columns: readonly Float64Array[];
  readonly rows: number;
  /** Column names, where the kind has them. */
  readonly names: readonly string[] | undefined;
  /** Other numbers of the same shape as the same kind. */
  readonly rebuild: (columns: readonly Float64Array[]) => unknown;
}

const number = (value: unknown, verb: string, where: string): number => {
  if (value === null || value === undefined) return Number.NaN;
  if (typeof value === "number") return value;
  if (typeof value === "boolean" || typeof value === "bigint") return Number(value);
  throw new TypeError(`${verb} needs numbers; ${where} is ${shown(value)}.`);
};

function ofLists(rows: readonly (readonly unknown[])[], verb: string): Matrix {
  const width = rows[0].length;
  const wrong = rows.findIndex((row) => !Array.isArray(row) || row.length !== width);
  if (wrong >= 0)
    throw new RangeError(
      `${verb}: row ${wrong} is ${shown(rows[wrong])}, but row 0 has ${width} numbers.`,
    );
  const columns = Array.from({ length: width }, (_, j) =>
    Float64Array.from(rows, (row, i) => number(row[j], verb, `row ${i}, column ${j}`)),
  );
  const rebuild = (made: readonly Float64Array[]): number[][] =>
    rows.map((_, i) => made.map((one) => one[i]));
  return { columns, rows: rows.length, names: undefined, rebuild };
}

function ofTensor(tensor: Tensor, verb: string): Matrix {
  const { shape } = tensor;
  if (shape.length < 1 || shape.length > 2)
    throw new RangeError(
      `${verb} takes tensors of shape [rows] or [rows, columns]; got [${shape.join(", ")}].`,
    );
  if (tensor.dtype === "string")
    throw new TypeError(`${verb} needs numbers; got a tensor of texts.`);
  const [rows, width = 1] = shape;
  const cells = tensor.dataSync();
  const columns = Array.from({ length: width }, (_, j) =>
    Float64Array.from({ length: rows }, (_row, i) => Number(cells[i * width + j])),
  );
  const rebuild = (made: readonly Float64Array[]): Tensor => {
    const flat = new Float32Array(rows * width);
    made.forEach((one, j) => one.forEach((value, i) => (flat[i * width + j] = value)));
    return tensorFrom(flat, shape);
  };
  return { columns, rows, names: undefined, rebuild };
}

/** The numbers of a frame, a column, a list, a list of rows or a tensor. */
export function matrixOf(data: unknown, verb: string): Matrix {
  if (isFrame(data)) {
    const { data: own, index } = data.table;
    return {
      columns: own.getColumns().map((one) => floatsOf(one, verb)),
      rows: own.height,
      names: own.columns,
      rebuild: (made) =>
        frameOf({
          data: pl.DataFrame(made.map((one, j) => fromFloats(own.columns[j], one))),
          index,
        }),
    };
  }
  if (isSeries(data)) {
    return {
      columns: [floatsOf(data.data, verb)],
      rows: data.length,
      names: undefined,
      rebuild: ([only]) => seriesOf(fromFloats(data.name, only), data.labels),
    };
  }
  if (isTensor(data)) return ofTensor(data, verb);
  if (!Array.isArray(data) && !ArrayBuffer.isView(data))
    throw new TypeError(
      `${verb} takes a frame, a column, an array or a tensor; got ${shown(data)}.`,
    );
  const list = data as unknown as ArrayLike<unknown>;
  if (Array.isArray(list[0])) return ofLists(Array.from(list) as unknown[][], verb);
  const cells = Float64Array.from({ length: list.length }, (_, i) =>
    number(list[i], verb, `value ${i}`),
  );
  return { columns: [cells], rows: cells.length, names: undefined, rebuild: ([only]) => [...only] };
}
