import assert from "node:assert/strict";
import { glorotUniform, train, type TrainOptions } from "../../../../library/src/nn/index.ts";
import * as tf from "@tensorflow/tfjs-node";
import { Random } from "../../../../library/src/random/index.ts";
import { recordingHost } from "../../recording-host.ts";

function regression(rows = 50) {
  const random = new Random(1);
  const inputs = Array.from({ length: rows }, () => [random.normal(), random.normal()]);
  const x = tf.tensor2d(inputs);
  const y = tf.tensor2d(inputs.map(([a, b]) => [2 * a - b + 1]));
  const model = tf.sequential({
    layers: [tf.layers.dense({ units: 1, inputShape: [2], kernelInitializer: glorotUniform(3) })],
  });
  model.compile({ optimizer: tf.train.sgd(0.1), loss: "meanSquaredError" });
  return { x, y, model };
}

const quiet = { epochs: 3, seed: 1, verbose: 0 } as const;

describe("nn: train", () => {
  it("finds the line that the data lies on", async () => {
    const { x, y, model } = regression();
    const { history, epochs, seconds } = await train(model, { x, y }, { ...quiet, epochs: 30 });
    assert.equal(epochs, 30);
    assert.equal(history.loss.length, 30);
    assert.ok(seconds > 0);
    assert.ok(history.loss[29] < 1e-3, String(history.loss[29]));
    const [kernel, bias] = model.getWeights().map((w) => [...w.dataSync()]);
    [kernel[0] - 2, kernel[1] + 1, bias[0] - 1].forEach((d) => assert.ok(Math.abs(d) < 0.05));
  });

  it("equals fit on the same order of samples", async () => {
    const [ours, theirs] = [regression(), regression()];
    // With one batch of all samples the order does not matter to the loss, but for rounding.
    const options = { ...quiet, batchSize: 50 };
    const { history } = await train(ours.model, ours, options);
    const fitted = await theirs.model.fit(theirs.x, theirs.y, {
      epochs: 3,
      batchSize: 50,
      shuffle: false,
      verbose: 0,
    });
    history.loss.forEach((loss, i) =>
      assert.ok(Math.abs(loss - Number(fitted.history.loss[i])) < 1e-5 * loss),
    );
  });

  it("holds samples out, and takes validation data", async () => {
    const { x, y, model } = regression();
    const split = await train(model, { x, y }, { ...quiet, validationSplit: 0.2 });
    assert.equal(split.history.val_loss.length, 3);
    const held = { x: x.slice(40), y: y.slice(40) };
    const rest = { x: x.slice(0, 40), y: y.slice(0, 40) };
    const again = regression();
    const given = await train(again.model, rest, { ...quiet, validationData: held });
    assert.deepEqual(given.history, split.history);
  });

  it("leaves no tensor behind, also when a callback throws", async () => {
    const { x, y, model } = regression();
    await train(model, { x, y }, quiet);
    const before = tf.memory().numTensors;
    await train(model, { x, y }, { ...quiet, batchSize: 7, validationSplit: 0.3 });
    assert.equal(tf.memory().numTensors, before);
    const stop = (): never => {
      throw new Error("stop here");
    };
    const failing = { ...quiet, validationSplit: 0.3, callbacks: { onEpochEnd: stop } };
    await assert.rejects(train(model, { x, y }, failing), /stop here/);
    assert.equal(tf.memory().numTensors, before);
  });

  it("a callback sees each epoch and can end the training", async () => {
    const { x, y, model } = regression();
    const seen: number[] = [];
    const { epochs, history } = await train(
      model,
      { x, y },
      {
        ...quiet,
        epochs: 10,
        callbacks: {
          onEpochEnd(epoch, { loss }) {
            seen.push(loss);
            return epoch < 2;
          },
        },
      },
    );
    assert.equal(epochs, 3);
    assert.deepEqual(seen, history.loss);
  });

  it("lets the event loop turn", async () => {
    const { x, y, model } = regression(500);
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await train(model, { x, y }, { ...quiet, epochs: 5, batchSize: 8 });
    clearInterval(timer);
    assert.ok(turns > 0);
  });

  it("publishes its last line alone where no notebook is live", async () => {
    const host = recordingHost();
    const ci = process.env.CI;
    process.env.CI = "true";
    try {
      const { x, y, model } = regression();
      await train(model, { x, y }, { epochs: 3, seed: 1 });
      assert.equal(host.published.length, 1);
      assert.match(String(host.published[0].bundle["text/plain"]), /^epoch 3\/3 {2}loss [\d.]+/);
    } finally {
      host.remove();
      if (ci === undefined) delete process.env.CI;
      else process.env.CI = ci;
    }
  });

  it("refuses what cannot be trained, with the remedy", async () => {
    const { x, y, model } = regression();
    const bad = (options: Partial<TrainOptions>, samples = { x, y }) =>
      train(model, samples, { ...quiet, ...options });
    await assert.rejects(bad({ epochs: 0 }), /epochs .* not 0/);
    await assert.rejects(bad({ batchSize: 1.5 }), /batchSize .* not 1\.5/);
    await assert.rejects(bad({ validationSplit: 1 }), /leave samples to train on: 1/);
    await assert.rejects(bad({ validationSplit: 0.1, validationData: { x, y } }), /not both/);
    await assert.rejects(bad({}, { x, y: y.slice(1) }), /x has 50 rows and y has 49/);
    await assert.rejects(bad({ seed: undefined }), /seed is a whole number/);
    const raw = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
    await assert.rejects(train(raw, { x, y }, quiet), /not compiled: call model\.compile/);
  });
});
