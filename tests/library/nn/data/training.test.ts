import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-node";
import {
  Dataset,
  isBatchSource,
  type BatchSource,
  limitedBatches,
} from "../../../../library/src/nn/data/index.ts";
import { glorotUniform, train, trainTestSplit } from "../../../../library/src/nn/index.ts";

const samples = () =>
  Dataset.fromTensorSlices({
    x: Array.from({ length: 22 }, (_, i) => [i / 22, 1 - i / 22]),
    y: Array.from({ length: 22 }, (_, i) => [i / 11]),
  });

function line(): tf.LayersModel {
  const layer = tf.layers.dense({
    units: 1,
    inputShape: [2],
    kernelInitializer: glorotUniform(1),
  });
  const model = tf.sequential({ layers: [layer] });
  model.compile({ optimizer: tf.train.sgd(0.1), loss: "meanSquaredError" });
  return model;
}

describe("nn/data: datasets in training", () => {
  it("fitDataset learns from one and leaves no tensor", async () => {
    const model = line();
    const data = samples().shuffle({ seed: 1 }).batch(4).prefetch(2).toTfDataset();
    assert.equal(data.size, 6);
    await model.fitDataset(data, { epochs: 1, verbose: 0 });
    const before = tf.memory().numTensors;
    const { history } = await model.fitDataset(data, {
      epochs: 20,
      verbose: 0,
      validationData: samples().batch(8).toTfDataset(),
    });
    assert.equal(tf.memory().numTensors, before);
    assert.ok((history.loss[19] as number) < 0.05 * (history.loss[0] as number));
    assert.equal(history.val_loss.length, 20);
    model.dispose();
  });

  it("fitDataset sees the same batches as a loop", async () => {
    const [fitted, stepped] = [line(), line()];
    const data = samples().shuffle({ seed: 5 }).batch(4);
    await fitted.fitDataset(data.toTfDataset(), { epochs: 2, verbose: 0 });
    for (const epoch of [0, 1])
      for await (const { x, y } of data.batches(epoch)) await stepped.trainOnBatch(x, y);
    const weights = (model: tf.LayersModel) => [...model.getWeights()[0].dataSync()];
    assert.deepEqual(weights(fitted), weights(stepped));
    fitted.dispose();
    stepped.dispose();
  });

  it("one that never ends needs stepsPerEpoch", async () => {
    const endless = samples().shuffle({ seed: 1 }).repeat().batch(4);
    assert.throws(() => endless.toTfDataset(), /never ends.*give stepsPerEpoch/);
    const data = endless.toTfDataset({ stepsPerEpoch: 3 });
    assert.equal(data.size, 3);
    const model = line();
    let batches = 0;
    const before = tf.memory().numTensors;
    await model.fitDataset(data, {
      epochs: 2,
      verbose: 0,
      callbacks: { onBatchEnd: async () => void batches++ },
    });
    assert.equal(batches, 6);
    assert.equal(tf.memory().numTensors, before);
    model.dispose();
  });

  it("is what a training reads batches from", async () => {
    const source: BatchSource = samples().batch(4);
    assert.ok(isBatchSource(source));
    assert.ok(!isBatchSource({ x: 1 }));
    const count = async (of: BatchSource, steps?: number): Promise<number> => {
      let batches = 0;
      for await (const { x } of limitedBatches(of, 0, steps))
        batches += Math.sign((x as tf.Tensor).size);
      return batches;
    };
    const before = tf.memory().numTensors;
    assert.equal(await count(source), 6);
    assert.equal(await count(source, 2), 2);
    assert.equal(await count(samples().repeat().batch(4), 50), 50);
    assert.throws(() => limitedBatches(samples().repeat().batch(4), 0), /give stepsPerEpoch/);
    assert.throws(() => limitedBatches(source, 0, 0), /stepsPerEpoch .* not 0/);
    await assert.rejects(count(source, 7), /has 6 batches, but stepsPerEpoch is 7: repeat\(\)/);
    await assert.rejects(count(samples().take(0).batch(4)), /Epoch 0 has no batches/);
    assert.equal(tf.memory().numTensors, before);
  });

  it("fitDataset leaves no tensor of other names, and refuses weights", async () => {
    const model = line();
    const named = samples().map((e, { index }) => ({ ...e, index }));
    await model.fitDataset(named.batch(4).toTfDataset(), { epochs: 1, verbose: 0 });
    const before = tf.memory().numTensors;
    await model.fitDataset(named.batch(4).toTfDataset(), { epochs: 1, verbose: 0 });
    assert.equal(tf.memory().numTensors, before);
    const weighted = samples()
      .map((e) => ({ ...e, sampleWeight: 2 }))
      .batch(4);
    await assert.rejects(
      model.fitDataset(weighted.toTfDataset(), { epochs: 1, verbose: 0 }),
      /fitDataset takes no sample weights: give the dataset to train/,
    );
    const { history } = await train(model, weighted, { epochs: 1, verbose: 0 });
    assert.ok(history.loss[0] >= 0);
    model.dispose();
  });

  it("what is not batched says so", async () => {
    const model = line();
    await assert.rejects(
      model.fitDataset(samples().toTfDataset(), { epochs: 1, verbose: 0 }),
      /needs batches \{ x, y \} of tensors.*call batch\(32\)/,
    );
    model.dispose();
  });
});

describe("nn/data: train reads a dataset", () => {
  it("learns, validates on another, and leaves no tensor", async () => {
    const model = line();
    const [training, held] = trainTestSplit(samples(), { testSize: 6, seed: 1 });
    const options = { epochs: 8, verbose: 0, validationData: held.batch(6) } as const;
    await train(model, training.shuffle({ seed: 2 }).batch(4).prefetch(), {
      ...options,
      epochs: 1,
    });
    const before = tf.memory().numTensors;
    const { history } = await train(model, training.shuffle({ seed: 2 }).batch(4), options);
    assert.equal(tf.memory().numTensors, before);
    assert.equal(history.loss.length, 8);
    assert.ok(history.loss[7] < history.loss[0]);
    assert.equal(history.val_loss.length, 8);
    const endless = samples().repeat().batch(4);
    await assert.rejects(
      train(model, endless, { epochs: 1, verbose: 0 }),
      /never ends.*stepsPerEpoch/,
    );
    const { history: short } = await train(model, endless, {
      epochs: 2,
      stepsPerEpoch: 3,
      verbose: 0,
    });
    assert.equal(short.loss.length, 2);
    model.dispose();
  });
});
