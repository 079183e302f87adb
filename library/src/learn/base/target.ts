import {
  describe,
  isFrame,
  isTensor,
  Matrix,
  readMatrix,
  type MatrixLike,
} from "../matrix/index.ts";
import { columnOf, type SeriesLike } from "./labels.ts";

/** One number a sample: an array, a typed array, a series or a tensor of rank 1. */
export type TargetLike = ArrayLike<number> | SeriesLike<number | null> | MatrixLike;

/**
 * The target as numbers.
 *
 * @throws TypeError when one is missing or no number; it names the sample.
 */
export function readTarget(y: TargetLike, who: string): Float64Array {
  const values = columnOf(y, who);
  const numbers = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    const number = typeof value === "boolean" ? Number(value) : value;
    if (typeof number !== "number" || !Number.isFinite(number)) {
      throw new TypeError(
        `${who} needs a finite number for each sample in y, but sample ${i} has ${describe(value)}.`,
      );
    }
    numbers[i] = number;
  }
  return numbers;
}

/** Targets of one column or several: `single` tells which it was. */
export function readTargets(y: TargetLike, who: string): { y: Matrix; single: boolean } {
  const first: unknown = Array.isArray(y) ? y[0] : undefined;
  const wide =
    y instanceof Matrix ||
    isFrame(y) ||
    (isTensor(y) && y.shape.length === 2) ||
    Array.isArray(first) ||
    ArrayBuffer.isView(first);
  if (!wide) {
    const column = readTarget(y, who);
    return { y: new Matrix(column, column.length, 1), single: true };
  }
  const matrix = readMatrix(y as MatrixLike, `${who}'s y`);
  const missing = matrix.data.findIndex((value) => !Number.isFinite(value));
  if (missing < 0) return { y: matrix, single: false };
  throw new TypeError(
    `${who} needs finite numbers in y, but sample ${Math.floor(missing / matrix.columns)} has ${matrix.data[missing]}.`,
  );
}

/**
 * Weights of samples; ones where none were given.
 *
 * @throws RangeError for another number of weights than samples, or one that is negative or no number.
 */
export function readWeights(
  weights: ArrayLike<number> | undefined,
  samples: number,
  who: string,
): Float64Array {
  if (weights === undefined) return new Float64Array(samples).fill(1);
  if (weights.length !== samples) {
    throw new RangeError(
      `${who}: sampleWeight has ${weights.length} values for ${samples} samples.`,
    );
  }
  const read = Float64Array.from(weights);
  const wrong = read.findIndex((weight) => !(weight >= 0) || weight === Infinity);
  if (wrong < 0) return read;
  throw new RangeError(
    `${who}: sampleWeight must be finite numbers from 0; sample ${wrong} has ${describe(weights[wrong])}.`,
  );
}
