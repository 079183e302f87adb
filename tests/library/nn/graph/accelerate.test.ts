import assert from "node:assert/strict";
import { accelerate } from "daylab/nn";
import * as tf from "@tensorflow/tfjs-node";
import { largestError, smallData, smallNet, weightsOf } from "./nets.ts";

const compile = (model: tf.LayersModel): void =>
  model.compile({
    optimizer: tf.train.adam(0.003),
    loss: "categoricalCrossentropy",
    metrics: ["accuracy"],
  });

type Train = (model: tf.LayersModel, data: { x: tf.Tensor4D; y: tf.Tensor }) => Promise<number[]>;

const fitted: Train = async (model, { x, y }) => {
  const { history } = await model.fit(x, y, {
    epochs: 5,
    batchSize: 16,
    shuffle: false,
    verbose: 0,
    validationSplit: 0.25,
  });
  assert.deepEqual(Object.keys(history), ["val_loss", "val_acc", "loss", "acc"]);
  return Object.values(history).flat() as number[];
};

const onBatches: Train = async (model, { x, y }) => {
  const found: number[] = [];
  for (let i = 0; i < 6; i++) found.push(...((await model.trainOnBatch(x, y)) as number[]));
  return found;
};

const fromDataset: Train = async (model, { x, y }) => {
  const rows = tf.data.zip({ xs: tf.data.array(tf.unstack(x)), ys: tf.data.array(tf.unstack(y)) });
  const { history } = await model.fitDataset(rows.batch(16), {
    epochs: 4,
    verbose: 0,
    validationData: rows.batch(20),
  });
  return Object.values(history).flat() as number[];
};

const classWeights: Train = async (model, { x, y }) => {
  const { history } = await model.fit(x, y, {
    epochs: 5,
    batchSize: 16,
    shuffle: false,
    verbose: 0,
    classWeight: { 0: 1, 1: 3, 2: 0.5, 3: 1, 4: 2 },
  });
  return history.loss as number[];
};

async function sideBySide(train: Train, make: () => tf.LayersModel = smallNet) {
  const data = smallData(56);
  const [plain, fast] = [make(), make()];
  for (const model of [plain, fast]) compile(model);
  fast.setWeights(plain.getWeights());
  const acceleration = accelerate(fast, { seed: 1 });
  const [expected, given] = [await train(plain, data), await train(fast, data)];
  return { expected, given, plain, fast, acceleration, data };
}

describe("accelerate", () => {
  for (const [name, train] of Object.entries({ fitted, onBatches, fromDataset, classWeights }))
    it(`trains as without it: ${name}`, async () => {
      const { expected, given, plain, fast, acceleration } = await sideBySide(train);
      assert.ok(acceleration.report.training.graphs.length > 0, acceleration.explain());
      assert.deepEqual(acceleration.report.training.eager, []);
      assert.ok(largestError(expected, given) < 1e-5, `${expected.join()}\n${given.join()}`);
      assert.ok(largestError(weightsOf(plain), weightsOf(fast)) < 1e-2);
      plain.dispose();
      fast.dispose();
    });

  it("evaluates and predicts as without it, in batches and at once", async () => {
    const { plain, fast, acceleration, data } = await sideBySide(onBatches);
    const numbers = (model: tf.LayersModel): number[] =>
      tf.tidy(() => [
        ...(model.evaluate(data.x, data.y, { batchSize: 16 }) as tf.Scalar[]).map(
          (t) => t.dataSync()[0],
        ),
        ...(model.predict(data.x, { batchSize: 16 }) as tf.Tensor).dataSync(),
        ...(model.predictOnBatch(data.x) as tf.Tensor).dataSync(),
      ]);
    fast.setWeights(plain.getWeights());
    for (let i = 0; i < 3; i++) assert.ok(largestError(numbers(plain), numbers(fast)) < 1e-5);
    const { evaluation, prediction } = acceleration.report;
    assert.deepEqual(
      evaluation.graphs.map(({ runs }) => runs),
      [7, 1],
    );
    assert.equal(prediction.graphs.length, 3);
  });

  it("lets go of everything: tensors, handles and sessions", async () => {
    const binding = (
      tf.backend() as unknown as {
        binding: Record<"getNumOfTensors" | "getNumOfSavedModels", () => number>;
      }
    ).binding;
    const counts = () => [
      tf.memory().numTensors,
      binding.getNumOfTensors(),
      binding.getNumOfSavedModels(),
    ];
    const round = async (): Promise<void> => {
      const { x, y } = smallData(40);
      const model = smallNet([tf.layers.dropout({ rate: 0.3 })]);
      model.compile({ optimizer: "adam", loss: "categoricalCrossentropy" });
      accelerate(model, { seed: 1 });
      await model.fit(x, y, { epochs: 4, batchSize: 16, verbose: 0, validationSplit: 0.2 });
      model.dispose();
      tf.dispose([x, y]);
    };
    await round();
    const before = counts();
    await round();
    assert.deepEqual(counts(), before);
  });
});
