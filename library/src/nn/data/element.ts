import { tensorflow, type Tensor } from "../../tensorflow/index.ts";

/** Numbers in one block of memory. Float arrays become float32 tensors, the others int32. */
export type NumberArray =
  | Float32Array
  | Float64Array
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | Int16Array
  | Uint16Array
  | Int32Array;

/** Flat values in row-major order with their shape, as `daylab/vision` reads them. */
export interface Shaped {
  readonly data: NumberArray | readonly number[];
  readonly shape: readonly number[];
}

/** Numbers in arrays of arrays of one length. */
export type Nested = readonly number[] | readonly NumberArray[] | readonly Nested[];

/** What becomes one tensor in a batch. */
export type Leaf = number | boolean | string | NumberArray | Shaped | Nested | Tensor;

/**
 * An element once it is batched: a tensor for each leaf, under the same names. What may be missing is
 * a tensor too, since a batch with a missing value is refused.
 */
export type Batched<T> = T extends Leaf
  ? Tensor
  : T extends null | undefined | bigint | Date
    ? never
    : { readonly [K in keyof T]: Batched<T[K]> };

/** True for tensors, also of another copy of TensorFlow.js. */
export function isTensor(value: unknown): value is Tensor {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof (value as Tensor).dataSync === "function" &&
    Array.isArray((value as Tensor).shape)
  );
}

/** True for `{ data, shape }`. */
export function isShaped(value: unknown): value is Shaped {
  return (
    typeof value === "object" &&
    value !== null &&
    "data" in value &&
    Array.isArray((value as Shaped).shape) &&
    !isTensor(value)
  );
}

/** True for an object whose members are named parts of an element. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !ArrayBuffer.isView(value) &&
    !(value instanceof Date) &&
    !isTensor(value) &&
    !isShaped(value)
  );
}

/** The tensors that an element holds. Numbers are not looked through: arrays of them are long. */
export function tensorsOf(element: unknown): readonly Tensor[] {
  return collected(element, none);
}

/** Most elements hold none, and this is asked several times for each: no array is made for those. */
const none: readonly Tensor[] = [];

function collected(element: unknown, found: readonly Tensor[]): readonly Tensor[] {
  if (typeof element !== "object" || element === null || ArrayBuffer.isView(element)) return found;
  if (isTensor(element)) return [...found, element];
  let all = found;
  if (Array.isArray(element)) {
    if (typeof element[0] === "object")
      for (const one of element as unknown[]) all = collected(one, all);
  } else if (isRecord(element)) {
    for (const name in element) all = collected(element[name], all);
  }
  return all;
}

/** Disposes the tensors of an element, those of another one aside. */
export function release(element: unknown, except?: unknown): void {
  const tensors = tensorsOf(element);
  if (tensors.length === 0) return;
  const kept = new Set(tensorsOf(except));
  for (const tensor of tensors) if (!kept.has(tensor)) tensor.dispose();
}

/** The same element with tensors of its own, which share their memory with the first ones. */
export function share<T>(element: T): T {
  return tensorsOf(element).length === 0 ? element : (withTensors(element, cloned) as T);
}

const cloned = (tensor: Tensor): Tensor => tensorflow().clone(tensor);

/** The same element with each tensor replaced. */
export function withTensors(element: unknown, replace: (tensor: Tensor) => Tensor): unknown {
  if (isTensor(element)) return replace(element);
  if (Array.isArray(element))
    return typeof element[0] === "object"
      ? element.map((one: unknown) => withTensors(one, replace))
      : element;
  if (!isRecord(element)) return element;
  return Object.fromEntries(
    Object.entries(element).map(([name, one]) => [name, withTensors(one, replace)]),
  );
}

/** What a value is, for error messages. */
export function described(value: unknown): string {
  if (isTensor(value)) return `a tensor of shape [${value.shape.join(", ")}]`;
  if (isShaped(value)) return `values of shape [${value.shape.join(", ")}]`;
  if (Array.isArray(value) || ArrayBuffer.isView(value))
    return `${value.constructor.name} of length ${String((value as unknown as ArrayLike<unknown>).length)}`;
  if (typeof value === "string") return JSON.stringify(value.slice(0, 40));
  if (typeof value === "object" && value !== null)
    return `an object with ${Object.keys(value).join(", ") || "no members"}`;
  return String(value);
}
