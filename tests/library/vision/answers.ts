import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import { type ColorSpace, Image, type ImageLike } from "../../../library/src/vision/index.ts";

/** An array as `fixtures/oracle.py` packs it. */
interface Packed {
  readonly dtype: "uint8" | "int32" | "float32" | "float64";
  readonly shape: readonly number[];
  readonly data: string;
}

/** An array that a script answered. */
export interface Answer {
  readonly data: Uint8Array | Int32Array | Float32Array | Float64Array;
  readonly shape: readonly number[];
}

const kinds = {
  uint8: Uint8Array,
  int32: Int32Array,
  float32: Float32Array,
  float64: Float64Array,
};

/** The answers of a folder's script; arrays are unpacked. */
export function readAnswers<T>(folder: string): T {
  const file = new URL(`${folder}/fixtures/answers.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8"), (_, value: unknown) =>
    typeof value === "object" && value !== null && "dtype" in value
      ? unpack(value as Packed)
      : value,
  ) as T;
}

function unpack({ dtype, shape, data }: Packed): Answer {
  const bytes = inflateSync(Buffer.from(data, "base64"));
  const copy = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  return { data: new kinds[dtype](copy), shape };
}

/** An answer as an image: bytes as bytes, the rest as floats. */
export function asImage({ data, shape }: Answer, colorSpace?: ColorSpace): Image {
  const pixels = data instanceof Uint8Array ? data : Float32Array.from(data);
  return Image.from({ data: pixels, shape }, colorSpace);
}

/** The largest difference between values, which have the same shape. */
export function sameValues(
  ours: ImageLike | { data: ArrayLike<number>; shape: readonly number[] },
  theirs: Answer,
  tolerance: number,
): void {
  const { data, shape } = ours as { data: ArrayLike<number>; shape: readonly number[] };
  const flat = (sizes: readonly number[]) => (sizes.at(-1) === 1 ? sizes.slice(0, -1) : sizes);
  assert.deepEqual(flat(shape), flat(theirs.shape));
  let worst = 0;
  let at = 0;
  for (let i = 0; i < data.length; i++) {
    const difference = Math.abs(data[i] - theirs.data[i]);
    if (!(difference <= worst)) [worst, at] = [difference, i];
    if (Number.isNaN(difference)) break;
  }
  assert.ok(
    worst <= tolerance,
    `value ${at} of [${shape.join(", ")}] is ${data[at]} and should be ${theirs.data[at]} (± ${tolerance})`,
  );
}
