import type { TensorLike } from "./duck.ts";
import { shorten } from "./shorten.ts";

/** Up to this size a tensor is read whole, beyond it only the shown corners are. */
const READ_WHOLE = 10_000;
/** At most this many values are shown, in at most this many lines. */
const MAX_SHOWN = 1000;
const MAX_LINES = 64;

type Value = number | string;

/** The values to show: for each axis which positions, and a value for each combination of them. */
export interface Corners {
  readonly axes: readonly Axis[];
  /** Row-major over the shown positions; what is not a number comes as the text to show. */
  readonly values: readonly (number | string)[];
}

export interface Axis {
  readonly positions: readonly number[];
  /** Number of shown positions before the gap, or `undefined` where all are shown. */
  readonly gap: number | undefined;
}

/** Reads the head and tail of each long axis. What is allocated to read them is freed again. */
export function cornerValues(tensor: TensorLike): Corners {
  const axes = chooseAxes(tensor.shape);
  const read = tensor.size > READ_WHOLE && tensor.slice ? readSlices : readWhole;
  return { axes, values: read(tensor, axes) };
}

/** All positions of small tensors; else the first and last 3 of each axis, or fewer at high rank. */
function chooseAxes(shape: readonly number[]): Axis[] {
  let axes: Axis[] = [];
  for (const edge of product(shape) <= MAX_SHOWN ? [Infinity, 3, 2, 1] : [3, 2, 1]) {
    axes = shape.map((length) => chooseAxis(length, edge));
    const lengths = axes.map((axis) => axis.positions.length);
    if (product(lengths) <= MAX_SHOWN && product(lengths.slice(0, -1)) <= MAX_LINES) break;
  }
  return axes;
}

const product = (lengths: readonly number[]) => lengths.reduce((all, length) => all * length, 1);

function chooseAxis(length: number, edge: number): Axis {
  if (length <= 2 * edge) return { positions: [...Array(length).keys()], gap: undefined };
  const head = [...Array(edge).keys()];
  return { positions: [...head, ...head.map((i) => length - edge + i)], gap: edge };
}

function readWhole(tensor: TensorLike, axes: readonly Axis[]): Value[] {
  const data = decode(tensor);
  const offsets = axes.reduce<number[]>(
    (starts, axis, i) =>
      starts.flatMap((start) =>
        axis.positions.map((position) => start * (tensor.shape[i] ?? 1) + position),
      ),
    [0],
  );
  return offsets.map((offset) => data[offset] ?? "?");
}

/** One slice for each corner: a long axis has a head and a tail. */
function readSlices(tensor: TensorLike, axes: readonly Axis[]): Value[] {
  const lengths = axes.map((axis) => axis.positions.length);
  const values = new Array<Value>(product(lengths));
  for (const corner of corners(axes)) {
    const begin = corner.map((from, i) => axes[i]?.positions[from] ?? 0);
    const size = corner.map((from, i) => blockLength(axes[i], from));
    const part = tensor.slice?.(begin, size);
    try {
      if (part) scatter(decode(part), size, corner, lengths, values);
    } finally {
      part?.dispose();
    }
  }
  return values;
}

/** Where, among the shown positions, each block of neighbouring positions begins. */
function corners(axes: readonly Axis[]): number[][] {
  return axes.reduce<number[][]>(
    (all, { gap }) =>
      all.flatMap((start) => (gap === undefined ? [0] : [0, gap]).map((from) => [...start, from])),
    [[]],
  );
}

function blockLength(axis: Axis | undefined, from: number): number {
  if (!axis) return 0;
  if (axis.gap === undefined) return axis.positions.length;
  return from === 0 ? axis.gap : axis.positions.length - axis.gap;
}

function scatter(
  block: readonly Value[],
  size: readonly number[],
  corner: readonly number[],
  lengths: readonly number[],
  values: Value[],
): void {
  block.forEach((value, flat) => {
    let rest = flat;
    let stride = 1;
    let at = 0;
    for (let axis = size.length - 1; axis >= 0; axis--) {
      const length = size[axis] ?? 1;
      at += ((corner[axis] ?? 0) + (rest % length)) * stride;
      rest = Math.floor(rest / length);
      stride *= lengths[axis] ?? 1;
    }
    values[at] = value;
  });
}

/** Numbers as they are; booleans, quoted strings and complex numbers such as `1+2i` as text. */
function decode(tensor: TensorLike): Value[] {
  const data = Array.from(tensor.dataSync());
  switch (tensor.dtype) {
    case "bool":
      return data.map((value) => (value ? "true" : "false"));
    case "string":
      return data.map((value) => JSON.stringify(shorten(String(value))));
    case "complex64":
      return Array.from({ length: data.length / 2 }, (_, i) =>
        complexText(Number(data[2 * i]), Number(data[2 * i + 1])),
      );
    default:
      return data.map(Number);
  }
}

function complexText(real: number, imaginary: number): string {
  const round = (value: number) => Number(value.toPrecision(6));
  return `${round(real)}${imaginary < 0 ? "-" : "+"}${round(Math.abs(imaginary))}i`;
}
