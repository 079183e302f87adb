import assert from "node:assert/strict";
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as tf from "@tensorflow/tfjs-node";
import {
  bestCheckpoint,
  glorotUniform,
  loadModel,
  saveModel,
  train,
} from "../../../../library/src/nn/index.ts";

class Doubling extends tf.layers.Layer {
  static readonly className = "Doubling";
  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => tf.mul(Array.isArray(inputs) ? inputs[0] : inputs, 2));
  }
}

const line = { x: [[1], [2], [3], [4]], y: [2, 4, 6, 8] };
const quiet = { epochs: 3, seed: 1, batchSize: 2, verbose: 0 } as const;

function model(optimizer: tf.Optimizer = tf.train.adam(0.05), extra: tf.layers.Layer[] = []) {
  const made = tf.sequential({
    layers: [
      tf.layers.dense({ units: 3, inputShape: [1], kernelInitializer: glorotUniform(1) }),
      ...extra,
      tf.layers.dense({ units: 1, kernelInitializer: glorotUniform(2) }),
    ],
  });
  made.compile({ optimizer, loss: "meanSquaredError", metrics: ["mae"] });
  return made;
}

describe("nn: saved models", () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), "daylab-save-"))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const optimizers = () => {
    const { train: make } = tf;
    return [
      ...[make.sgd(0.01), make.momentum(0.001, 0.9), make.adam(0.05), make.rmsprop(0.01)],
      ...[make.adagrad(0.1), make.adadelta(0.001)],
    ];
  };

  it("go on learning as if they had never been away, with every optimiser that can be read", async () => {
    for (const optimizer of optimizers()) {
      const made = model(optimizer);
      await train(made, line, quiet);
      await saveModel(made, folder);
      const { model: loaded } = await loadModel(folder);
      const [a, b] = [await train(made, line, quiet), await train(loaded, line, quiet)];
      assert.deepEqual(Object.keys(a.history), ["loss", "mae"]);
      for (const [name, values] of Object.entries(a.history))
        values.forEach((value, i) =>
          assert.ok(
            Math.abs(value - b.history[name][i]) <= 1e-5 * value,
            `${optimizer.getClassName()} ${name} ${value} ${b.history[name][i]}`,
          ),
        );
    }
  });

  it("leave no tensor behind, nor files that are not needed", async () => {
    const made = model();
    await train(made, line, quiet);
    const before = tf.memory().numTensors;
    await saveModel(made, folder);
    assert.equal(tf.memory().numTensors, before);
    const first = readdirSync(folder);
    await train(made, line, quiet);
    await saveModel(made, folder);
    const second = readdirSync(folder);
    assert.equal(second.length, 3);
    assert.equal(first.filter((name) => second.includes(name)).length, 1, "model.json alone");
    const kept = tf.memory().numTensors;
    const { model: loaded } = await loadModel(folder, { compile: false });
    const weights = loaded.weights.length;
    assert.equal(tf.memory().numTensors, kept + weights);
  });

  it("can be read by TensorFlow.js alone", async () => {
    const made = model();
    await saveModel(made, folder);
    const loaded = await tf.loadLayersModel(`file://${folder}/model.json`);
    const [a, b] = [made, loaded].map((each) => {
      const predicted = each.predict(tf.tensor2d([[3]])) as tf.Tensor;
      return [...predicted.dataSync()];
    });
    assert.deepEqual(a, b);
  });

  it("bring their metadata", async () => {
    const metadata = { vocabulary: ["a", "ß"], mean: 0.1 };
    await saveModel(model(), folder, { metadata });
    const loaded = await loadModel<typeof metadata>(folder);
    assert.deepEqual(loaded.metadata, metadata);
    await assert.rejects(saveModel(model(), folder, { metadata: 1n }), /cannot be written as JSON/);
    // The failed one did not touch what was there.
    assert.deepEqual((await loadModel(folder)).metadata, metadata);
  });

  it("name a layer that is not registered, with the remedy", async () => {
    await saveModel(model(undefined, [new Doubling({})]), folder);
    await assert.rejects(
      loadModel(folder),
      /layer of the class "Doubling", which is not registered.*registerClass\(Doubling\)/,
    );
    tf.serialization.registerClass(Doubling);
    const { model: loaded } = await loadModel(folder);
    assert.equal(loaded.layers[1].getClassName(), "Doubling");
  });

  it("ask for a loss that is a function", async () => {
    const made = model();
    const ownLoss = (t: tf.Tensor, p: tf.Tensor) => tf.abs(tf.sub(t, p));
    made.compile({ optimizer: "sgd", loss: ownLoss });
    await saveModel(made, folder);
    await assert.rejects(loadModel(folder), /function "ownLoss" in its loss.*\{ loss: … \}/);
    const { model: loaded } = await loadModel(folder, { loss: ownLoss });
    assert.equal((await train(loaded, line, quiet)).epochs, 3);
    assert.equal((await loadModel(folder, { compile: false })).model.layers.length, 2);
  });

  it("several inputs and outputs, each with its loss", async () => {
    const [a, b] = ["a", "b"].map((name) => tf.input({ shape: [1], name }));
    const joined = tf.layers.concatenate().apply([a, b]) as tf.SymbolicTensor;
    const outputs = ["c", "d"].map(
      (name) => tf.layers.dense({ units: 1, name }).apply(joined) as tf.SymbolicTensor,
    );
    const forked = tf.model({ inputs: [a, b], outputs });
    const loss = { c: "meanSquaredError", d: "meanAbsoluteError" };
    forked.compile({ optimizer: "adam", loss, metrics: { c: "mae" } });
    await saveModel(forked, folder);
    const { model: loaded } = await loadModel(folder);
    const data = { x: { a: [1, 2], b: [3, 4] }, y: { c: [1, 2], d: [3, 4] } };
    const both = [await train(forked, data, quiet), await train(loaded, data, quiet)];
    assert.deepEqual(both[0].history, both[1].history);
  });

  it("that are missing, damaged or of a later version say so", async () => {
    await assert.rejects(loadModel(path.join(folder, "none")), /There is no folder .*none/);
    await assert.rejects(loadModel(folder), /holds no model\.json/);
    await saveModel(model(), folder);
    const file = path.join(folder, "model.json");
    const text = readFileSync(file, "utf8");
    const weights = path.join(
      folder,
      readdirSync(folder).find((n) => n.startsWith("weights"))!,
    );
    const whole = readFileSync(weights);
    truncateSync(weights, 5);
    await assert.rejects(loadModel(folder), /has 5 bytes instead of 40: it was cut off/);
    writeFileSync(weights, Buffer.concat([whole.subarray(1), Buffer.from([7])]));
    await assert.rejects(loadModel(folder), /damaged: its checksum/);
    rmSync(weights);
    await assert.rejects(loadModel(folder), /weights-.* is missing/);
    writeFileSync(file, text.replace('"version": 1', '"version": 99'));
    await assert.rejects(loadModel(folder), /version 99 .* reads up to 1: update Daylab/);
    writeFileSync(file, text.slice(0, 50));
    await assert.rejects(loadModel(folder), /it is no JSON/);
    writeFileSync(file, '{"modelTopology": {}}');
    await assert.rejects(loadModel(folder), /tf\.loadLayersModel/);
  });

  it("checkpoints hold the best epoch, and a training goes on from one", async () => {
    const at = path.join(folder, "best");
    const whole = model();
    const expected = await train(whole, line, { ...quiet, epochs: 6 });
    const first = model();
    const monitor = { path: at, monitor: "loss" };
    await train(first, line, { ...quiet, callbacks: bestCheckpoint(monitor) });
    const { metadata } = await loadModel<{ checkpoint: { epoch: number; best: number } }>(at);
    assert.equal(metadata.checkpoint.epoch, 2);
    assert.equal(metadata.checkpoint.best, expected.history.loss[2]);
    const second = model();
    const resumed = await train(second, line, {
      ...{ ...quiet, epochs: 6 },
      callbacks: bestCheckpoint({ ...monitor, resume: true }),
    });
    assert.equal(resumed.epochs, 3);
    assert.deepEqual(resumed.toFrame().column("epoch").values, [4, 5, 6]);
    resumed.history.loss.forEach((loss, i) =>
      assert.ok(Math.abs(loss - expected.history.loss[i + 3]) < 1e-5 * loss),
    );
    const narrow = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
    narrow.compile({ optimizer: "sgd", loss: "meanSquaredError" });
    await assert.rejects(
      train(narrow, line, { ...quiet, callbacks: bestCheckpoint({ ...monitor, resume: true }) }),
      /weights of shapes \[1, 3\].* and this one \[1, 1\] \[1\]/,
    );
  });

  it("a checkpoint is not replaced by a worse epoch", async () => {
    const at = path.join(folder, "best");
    const worse = { path: at, monitor: "loss", mode: "max" } as const;
    await train(model(), line, { ...quiet, callbacks: bestCheckpoint(worse) });
    const { metadata } = await loadModel<{ checkpoint: { epoch: number } }>(at);
    assert.equal(metadata.checkpoint.epoch, 0);
  });
});
