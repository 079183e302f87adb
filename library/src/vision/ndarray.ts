/** A tensor as this library reads one; TensorFlow.js's have this shape. Reading makes no new tensor. */
export interface TensorLike {
  readonly shape: readonly number[];
  dataSync(): ArrayLike<number> | ArrayLike<string>;
}

/** Numbers in nested arrays; the innermost may be typed arrays. */
export type NestedNumbers = ArrayLike<number> | readonly boolean[] | readonly NestedNumbers[];

/** Numbers with a shape: a tensor, flat values with their shape, or nested arrays. */
export type NdArrayLike =
  | TensorLike
  | { readonly data: ArrayLike<number>; readonly shape: readonly number[] }
  | NestedNumbers;

/** Flat values in row-major order, and their shape. */
export interface NdArray {
  readonly data: ArrayLike<number>;
  readonly shape: readonly number[];
}

/**
 * Reads numbers with a shape.
 *
 * @param what - What the numbers are, for the error message.
 * @throws TypeError for something that holds no numbers.
 * @throws RangeError for ragged arrays, or when values and shape disagree.
 */
export function readNdArray(input: NdArrayLike, what: string): NdArray {
  if (typeof input !== "object" || (input as unknown) === null) {
    throw new TypeError(
      `The ${what} must be a tensor, nested arrays or { data, shape }; got a ${typeof input}.`,
    );
  }
  if ("dataSync" in input)
    return check({ data: input.dataSync() as ArrayLike<number>, shape: input.shape }, what);
  if ("shape" in input) return check({ data: input.data, shape: input.shape }, what);
  const shape = shapeOf(input);
  if (shape.length === 1)
    return check({ data: Array.from(input as ArrayLike<number>, Number), shape }, what);
  const data: number[] = [];
  flatten(input, shape, 0, data, what);
  return check({ data, shape }, what);
}

function shapeOf(values: NestedNumbers): number[] {
  const first: unknown = values[0];
  const inner =
    Array.isArray(first) || ArrayBuffer.isView(first) ? shapeOf(first as NestedNumbers) : [];
  return [values.length, ...inner];
}

function flatten(
  values: NestedNumbers,
  shape: readonly number[],
  depth: number,
  into: number[],
  what: string,
): void {
  if (values.length !== shape[depth]) {
    throw new RangeError(
      `The ${what} has rows of different lengths (${String(shape[depth])} and ${String(values.length)}).`,
    );
  }
  if (depth === shape.length - 1)
    for (let i = 0; i < values.length; i++) into.push(Number(values[i]));
  else
    for (const inner of values as readonly NestedNumbers[])
      flatten(inner, shape, depth + 1, into, what);
}

function check(array: NdArray, what: string): NdArray {
  const size = array.shape.reduce((product, length) => product * length, 1);
  if (size === array.data.length) return array;
  throw new RangeError(
    `The ${what} has ${String(array.data.length)} values, but its shape [${array.shape.join(", ")}] holds ${String(size)}.`,
  );
}
