import assert from "node:assert/strict";
import { shuffledBatches } from "../../../library/src/nn/index.ts";
import * as tf from "@tensorflow/tfjs-node";

const indices = (epoch: number, seed: string | number = 1): number[][] =>
  [...shuffledBatches(10, { batchSize: 4, seed, epoch })].map((batch) => [...batch]);

describe("nn: shuffledBatches", () => {
  it("gives every sample once, the last batch with the rest", () => {
    const batches = indices(0);
    assert.deepEqual(
      batches.map((b) => b.length),
      [4, 4, 2],
    );
    assert.deepEqual(
      batches.flat().sort((a, b) => a - b),
      [...Array(10).keys()],
    );
  });

  it("has an order of its own for each seed and epoch, the same each time", () => {
    assert.deepEqual(indices(3), indices(3));
    assert.notDeepEqual(indices(3), indices(4));
    assert.notDeepEqual(indices(3, 1), indices(3, "one"));
  });

  it("takes the same rows of every tensor and leaves none behind", () => {
    const x = tf.tensor2d([...Array(20).keys()], [10, 2]);
    const y = tf.tensor1d([...Array(10).keys()], "int32");
    const before = tf.memory().numTensors;
    const seen: number[] = [];
    for (const batch of shuffledBatches({ x, y }, { batchSize: 3, seed: 1 })) {
      const labels = [...batch.y.dataSync()];
      assert.deepEqual(
        batch.x.arraySync(),
        labels.map((label) => [2 * label, 2 * label + 1]),
      );
      assert.equal(batch.y.dtype, "int32");
      seen.push(...labels);
    }
    assert.equal(seen.length, 10);
    for (const batch of shuffledBatches({ x }, { batchSize: 3, seed: 1 })) {
      assert.deepEqual(batch.x.shape, [3, 2]);
      break;
    }
    assert.equal(tf.memory().numTensors, before);
    tf.dispose([x, y]);
  });

  it("refuses bad options at the call", () => {
    const [a, b] = [tf.zeros([3, 1]), tf.zeros([4, 1])];
    assert.throws(() => shuffledBatches({ a, b }, { seed: 1 }), /a 3, b 4/);
    assert.throws(() => shuffledBatches({}, { seed: 1 }), /at least one sample/);
    assert.throws(() => shuffledBatches(0, { seed: 1 }), /at least one sample, not 0/);
    assert.throws(() => shuffledBatches(5, { seed: 1, batchSize: 0 }), /batchSize .* not 0/);
    tf.dispose([a, b]);
  });
});
