/**
 * 10 000 compiled steps: nothing may grow. `node benchmarks/nn/graph/leaks.ts [steps]` prints tensors,
 * native handles, sessions and resident memory on the way.
 */
import { accelerate, setLearningRate } from "../../../library/src/nn/index.ts";
import * as tf from "@tensorflow/tfjs-node";

const steps = Number(process.argv[2] ?? 10_000);
const { binding } = tf.backend() as unknown as {
  binding: { getNumOfTensors(): number; getNumOfSavedModels(): number };
};

const model = tf.sequential({
  layers: [
    tf.layers.conv2d({ filters: 8, kernelSize: 3, activation: "relu", inputShape: [12, 12, 1] }),
    tf.layers.batchNormalization(),
    tf.layers.flatten(),
    tf.layers.dropout({ rate: 0.3 }),
    tf.layers.dense({ units: 5, activation: "softmax" }),
  ],
});
const optimizer = tf.train.adam(0.001);
model.compile({ optimizer, loss: "categoricalCrossentropy", metrics: ["accuracy"] });
const acceleration = accelerate(model, { seed: 1 });
// More sizes of batches than graphs are kept: a hundred times one goes, and another is made.
const sizes = [22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32];
const stepsOfOneSize = steps / 100;
const data = sizes.map((size, i) => ({
  x: tf.randomUniform([size, 12, 12, 1], 0, 1, "float32", i + 1),
  y: tf
    .oneHot(
      tf.tensor1d(
        Array.from({ length: size }, (_, j) => j % 5),
        "int32",
      ),
      5,
    )
    .toFloat(),
}));

const counts = (): string => {
  (globalThis as { gc?: () => void }).gc?.();
  const memory = process.memoryUsage();
  return [
    `${tf.memory().numTensors} tensors`,
    `${binding.getNumOfTensors()} handles`,
    `${binding.getNumOfSavedModels()} sessions`,
    `${(memory.rss / 2 ** 20).toFixed(0)} MiB resident`,
    `${(memory.heapUsed / 2 ** 20).toFixed(1)} MiB of JavaScript`,
  ].join(", ");
};

for (let step = 0; step <= steps; step++) {
  const { x, y } = data[Math.floor(step / stepsOfOneSize) % data.length];
  setLearningRate(optimizer, 0.001 / (1 + step / 1000));
  await model.trainOnBatch(x, y);
  if (step % 100 === 0) tf.dispose(model.predict(x));
  if (step % (steps / 10) === 0) console.log(`after ${step} steps: ${counts()}`);
}
console.log(acceleration.explain());
