import { DataType } from "./backend.ts";
import { field, float, int, message } from "./protobuf.ts";

/** `TensorShapeProto`. */
export const shapeMessage = (shape: readonly number[]): Uint8Array =>
  message(...shape.map((length) => field(2, int(1, length))));

/** How one element of a type is written, and how many bytes it has. */
const element: Readonly<Record<number, [width: number, write: (bytes: Buffer) => Uint8Array]>> = {
  [DataType.float]: [4, (bytes) => float(5, bytes.readFloatLE(0))],
  [DataType.int32]: [4, (bytes) => int(7, bytes.readInt32LE(0))],
  [DataType.bool]: [1, (bytes) => int(11, bytes[0])],
};

/**
 * `TensorProto`. Where all elements are equal one is written, and TensorFlow repeats it: the ones and
 * zeros that JavaScript fills would otherwise make megabytes.
 */
export function tensorMessage(
  dtype: number,
  shape: readonly number[],
  bytes: Uint8Array,
): Uint8Array {
  const [width, write] = element[dtype] ?? [0];
  const equal = width > 0 && bytes.length > width && bytes.every((b, i) => b === bytes[i % width]);
  return message(
    int(1, dtype),
    field(2, shapeMessage(shape)),
    equal && write ? write(Buffer.from(bytes.subarray(0, width))) : field(4, bytes),
  );
}

const scalar: Readonly<Record<string, (value: never) => Uint8Array>> = {
  string: (value: string) => field(2, value),
  int: (value: number) => int(3, value),
  float: (value: number) => float(4, value),
  bool: (value: boolean | number) => int(5, value ? 1 : 0),
  type: (value: number) => int(6, value),
  shape: (value: readonly number[]) => field(7, shapeMessage(value)),
};

/** `AttrValue` of a kind as op definitions name them: `int`, `list(int)`, … */
export function attributeMessage(kind: string, value: unknown): Uint8Array {
  const inner = /^list\((.*)\)$/u.exec(kind)?.[1];
  if (inner === undefined) return scalar[kind](value as never);
  const values = Array.isArray(value) ? (value as unknown[]) : [value];
  return field(1, message(...values.map((one) => scalar[inner](one as never))));
}

export const tensorAttribute = (tensor: Uint8Array): Uint8Array => field(8, tensor);

/** `NodeDef`: an op in the graph. Inputs are `name`, `name:output`, or `^name` to wait for it. */
export const nodeMessage = (
  name: string,
  op: string,
  inputs: readonly string[],
  attributes: Readonly<Record<string, Uint8Array>>,
): Uint8Array =>
  message(
    field(1, name),
    field(2, op),
    ...inputs.map((input) => field(3, input)),
    ...Object.entries(attributes).map(([key, value]) =>
      field(5, message(field(1, key), field(2, value))),
    ),
  );

/** The lowest version of TensorFlow's graphs in which all ops here have their present meaning. */
const graphVersion = 1200;

/**
 * `SavedModel` with one graph. It has no signatures: a session is asked for nodes by name.
 */
export function savedModelMessage(nodes: readonly Uint8Array[]): Uint8Array {
  const graph = message(...nodes.map((node) => field(1, node)), field(4, int(1, graphVersion)));
  const info = message(field(4, "serve"), field(5, "2.16.2"));
  return message(int(1, 1), field(2, message(field(1, info), field(2, graph))));
}
