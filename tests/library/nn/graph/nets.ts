import { glorotUniform, heNormal, Random } from "daylab/nn";
import * as tf from "@tensorflow/tfjs-node";

const images = (count: number, size = 12, channels = 1, seed = 1): tf.Tensor4D =>
  tf.randomUniform([count, size, size, channels], 0, 1, "float32", seed);

const classes = (count: number, kinds = 5): tf.Tensor =>
  tf.tidy(() =>
    tf
      .oneHot(
        tf.tensor1d(
          Array.from({ length: count }, (_, i) => (i * 7) % kinds),
          "int32",
        ),
        kinds,
      )
      .toFloat(),
  );

/** A small convolutional net with seeded weights, and data for it. */
export function smallNet(extra: tf.layers.Layer[] = []): tf.Sequential {
  const random = new Random(3);
  return tf.sequential({
    layers: [
      tf.layers.conv2d({
        filters: 6,
        kernelSize: 3,
        activation: "relu",
        inputShape: [12, 12, 1],
        kernelInitializer: heNormal(random),
      }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.flatten(),
      ...extra,
      tf.layers.dense({
        units: 5,
        activation: "softmax",
        kernelInitializer: glorotUniform(random),
      }),
    ],
  });
}

export const smallData = (count: number): { x: tf.Tensor4D; y: tf.Tensor } => ({
  x: images(count),
  y: classes(count),
});

/** The largest difference of two lists of numbers, relative to the first's number. */
export const largestError = (expected: readonly number[], given: readonly number[]): number =>
  expected.length === given.length
    ? Math.max(
        ...expected.map((value, i) => Math.abs(value - given[i]) / Math.max(Math.abs(value), 1e-3)),
      )
    : Infinity;

export const weightsOf = (model: tf.LayersModel): number[] =>
  model.getWeights().flatMap((weight) => [...weight.dataSync()]);
