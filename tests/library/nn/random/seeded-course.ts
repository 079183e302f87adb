import * as tf from "@tensorflow/tfjs-node";
import { accelerate, Dataset, random, setSeed, train } from "daylab/nn";

/**
 * Trainings in which nothing has a seed of its own but the course: initialisers, dropout, noise,
 * recurrent dropout, shuffles, augmentation, compiled steps. Run as a program it prints losses and weights.
 */
export async function seededCourse(seed: number) {
  setSeed(seed);
  try {
    const [x, y] = [random.normal([60, 5, 3]), random.uniform([60, 1])];
    const model = tf.sequential({
      layers: [
        tf.layers.gru({ units: 4, inputShape: [5, 3], recurrentDropout: 0.2, dropout: 0.1 }),
        tf.layers.gaussianNoise({ stddev: 0.1 }),
        tf.layers.dense({ units: 8, activation: "relu" }),
        tf.layers.dropout({ rate: 0.5 }),
        tf.layers.dense({ units: 1 }),
      ],
    });
    model.compile({ optimizer: "adam", loss: "meanSquaredError" });
    const fitted = await model.fit(x, y, { epochs: 2, batchSize: 16, verbose: 0 });
    const data = Dataset.fromTensorSlices({ x, y })
      .augment((e, own) => ({ x: e.x.mul(own.uniform(0.9, 1.1)), y: e.y }))
      .shuffle()
      .batch(16)
      .prefetch();
    const { history } = await model.fitDataset(data.toTfDataset(), { epochs: 2, verbose: 0 });
    const stop = accelerate(model);
    const compiled = await train(model, data, { epochs: 2, verbose: 0 });
    stop.dispose();
    const weights = tf.tidy(() => model.getWeights().map((w) => w.sum().dataSync()[0]));
    tf.dispose([x, y]);
    model.dispose();
    return {
      fit: fitted.history.loss,
      fitDataset: history.loss,
      compiled: compiled.history.loss,
      weights,
      next: Math.random(),
    };
  } finally {
    setSeed(undefined);
  }
}

if (process.argv[1] === import.meta.filename)
  console.log(JSON.stringify(await seededCourse(Number(process.argv[2]))));
