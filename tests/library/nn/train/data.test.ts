import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-node";
import { DataFrame } from "../../../../library/src/frame/index.ts";
import {
  glorotUniform,
  Random,
  train,
  type BatchSource,
} from "../../../../library/src/nn/index.ts";

const random = new Random(4);
const inputs = Array.from({ length: 40 }, () => [random.normal(), random.normal()]);
const targets = inputs.map(([a, b]) => 2 * a - b + 1);
const classes = inputs.map(([a, b]) => (a + b > 0 ? 2 : a > b ? 1 : 0));

function linear(loss: tf.ModelCompileArgs["loss"] = "meanSquaredError", units = 1) {
  const kernelInitializer = glorotUniform(3);
  const activation = units === 1 ? "linear" : "softmax";
  const model = tf.sequential({
    layers: [tf.layers.dense({ units, inputShape: [2], kernelInitializer, activation })],
  });
  model.compile({ optimizer: tf.train.sgd(0.1), loss });
  return model;
}

const quiet = { epochs: 3, seed: 1, batchSize: 16, verbose: 0 } as const;

/** Two inputs, two outputs. */
function forked(lossB: "meanSquaredError" | "meanAbsoluteError" = "meanAbsoluteError") {
  const [left, right] = ["left", "right"].map((name) => tf.input({ shape: [1], name }));
  const joined = tf.layers.concatenate().apply([left, right]) as tf.SymbolicTensor;
  const dense = (name: string, seed: number) =>
    tf.layers
      .dense({ units: 1, name, kernelInitializer: glorotUniform(seed) })
      .apply(joined) as tf.SymbolicTensor;
  const model = tf.model({ inputs: [left, right], outputs: [dense("sum", 1), dense("other", 2)] });
  const loss = { sum: "meanSquaredError", other: lossB };
  model.compile({ optimizer: tf.train.sgd(0.05), loss, metrics: ["mse"] });
  return model;
}

const column = (i: number) => inputs.map((row) => row[i]);

describe("nn: what train takes", () => {
  it("tensors, arrays and frames give the same history", async () => {
    const x = tf.tensor2d(inputs);
    const y = tf.tensor2d(targets.map((t) => [t]));
    const { history: expected } = await train(linear(), { x, y }, quiet);
    const frame = new DataFrame({ a: column(0), target: targets, b: column(1) });
    const before = tf.memory().numTensors;
    linear();
    const weights = tf.memory().numTensors - before;
    const forms = [
      { x: inputs, y: targets },
      { x, y: Float32Array.from(targets) },
      { x: frame, y: "target" },
      { x: frame.drop({ columns: ["target"] }), y: frame.column("target") },
      { x: frame, y: ["target"] },
    ];
    for (const form of forms)
      assert.deepEqual((await train(linear(), form, quiet)).history, expected);
    assert.equal(tf.memory().numTensors, before + weights * (forms.length + 1));
  });

  it("a dataset gives its batches and keeps them", async () => {
    const made: tf.Tensor[] = [];
    const source: BatchSource = {
      size: 4,
      async *batches() {
        for (let start = 0; start < 40; start += 10) {
          const batch = {
            x: tf.tensor2d(inputs.slice(start, start + 10)),
            y: tf.tensor1d(targets.slice(start, start + 10)),
          };
          made.push(batch.x, batch.y);
          yield batch;
        }
      },
    };
    const whole = await train(
      linear(),
      { x: inputs, y: targets },
      {
        ...{ epochs: 3, verbose: 0, batchSize: 10, shuffle: false },
      },
    );
    const batches = await train(linear(), source, {
      epochs: 3,
      verbose: 0,
      validationData: source,
    });
    assert.deepEqual(batches.history.loss, whole.history.loss);
    assert.equal(batches.history.val_loss.length, 3);
    assert.ok(made.every((tensor) => !tensor.isDisposed));
    const short = await train(linear(), source, { epochs: 2, verbose: 0, stepsPerEpoch: 1 });
    assert.equal(short.batchLoss.length, 2);
    await assert.rejects(
      train(linear(), { ...source, size: Infinity }, { epochs: 1, verbose: 0 }),
      /never ends: give stepsPerEpoch/,
    );
    tf.dispose(made);
  });

  it("several inputs and outputs by name, as fit has them", async () => {
    const x = { left: column(0), right: column(1) };
    const y = { sum: targets, other: column(1) };
    const { history } = await train(forked(), { x, y }, { ...quiet, epochs: 2, shuffle: false });
    const fitted = await forked().fit(
      { left: tf.tensor2d(column(0), [40, 1]), right: tf.tensor2d(column(1), [40, 1]) },
      { sum: tf.tensor2d(targets, [40, 1]), other: tf.tensor2d(column(1), [40, 1]) },
      { epochs: 2, batchSize: 16, shuffle: false, verbose: 0 },
    );
    assert.deepEqual(Object.keys(history), Object.keys(fitted.history));
    for (const [name, values] of Object.entries(history))
      values.forEach((value, i) =>
        assert.ok(Math.abs(value - Number(fitted.history[name][i])) < 1e-5, name),
      );
  });

  it("validates several outputs, which evaluate of TensorFlow.js mixes up", async () => {
    const model = forked();
    const data = {
      x: { left: column(0), right: column(1) },
      y: { sum: targets, other: column(1) },
    };
    const { history } = await train(model, data, { ...quiet, epochs: 1, validationData: data });
    const predicted = model.predict([
      tf.tensor2d(column(0), [40, 1]),
      tf.tensor2d(column(1), [40, 1]),
    ]) as tf.Tensor[];
    const [sums, others] = predicted.map((tensor) => [...tensor.dataSync()]);
    const mean = (values: number[]) => values.reduce((a, b) => a + b) / values.length;
    const squared = mean(sums.map((value, i) => (value - targets[i]) ** 2));
    const absolute = mean(others.map((value, i) => Math.abs(value - column(1)[i])));
    assert.ok(Math.abs(history.val_sum_loss[0] - squared) < 1e-5);
    assert.ok(Math.abs(history.val_other_loss[0] - absolute) < 1e-5);
    assert.ok(Math.abs(history.val_loss[0] - squared - absolute) < 1e-5);
  });

  it("weights of classes count as in fit", async () => {
    const x = tf.tensor2d(inputs);
    const oneHot = tf.oneHot(tf.tensor1d(classes, "int32"), 3);
    const classWeight = { 0: 1, 1: 5, 2: 0.5 };
    const ours = linear("categoricalCrossentropy", 3);
    const options = { ...quiet, shuffle: false, classWeight };
    const { history } = await train(ours, { x, y: oneHot }, options);
    const fitted = await linear("categoricalCrossentropy", 3).fit(x, oneHot, {
      ...{ epochs: 3, batchSize: 16, shuffle: false, verbose: 0, classWeight },
    });
    history.loss.forEach((loss, i) =>
      assert.ok(Math.abs(loss - Number(fitted.history.loss[i])) < 1e-5, String(i)),
    );
    const sparse = linear("sparseCategoricalCrossentropy", 3);
    const numbers = await train(sparse, { x, y: classes }, options);
    numbers.history.loss.forEach((loss, i) => assert.ok(Math.abs(loss - history.loss[i]) < 1e-5));
  });

  it("a sample of weight 2 counts like two, of weight 0 like none", async () => {
    const sampleWeight = [2, 0, 1, 1];
    const rows = inputs.slice(0, 4);
    const y = targets.slice(0, 4);
    const weighted = linear();
    const options = { ...quiet, epochs: 5, shuffle: false };
    await train(weighted, { x: rows, y, sampleWeight }, options);
    const repeated = linear();
    const again = [0, 0, 2, 3];
    const twice = { x: again.map((i) => rows[i]), y: again.map((i) => y[i]) };
    await train(repeated, twice, options);
    const [a, b] = [weighted, repeated].map((model) => [...model.getWeights()[0].dataSync()]);
    a.forEach((value, i) => assert.ok(Math.abs(value - b[i]) < 1e-6));
  });

  it("the loss of an output counts as it is told", async () => {
    const data = {
      x: { left: column(0), right: column(1) },
      y: { sum: targets, other: column(1) },
    };
    const { history } = await train(forked(), data, {
      ...{ ...quiet, epochs: 1, lossWeights: { sum: 3, other: 0 } },
    });
    assert.ok(Math.abs(history.loss[0] - 3 * history.sum_loss[0]) < 1e-5);
  });

  it("says what does not fit, with the remedy", async () => {
    const bad = (
      data: Parameters<typeof train>[1],
      options = {},
      model: tf.LayersModel = linear(),
    ) => train(model, data, { ...quiet, ...options });
    const frame = new DataFrame({ a: [1, 2], b: [3, 4], name: ["x", "y"], t: [0, 1] });
    await assert.rejects(bad({ x: frame, y: "tt" }), /no column "tt".*"t"/);
    await assert.rejects(bad({ x: frame, y: "t" }), /inputs are no numbers.*"name"/);
    await assert.rejects(bad({ x: inputs, y: "t" }), /x is no frame/);
    await assert.rejects(bad({ x: inputs, y: classes }, {}, linear("categoricalCrossentropy", 3)), {
      message: /"sparseCategoricalCrossentropy", or make them rows of 3 with tf\.oneHot/,
    });
    await assert.rejects(bad({ x: targets, y: targets }), /shape \[rows, 1\]; .* \[rows, 2\]/);
    await assert.rejects(
      bad({ x: inputs, y: targets }, { validationSpilt: 0.2 }),
      /train has no option "validationSpilt". Did you mean "validationSplit"/,
    );
    await assert.rejects(bad({ x: { left: inputs }, y: targets }, {}, forked()), /"right"/);
    await assert.rejects(bad({ x: { lef: inputs }, y: targets }, {}, forked()), /"left"/);
    await assert.rejects(bad({ x: inputs, y: targets }, {}, forked()), /2 inputs: .*left, right/);
    await assert.rejects(
      bad({ x: inputs, y: targets, sampleWeight: [1] }),
      /40 rows and sampleWeight has 1/,
    );
    const scalar = linear((t, p) => tf.losses.meanSquaredError(t, p));
    await assert.rejects(
      bad({ x: inputs, y: targets, sampleWeight: targets }, {}, scalar),
      /cannot be weighted/,
    );
    await assert.rejects(bad({ x: inputs, y: targets }, { clipNorm: 0 }), /clipNorm .* not 0/);
  });
});
