import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-node";
import {
  findLearningRate,
  getLearningRate,
  glorotUniform,
  LearningRates,
  Random,
  train,
} from "../../../../library/src/nn/index.ts";

const random = new Random(1);
const x = Array.from({ length: 64 }, () => [random.normal(), random.normal()]);
const y = x.map(([a, b]) => 3 * a - 2 * b + 1);

function model(optimizer: tf.Optimizer) {
  const made = tf.sequential({
    layers: [tf.layers.dense({ units: 1, inputShape: [2], kernelInitializer: glorotUniform(1) })],
  });
  made.compile({ optimizer, loss: "meanSquaredError" });
  return made;
}

describe("nn: findLearningRate", () => {
  it("finds a rate that learns, below those that diverge", async () => {
    const made = model(tf.train.sgd(1e-9));
    const found = await findLearningRate(made, { x, y }, { seed: 1, batchSize: 16 });
    // Least squares of standard normal inputs: the Hessian is 2, so a step diverges from rate 1 on.
    assert.ok(found.suggestion > 0.005 && found.suggestion < 1, String(found.suggestion));
    assert.ok(found.rates.length < 100, "it ended when the loss had grown");
    assert.deepEqual(found.toFrame().columns, ["rate", "loss", "smoothed"]);
    assert.match(found.figure().alt, /learning rate/);
  });

  it("leaves the model, its optimiser and the memory as they were", async () => {
    const optimizer = tf.train.adam(0.02);
    const made = model(optimizer);
    const twin = model(tf.train.adam(0.02));
    const quiet = { epochs: 2, seed: 1, verbose: 0 } as const;
    await train(made, { x, y }, quiet);
    await train(twin, { x, y }, quiet);
    const before = tf.memory().numTensors;
    await findLearningRate(made, { x, y }, { seed: 1, steps: 20 });
    assert.equal(tf.memory().numTensors, before);
    assert.equal(getLearningRate(optimizer), 0.02);
    const [a, b] = [await train(made, { x, y }, quiet), await train(twin, { x, y }, quiet)];
    a.history.loss.forEach((loss, i) => assert.ok(Math.abs(loss - b.history.loss[i]) < 1e-5));
  });

  it("suggests the steepest place of a curve", () => {
    const rates = [1, 2, 3, 4, 5, 6];
    assert.equal(new LearningRates(rates, [10, 9, 8, 3, 2, 9], 0).suggestion, 3);
    assert.ok(Number.isNaN(new LearningRates(rates, [1, 2, 3, 4, 5, 6], 0).suggestion));
  });

  it("refuses bad options", async () => {
    const made = model(tf.train.sgd(0.1));
    const bad = (options: object) => findLearningRate(made, { x, y }, { seed: 1, ...options });
    await assert.rejects(bad({ from: 1, to: 0.1 }), /from must be above 0 and below to/);
    await assert.rejects(bad({ steps: 1 }), /steps .* not 1/);
    await assert.rejects(bad({ smoothing: 1 }), /smoothing .* not 1/);
  });
});
