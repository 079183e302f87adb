import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-node";
import {
  balancedBatches,
  classWeights,
  Dataset,
  trainTestSplit,
} from "../../../../library/src/nn/index.ts";

const count = (labels: ArrayLike<number>): Record<number, number> => {
  const counts: Record<number, number> = {};
  for (const label of Array.from(labels)) counts[label] = (counts[label] ?? 0) + 1;
  return counts;
};

describe("nn/data: parts and balance", () => {
  const labels = Array.from({ length: 40 }, (_, i) => (i % 10 === 0 ? 1 : 0));
  const numbers = Dataset.range(40);

  it("divides a dataset, all elements in one part, the same each time", async () => {
    const parts = async (seed: number | string) => {
      const [train, test] = trainTestSplit(numbers, { testSize: 0.25, seed });
      return [await train.toArray(), await test.toArray()];
    };
    const [train, test] = await parts(1);
    assert.deepEqual([train.length, test.length], [30, 10]);
    assert.deepEqual(
      [...train, ...test].sort((a, b) => a - b),
      await numbers.toArray(),
    );
    assert.deepEqual(await parts(1), [train, test]);
    assert.notDeepEqual(await parts("1"), [train, test]);
  });

  it("parts of a shuffled dataset stay apart in every epoch", async () => {
    const [train, test] = trainTestSplit(numbers.shuffle({ seed: 9 }), { seed: 1 });
    const held = await test.toArray(0);
    assert.deepEqual(await test.toArray(3), held);
    for (const epoch of [0, 1, 2])
      assert.ok((await train.toArray(epoch)).every((i) => !held.includes(i)));
    assert.notDeepEqual(
      await train.shuffle({ seed: 1 }).toArray(0),
      await train.shuffle({ seed: 1 }).toArray(1),
    );
  });

  it("keeps shares of classes, groups together, and the latest for testing", async () => {
    const [, stratified] = trainTestSplit(numbers, { testSize: 10, seed: 1, stratify: labels });
    const drawn = (await stratified.toArray()).map((i) => labels[i]);
    assert.deepEqual(count(drawn), { 0: 9, 1: 1 });
    const groups = Array.from({ length: 40 }, (_, i) => `patient ${i % 8}`);
    const [train, test] = trainTestSplit(numbers, { testSize: 0.25, seed: 1, groups });
    const of = async (part: Dataset<number>) =>
      new Set((await part.toArray()).map((i) => groups[i]));
    const [inTrain, inTest] = [await of(train), await of(test)];
    assert.deepEqual([inTrain.size, inTest.size], [6, 2]);
    assert.ok([...inTest].every((group) => !inTrain.has(group)));
    const times = Array.from({ length: 40 }, (_, i) => new Date(2020, 0, 1 + ((i * 7) % 40)));
    const [before, after] = trainTestSplit(numbers, { testSize: 0.2, times });
    const latest = (await before.toArray()).map((i) => Number(times[i]));
    const first = Math.min(...(await after.toArray()).map((i) => Number(times[i])));
    assert.equal(after.size, 8);
    assert.ok(latest.every((time) => time < first));
    const days = Array.from({ length: 40 }, (_, i) => Math.floor(i / 10));
    const [, lastDay] = trainTestSplit(numbers, { testSize: 3, times: days });
    assert.equal(lastDay.size, 10, "equal times stay together");
  });

  it("divides tensors without copies", async () => {
    const [x, y] = [tf.range(0, 40).reshape([40, 1]), tf.tensor1d(labels, "int32")];
    const before = tf.memory().numTensors;
    const [train, test] = trainTestSplit({ x, y }, { testSize: 0.5, seed: 1, stratify: labels });
    assert.equal(tf.memory().numTensors, before);
    for (const part of [train, test])
      for await (const batch of part.batch(20))
        assert.deepEqual(count(batch.y.dataSync()), { 0: 18, 1: 2 });
    assert.equal(tf.memory().numTensors, before);
    tf.dispose([x, y]);
  });

  it("refuses streams and what does not fit", () => {
    const stream = numbers.filter((i) => i > 2);
    assert.throws(() => trainTestSplit(stream), /needs to know all elements.*Divide before filter/);
    assert.throws(() => trainTestSplit(numbers, { stratify: [1] }), /1 labels for 40 samples/);
    assert.throws(() => trainTestSplit(numbers, { times: [1] }), /times has 1 values for 40/);
    assert.throws(
      () => trainTestSplit(numbers, { times: labels, testSize: 10 }),
      /none to test on|leaves no/,
    );
    assert.throws(
      () => trainTestSplit(numbers, { times: labels, groups: labels }),
      /do not go with/,
    );
    assert.throws(() => trainTestSplit(numbers, { shuffle: true } as never), /no option "shuffle"/);
  });

  it("classWeights are scikit-learn's balanced ones", () => {
    // sklearn.utils.class_weight.compute_class_weight("balanced", classes=[0, 1, 2], y=[0, 0, 0, 1, 2, 2])
    assert.deepEqual(classWeights([0, 0, 0, 1, 2, 2]), { 0: 2 / 3, 1: 2, 2: 1 });
    assert.deepEqual(classWeights(["a", "b", "b"]), { a: 1.5, b: 0.75 });
    assert.throws(() => classWeights([]), /at least one label/);
  });

  it("balanced batches hold all classes alike, and every element before one comes again", async () => {
    const data = Dataset.fromTensorSlices({
      x: Float32Array.from(labels.keys()),
      y: Int32Array.from(labels),
    });
    const batches = balancedBatches(data, { labels, batchSize: 8, seed: 2 });
    assert.equal(batches.size, 5);
    const before = tf.memory().numTensors;
    const read = async (epoch: number): Promise<number[]> => {
      const seen: number[] = [];
      for await (const { x, y } of batches.batches(epoch)) {
        assert.deepEqual(count(y.dataSync()), { 0: 4, 1: 4 });
        seen.push(...x.dataSync());
      }
      return seen;
    };
    const seen = await read(0);
    const rare = seen.filter((i) => labels[i] === 1);
    assert.deepEqual(count(rare), { 0: 5, 10: 5, 20: 5, 30: 5 });
    const frequent = seen.filter((i) => labels[i] === 0);
    assert.equal(new Set(frequent).size, frequent.length);
    assert.deepEqual(await read(0), seen);
    assert.notDeepEqual(await read(1), seen);
    assert.equal(tf.memory().numTensors, before);
    assert.throws(
      () => balancedBatches(data, { labels, batchSize: 1 }),
      /cannot hold all 2 classes/,
    );
    assert.throws(() => balancedBatches(data, { labels: [1], batchSize: 4 }), /1 labels for 40/);
    assert.equal(balancedBatches(data, { labels, batchSize: 4, stepsPerEpoch: 7 }).size, 7);
  });
});
