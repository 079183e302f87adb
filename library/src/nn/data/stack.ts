import { tensorflow, type Tensor } from "../../tensorflow/index.ts";
import { described, isShaped, isTensor, type Shaped } from "./element.ts";

export type NumberType = "float32" | "int32";

export interface Padding {
  /** What is put behind the shorter ones. */
  readonly value: number;
  /** A shape for each name; null in it, or no shape, means the longest of the batch. */
  readonly shapes: Readonly<Record<string, readonly (number | null)[]>>;
}

/** The type that numbers get in a tensor: whole-number arrays stay whole. */
export function dtypeOf(value: unknown): NumberType {
  if (isTensor(value)) return value.dtype === "int32" ? "int32" : "float32";
  const data: unknown = isShaped(value) ? value.data : value;
  if (!ArrayBuffer.isView(data)) {
    const inner: unknown = Array.isArray(data) ? data[0] : undefined;
    return typeof inner === "object" ? dtypeOf(inner) : "float32";
  }
  return data instanceof Float32Array || data instanceof Float64Array ? "float32" : "int32";
}

/** Flat numbers with their shape, of whatever holds numbers. @throws TypeError for what does not */
export function toShaped(value: unknown, where: string): Shaped {
  if (isShaped(value)) return value;
  if (isTensor(value)) return { data: value.dataSync<"float32">(), shape: value.shape };
  if (isNumbers(value)) {
    if (Array.isArray(value) && typeof value[0] === "object") {
      const rows = value.map((row: unknown) => toShaped(row, where));
      const [{ shape }] = rows;
      if (rows.some((row) => String(row.shape) !== String(shape)))
        throw new RangeError(`${where} has rows of different lengths.`);
      return { data: rows.flatMap(({ data }) => [...data]), shape: [rows.length, ...shape] };
    }
    return { data: value, shape: [value.length] };
  }
  if (typeof value === "number") return { data: [value], shape: [] };
  const remedy = value === null || value === undefined ? " Filter it out, or fill it." : "";
  throw new TypeError(
    `${where} is ${described(value)}, which cannot become a tensor: numbers, texts, truth values, arrays of numbers, { data, shape } and tensors can.${remedy}`,
  );
}

function isNumbers(value: unknown): value is number[] {
  if (ArrayBuffer.isView(value))
    return (
      "length" in value && !(value instanceof BigInt64Array || value instanceof BigUint64Array)
    );
  if (!Array.isArray(value)) return false;
  return value.every((one) => typeof one === "number" || isNumbers(one));
}

/** Blocks of one shape, one after the other. */
export function stackNumbers(
  blocks: readonly Shaped[],
  dtype: NumberType,
  where: (i: number) => string,
): Tensor {
  const [{ shape }] = blocks;
  const length = shape.reduce((product, n) => product * n, 1);
  const all = allocate(dtype, blocks.length * length);
  blocks.forEach((block, i) => {
    if (String(block.shape) !== String(shape) || block.data.length !== length)
      throw new RangeError(
        `${where(i)} has ${block.data.length} values of shape [${block.shape.join(", ")}]; the first of its batch has shape [${shape.join(", ")}]. paddedBatch makes sequences one length.`,
      );
    all.set(block.data, i * length);
  });
  return tensorflow().tensor(all, [blocks.length, ...shape], dtype);
}

/** Blocks of different lengths, filled up behind. */
export function paddedStack(
  blocks: readonly Shaped[],
  dtype: NumberType,
  { value, shapes }: Padding,
  name: string,
): Tensor {
  const rank = blocks[0].shape.length;
  if (blocks.some(({ shape }) => shape.length !== rank))
    throw new RangeError(`The elements' ${name || "values"} have different numbers of dimensions.`);
  const given = shapes[name] ?? [];
  const target = Array.from({ length: rank }, (_, axis) => {
    const longest = blocks.reduce((most, { shape }) => Math.max(most, shape[axis]), 0);
    const fixed = given[axis] ?? longest;
    if (fixed >= longest) return fixed;
    throw new RangeError(
      `The shape [${given.join(", ")}] for ${name || "the elements"} is too short: one has ${longest} in dimension ${axis}. Shorten it with map first.`,
    );
  });
  const length = target.reduce((product, n) => product * n, 1);
  const all = allocate(dtype, blocks.length * length).fill(value);
  blocks.forEach((block, i) => copyBlock(block, all, i * length, target));
  return tensorflow().tensor(all, [blocks.length, ...target], dtype);
}

function copyBlock(
  { data, shape }: Shaped,
  into: Float32Array | Int32Array,
  start: number,
  target: readonly number[],
): void {
  const walk = (axis: number, from: number, to: number, inner: number, outer: number): void => {
    if (axis >= shape.length - 1) {
      const n = shape[axis] ?? 1;
      for (let i = 0; i < n; i++) into[to + i] = data[from + i];
      return;
    }
    const [step, stride] = [inner / shape[axis], outer / target[axis]];
    for (let i = 0; i < shape[axis]; i++)
      walk(axis + 1, from + i * step, to + i * stride, step, stride);
  };
  if (data.length === 0) return;
  walk(
    0,
    0,
    start,
    data.length,
    target.reduce((product, n) => product * n, 1),
  );
}

function allocate(dtype: NumberType, length: number): Float32Array | Int32Array {
  return dtype === "int32" ? new Int32Array(length) : new Float32Array(length);
}
