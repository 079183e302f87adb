import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as tf from "@tensorflow/tfjs-node";
import {
  cosineDecay,
  csvLogger,
  earlyStopping,
  exponentialDecay,
  learningRateSchedule,
  reduceOnPlateau,
  stepDecay,
  terminateOnNaN,
  train,
  type Callback,
  type Clipping,
  type TrainingRun,
} from "../../../../library/src/nn/index.ts";
import { clipGradients } from "../../../../library/src/nn/train/clipping.ts";

interface Case {
  readonly series: string;
  readonly monitor: string;
  readonly given: Readonly<Record<string, number | string | boolean>>;
}
interface Answers {
  readonly series: Readonly<Record<string, readonly (number | null)[]>>;
  readonly stopping: readonly (Case & { readonly epochs: number; readonly weight: number })[];
  readonly plateau: readonly (Case & { readonly rates: readonly number[] })[];
  readonly steps: readonly number[];
  readonly rates: Readonly<Record<string, readonly number[]>>;
  readonly gradients: readonly number[][];
  readonly clipping: readonly {
    readonly given: Readonly<Record<string, number>>;
    readonly clipped: readonly number[][];
  }[];
  readonly csv: string;
}
const answers = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "fixtures/answers.json"), "utf8"),
) as Answers;

/** Keras' names in ours. */
const ours: Record<string, string> = {
  ...{ min_delta: "minDelta", restore_best_weights: "restoreBestWeights", min_lr: "minRate" },
  ...{ start_from_epoch: "startFromEpoch", clipvalue: "clipValue", clipnorm: "clipNorm" },
  global_clipnorm: "globalClipNorm",
};
const optionsOf = ({ given, monitor }: Case): object => ({
  monitor,
  ...Object.fromEntries(Object.entries(given).map(([name, value]) => [ours[name] ?? name, value])),
});

/** The weight of the model is the number of its epoch. */
async function drive(callback: Callback, { series, monitor }: Case) {
  const model = tf.sequential({
    layers: [tf.layers.dense({ units: 1, inputShape: [1], useBias: false })],
  });
  let stopped = false;
  const run = { model, learningRate: 0.1, stop: () => (stopped = true) };
  const rates: number[] = [];
  let epochs = 0;
  await callback.onTrainBegin?.(run as unknown as TrainingRun);
  for (const value of answers.series[series]) {
    tf.tidy(() => model.setWeights([tf.tensor2d([[epochs]])]));
    const metrics = { [monitor]: value ?? NaN };
    await callback.onEpochEnd?.(epochs, metrics, run as unknown as TrainingRun);
    rates.push(run.learningRate);
    epochs++;
    if (stopped) break;
  }
  await callback.onTrainEnd?.(run as unknown as TrainingRun);
  const weight = model.getWeights()[0].dataSync()[0];
  model.dispose();
  return { epochs, weight, rates };
}

function model(learningRate = 0.1) {
  const made = tf.sequential({
    layers: [tf.layers.dense({ units: 2, inputShape: [1], name: "first", activation: "relu" })],
  });
  made.add(tf.layers.dense({ units: 1, name: "second" }));
  made.compile({ optimizer: tf.train.sgd(learningRate), loss: "meanSquaredError" });
  return made;
}
const line = { x: [[1], [2], [3], [4]], y: [2, 4, 6, 8] };
const quiet = { epochs: 3, seed: 1, batchSize: 2, verbose: 0 } as const;

describe("nn: callbacks", () => {
  let folder: string;
  before(() => (folder = mkdtempSync(path.join(tmpdir(), "daylab-callbacks-"))));
  after(() => rmSync(folder, { recursive: true, force: true }));

  describe("earlyStopping ends when Keras does, with the weights that Keras gives back", () => {
    for (const each of answers.stopping)
      it(`${each.series} ${JSON.stringify(each.given)}`, async () => {
        const { epochs, weight } = await drive(earlyStopping(optionsOf(each)), each);
        assert.deepEqual({ epochs, weight }, { epochs: each.epochs, weight: each.weight });
      });
  });

  describe("reduceOnPlateau sets the rates that Keras sets", () => {
    for (const each of answers.plateau)
      it(`${each.series} ${JSON.stringify(each.given)}`, async () => {
        const { rates } = await drive(reduceOnPlateau(optionsOf(each)), each);
        assert.equal(rates.length, each.rates.length);
        // Keras keeps its rate in 32 bits.
        rates.forEach((rate, i) => assert.ok(Math.abs(rate / each.rates[i] - 1) < 1e-6));
      });
  });

  it("schedules give Keras' rates", () => {
    const initial = 0.1;
    const schedules = {
      exponential: exponentialDecay({ initial, every: 10, rate: 0.9 }),
      step: stepDecay({ initial, every: 10, factor: 0.5 }),
      cosine: cosineDecay({ initial, total: 100 }),
      "cosine alpha": cosineDecay({ initial, total: 90, alpha: 0.1 }),
      warmup: cosineDecay({ initial, total: 90, warmup: 10 }),
      "warmup from": cosineDecay({ initial, total: 90, alpha: 0.05, warmup: 10, warmupFrom: 0.02 }),
    };
    assert.deepEqual(Object.keys(schedules), Object.keys(answers.rates));
    for (const [name, schedule] of Object.entries(schedules))
      answers.steps.forEach((step, i) => {
        const [rate, expected] = [schedule(step), answers.rates[name][i]];
        assert.ok(Math.abs(rate - expected) < 1e-7, `${name} at ${step}: ${rate}, ${expected}`);
      });
  });

  it("gradients are clipped as Keras clips them", () => {
    for (const { given, clipped } of answers.clipping)
      tf.tidy(() => {
        const gradients = Object.fromEntries(
          answers.gradients.map((values, i) => [String(i), tf.tensor1d(values)]),
        );
        const options: Clipping = optionsOf({ series: "", monitor: "", given });
        const found = Object.values(clipGradients(gradients, options)).map((g) => [
          ...g.dataSync(),
        ]);
        found.forEach((values, i) =>
          values.forEach((value, j) => assert.ok(Math.abs(value - clipped[i][j]) < 1e-5)),
        );
      });
  });

  it("train clips: one step of SGD goes as far as the norm allows", async () => {
    const made = model(1);
    const before = made.getWeights().map((w) => [...w.dataSync()]);
    await train(made, { x: [[1000]], y: [1e5] }, { ...quiet, epochs: 1, globalClipNorm: 0.5 });
    const moved = made
      .getWeights()
      .flatMap((w, i) => [...w.dataSync()].map((value, j) => (value - before[i][j]) ** 2));
    assert.ok(Math.abs(Math.sqrt(moved.reduce((a, b) => a + b)) - 0.5) < 1e-4);
  });

  it("a schedule sets the rate of each step, or of each epoch", async () => {
    const made = model();
    const perStep = learningRateSchedule(exponentialDecay({ initial: 0.1, rate: 0.5, every: 1 }));
    await train(made, line, { ...quiet, callbacks: perStep });
    assert.deepEqual(perStep.rates, [0.1, 0.05, 0.025, 0.0125, 0.00625, 0.003125]);
    const seen: number[] = [];
    await train(made, line, {
      ...quiet,
      callbacks: [
        learningRateSchedule((epoch) => 0.1 / (epoch + 1), { per: "epoch" }),
        { onBatchEnd: (_batch, _metrics, run) => void seen.push(run.learningRate) },
      ],
    });
    assert.deepEqual(seen, [0.1, 0.1, 0.05, 0.05, 0.1 / 3, 0.1 / 3]);
  });

  it("the rate of every optimiser of TensorFlow.js takes effect", async () => {
    const { train: make } = tf;
    const all = [
      ...[make.sgd(1), make.momentum(1, 0.9), make.adam(1), make.adamax(1), make.rmsprop(1)],
      ...[make.adagrad(1), make.adadelta(1)],
    ];
    for (const optimizer of all) {
      const made = model();
      made.compile({ optimizer, loss: "meanSquaredError" });
      const before = made.getWeights().map((w) => [...w.dataSync()]);
      await train(made, line, { ...quiet, callbacks: learningRateSchedule(() => 0) });
      assert.deepEqual(
        made.getWeights().map((w) => [...w.dataSync()]),
        before,
        optimizer.getClassName(),
      );
    }
  });

  it("csvLogger writes Keras' file, and goes on with one", async () => {
    const file = path.join(folder, "log.csv");
    const run = {} as TrainingRun;
    const logger = csvLogger(file);
    await logger.onTrainBegin?.(run);
    await logger.onEpochEnd?.(0, { val_loss: 0.75, loss: 0.5, acc: 0.25 }, run);
    await logger.onEpochEnd?.(1, { val_loss: 0.5, loss: 0.125, acc: 0.75 }, run);
    assert.equal(readFileSync(file, "utf8"), answers.csv.replaceAll("\r\n", "\n"));
    const more = csvLogger(file, { append: true });
    await more.onTrainBegin?.(run);
    await more.onEpochEnd?.(2, { val_loss: 0.5, loss: 0.125, acc: 0.75 }, run);
    assert.equal(readFileSync(file, "utf8").split("\n").length, 5);
    const other = path.join(folder, "other.csv");
    writeFileSync(other, "epoch,x\n");
    assert.throws(
      () => csvLogger(other, { append: true }).onEpochEnd?.(0, { loss: 1 }, run),
      /columns epoch,x; this training reports epoch,loss/,
    );
  });

  it("terminateOnNaN names the layer, and gives back the weights from before", async () => {
    const made = model();
    tf.tidy(() =>
      made.setWeights([[[3e38, 3e38]], [0, 0], [[1], [1]], [0]].map((w) => tf.tensor(w))),
    );
    const before = tf.memory().numTensors;
    await assert.rejects(
      train(made, { x: [[5]], y: [1] }, { ...quiet, callbacks: terminateOnNaN() }),
      /The loss became (NaN|Infinity) in batch 1 of epoch 1\. The first layer .* is "first" \(Dense\)/,
    );
    assert.equal(tf.memory().numTensors, before);
    assert.deepEqual([...made.getWeights()[0].dataSync()], [3e38, 3e38].map(Math.fround));
    await assert.rejects(
      train(model(), { x: [[NaN]], y: [1] }, { ...quiet, callbacks: terminateOnNaN() }),
      /input "first_input" holds values that are not finite: clean the data/,
    );
    await assert.rejects(
      train(model(), { x: [[1]], y: [NaN] }, { ...quiet, callbacks: terminateOnNaN() }),
      /it is the loss itself, or its targets/,
    );
  });

  it("early stopping in a training: fewer epochs, the reason, the best weights", async () => {
    const made = model();
    const losses: number[] = [];
    const stopping = earlyStopping({ monitor: "loss", patience: 1, minDelta: 1e9 });
    const result = await train(made, line, {
      ...{ ...quiet, epochs: 10 },
      callbacks: [stopping, { onEpochEnd: (_, { loss }) => void losses.push(loss) }],
    });
    assert.equal(result.epochs, 2);
    assert.match(result.stopped ?? "", /loss did not get better for 1 epoch/);
    assert.deepEqual(result.history.loss, losses);
    assert.equal(result.toFrame().length, 2);
    assert.deepEqual(result.toFrame().columns, ["epoch", "loss"]);
  });

  it("TensorFlow.js's own callbacks work too", async () => {
    const foreign = tf.callbacks.earlyStopping({ monitor: "loss", patience: 0, minDelta: 1e9 });
    const callbacks = foreign as unknown as Callback;
    const { epochs, stopped } = await train(model(), line, { ...quiet, epochs: 10, callbacks });
    assert.equal(epochs, 2);
    assert.match(stopped ?? "", /TensorFlow\.js/);
  });

  it("a metric that is not reported is named, with the remedy", async () => {
    const bad = (monitor: string) =>
      train(model(), line, { ...quiet, callbacks: earlyStopping({ monitor }) });
    await assert.rejects(bad("val_loss"), /monitors "val_loss".* reports loss\. Give train val/);
    await assert.rejects(bad("los"), /Did you mean "loss"\?/);
    assert.throws(() => earlyStopping({ patience: -1 }), /patience .* not -1/);
    assert.throws(() => reduceOnPlateau({ factor: 2 }), /factor .* not 2/);
    assert.throws(() => earlyStopping({ pateince: 2 } as object), /Did you mean "patience"/);
    await assert.rejects(
      train(model(), line, { ...quiet, callbacks: learningRateSchedule(() => NaN) }),
      /number from 0, not NaN/,
    );
  });

  it("a signal ends a training between two batches and keeps the epochs before", async () => {
    const stop = new AbortController();
    const result = await train(model(), line, {
      ...{ ...quiet, epochs: 10, signal: stop.signal },
      callbacks: { onBatchEnd: (_, __, { step }) => void (step === 5 && stop.abort()) },
    });
    assert.equal(result.batchLoss.length, 5);
    assert.equal(result.history.loss.length, 2);
    assert.equal(result.stopped, "the signal");
  });
});
