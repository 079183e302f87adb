import { Random } from "../../library/src/random/index.ts";
import * as tf from "@tensorflow/tfjs-node";

/** Inputs and targets that can be learned: the targets follow from the inputs. The caller disposes them. */
export interface Batch {
  readonly x: tf.Tensor;
  readonly y: tf.Tensor;
}

const size = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

function oneHot(classes: readonly number[], depth: number): tf.Tensor {
  return tf.tidy(() => tf.oneHot(tf.tensor1d([...classes], "int32"), depth).toFloat());
}

/** Rows of normal numbers; the class counts how many of the first numbers are above 0. */
export function rowBatch(seed: number, rows: number, inputs: number, classes: number): Batch {
  const random = new Random(seed, "rows");
  const x = Array.from({ length: rows }, () =>
    Array.from({ length: inputs }, () => random.normal()),
  );
  const y = x.map((row) => row.slice(0, classes - 1).filter((value) => value > 0).length);
  return { x: tf.tensor2d(x), y: oneHot(y, classes) };
}

/** Noise with a bright stripe; the class says in which part of the height it lies. */
export function imageBatch(
  seed: number,
  rows: number,
  [height, width, channels]: readonly [number, number, number],
  classes: number,
): Batch {
  const random = new Random(seed, "images");
  const row = width * channels;
  const x = Float32Array.from({ length: rows * height * row }, () => random.uniform(0, 0.5));
  const y = Array.from({ length: rows }, () => random.integer(0, classes));
  for (const [image, stripe] of y.entries()) {
    const top = Math.floor(((stripe + 0.5) * height) / classes);
    const start = (image * height + top) * row;
    for (let i = start; i < start + row; i++) x[i] += 0.5;
  }
  return { x: tf.tensor4d(x, [rows, height, width, channels]), y: oneHot(y, classes) };
}

/** Noise with a bright rectangle; the target is 1 where it lies. */
export function maskBatch(seed: number, rows: number, height: number, width: number): Batch {
  const random = new Random(seed, "masks");
  const shape: [number, number, number, number] = [rows, height, width, 1];
  const x = Float32Array.from({ length: size(shape) }, () => random.uniform(0, 0.5));
  const y = new Float32Array(x.length);
  for (let image = 0; image < rows; image++) {
    const [top, left] = [random.integer(0, height / 2), random.integer(0, width / 2)];
    for (let i = top; i < top + height / 2; i++)
      for (let j = left; j < left + width / 2; j++) {
        const at = (image * height + i) * width + j;
        x[at] += 0.5;
        y[at] = 1;
      }
  }
  return { x: tf.tensor4d(x, shape), y: tf.tensor4d(y, shape) };
}

/** Sequences of normal numbers; the class says whether the first feature's sum is above 0. */
export function sequenceBatch(seed: number, rows: number, steps: number, features: number): Batch {
  const random = new Random(seed, "sequences");
  const x = Array.from({ length: rows }, () =>
    Array.from({ length: steps }, () => Array.from({ length: features }, () => random.normal())),
  );
  const y = x.map((sequence) => Number(sequence.reduce((sum, [first]) => sum + first, 0) > 0));
  return { x: tf.tensor3d(x), y: oneHot(y, 2) };
}

/** Texts of tokens that count up by 1 to 3, round and round; the target is the next token, one-hot. */
export function tokenBatch(seed: number, rows: number, steps: number, vocabulary: number): Batch {
  const random = new Random(seed, "tokens");
  const texts = Array.from({ length: rows }, () => {
    const [start, by] = [random.integer(0, vocabulary), random.integer(1, 4)];
    return Array.from({ length: steps + 1 }, (_, i) => (start + i * by) % vocabulary);
  });
  const x = tf.tensor2d(
    texts.map((text) => text.slice(0, -1)),
    [rows, steps],
    "int32",
  );
  const next = texts.flatMap((text) => text.slice(1));
  const y = tf.tidy(() => oneHot(next, vocabulary).reshape([rows, steps, vocabulary]));
  return { x, y };
}
