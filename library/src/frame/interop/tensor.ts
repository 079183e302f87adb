import { createRequire } from "node:module";
import type * as tensorflow from "@tensorflow/tfjs-node";
import type { Tensor, Tensor1D, Tensor2D } from "@tensorflow/tfjs-node";
import pl from "nodejs-polars";
import { asNumbers } from "../engine/compute.ts";

type TensorFlow = typeof tensorflow;

// Loading TensorFlow takes a second, and most frames never become tensors.
const load = (): TensorFlow =>
  createRequire(import.meta.url)("@tensorflow/tfjs-node") as TensorFlow;

function floats(series: pl.Series): Float32Array {
  const missing = series.nullCount();
  if (missing > 0) {
    throw new TypeError(
      `A tensor has no missing values, but column ${JSON.stringify(series.name)} has ${missing}: dropNa or fillNa first.`,
    );
  }
  return asNumbers(series, "tensor").cast(pl.Float32).toTypedArray() as Float32Array;
}

/** A column as a float32 tensor of shape [rows]. */
export function tensorOfColumn(series: pl.Series): Tensor1D {
  return load().tensor1d(floats(series), "float32");
}

/** A frame of numbers as a float32 tensor of shape [rows, columns]. */
export function tensorOfFrame(data: pl.DataFrame): Tensor2D {
  const { height, width } = data;
  const cells = new Float32Array(height * width);
  data.getColumns().forEach((series, j) => {
    const values = floats(series);
    for (let i = 0; i < height; i += 1) cells[i * width + j] = values[i] ?? 0;
  });
  return load().tensor2d(cells, [height, width], "float32");
}

/** A tensor of these values; float32 of numbers unless told otherwise. */
export function tensorFrom(
  values: Float32Array | readonly (number | string | boolean)[],
  shape: readonly number[],
  dtype?: "int32",
): Tensor {
  return load().tensor(values as number[], [...shape], dtype);
}
