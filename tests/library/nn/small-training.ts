import { generate, toTensors } from "../../../library/src/datasets/index.ts";
import { fitLoop, glorotUniform, heNormal, Random, shuffledBatches, train } from "daylab/nn";
import * as tf from "@tensorflow/tfjs-node";

/**
 * A small convolutional training by `train` and another by `fitLoop`, with a partial last batch.
 * Run as a program it prints the losses, for comparison with another process.
 */
export async function smallTraining(seed: number) {
  const random = new Random(seed);
  const { x, y } = toTensors(generate.strokeDigits({ count: 90, seed, size: 14 }));
  const model = tf.sequential({
    layers: [
      tf.layers.conv2d({
        inputShape: [14, 14, 1],
        filters: 4,
        kernelSize: 3,
        activation: "relu",
        kernelInitializer: heNormal(random),
      }),
      tf.layers.flatten(),
      tf.layers.dense({
        units: 10,
        activation: "softmax",
        kernelInitializer: glorotUniform(random),
      }),
    ],
  });
  model.compile({ optimizer: "adam", loss: "categoricalCrossentropy", metrics: ["accuracy"] });
  const options = { epochs: 3, batchSize: 32, seed, validationSplit: 0.2, verbose: 0 } as const;
  const { history } = await train(model, { x, y }, options);
  const optimizer = tf.train.sgd(0.1);
  const loop = await fitLoop({
    epochs: 2,
    batches: (epoch) => shuffledBatches({ x, y }, { batchSize: 32, seed, epoch }),
    step: (batch) =>
      optimizer.minimize(
        () => tf.metrics.categoricalCrossentropy(batch.y, model.apply(batch.x) as tf.Tensor).mean(),
        true,
      ),
    verbose: 0,
  });
  const weights = tf.tidy(() => model.getWeights().map((w) => w.sum().dataSync()[0]));
  tf.dispose([x, y]);
  model.dispose();
  return { history, loop: loop.history, weights };
}

if (process.argv[1] === import.meta.filename)
  console.log(JSON.stringify(await smallTraining(Number(process.argv[2]))));
