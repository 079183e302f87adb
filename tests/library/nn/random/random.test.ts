import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-node";
import { Random, random } from "../../../../library/src/nn/index.ts";

const values = (tensor: tf.Tensor): number[] => {
  const all = [...tensor.dataSync()];
  tensor.dispose();
  return all;
};
const mean = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0) / all.length;
const deviation = (all: readonly number[]): number => {
  const centre = mean(all);
  return Math.sqrt(mean(all.map((v) => (v - centre) ** 2)));
};

describe("nn/random: tensors from a seed", () => {
  let before = 0;
  beforeEach(() => void (before = tf.memory().numTensors));
  afterEach(() => assert.equal(tf.memory().numTensors, before, "no tensor is left"));

  const kinds = {
    normal: (seed: number | Random) => random.normal([2000], { mean: 3, stddev: 2, seed }),
    truncatedNormal: (seed: number | Random) =>
      random.truncatedNormal([2000], { mean: 3, stddev: 2, seed }),
    uniform: (seed: number | Random) => random.uniform([2000], { minval: 1, maxval: 5, seed }),
    multinomial: (seed: number | Random) => random.multinomial([0, 1, 2], 2000, { seed }),
    shuffle: (seed: number | Random) => tf.tidy(() => random.shuffle(tf.range(0, 50), { seed })),
  };
  for (const [name, make] of Object.entries(kinds))
    it(`${name} repeats with its seed, 0 too, and a Random goes on`, () => {
      assert.deepEqual(values(make(0)), values(make(0)));
      assert.notDeepEqual(values(make(0)), values(make(1)));
      const source = new Random(1);
      assert.notDeepEqual(values(make(source)), values(make(source)));
    });

  it("normal and uniform have the spread of their definition", () => {
    const normal = values(random.normal([20000], { mean: 3, stddev: 2, seed: 1 }));
    assert.ok(Math.abs(mean(normal) - 3) < 0.05 && Math.abs(deviation(normal) - 2) < 0.05);
    const cut = values(random.truncatedNormal([20000], { mean: 3, stddev: 2, seed: 1 }));
    assert.ok(cut.every((v) => v >= -1 && v <= 7));
    // scipy.stats.truncnorm(-2, 2).std() = 0.87962566103423978
    assert.ok(Math.abs(deviation(cut) - 2 * 0.87962566) < 0.03);
    const uniform = values(random.uniform([20000], { minval: 1, maxval: 5, seed: 1 }));
    assert.ok(uniform.every((v) => v >= 1 && v < 5));
    assert.ok(Math.abs(deviation(uniform) - 4 / Math.sqrt(12)) < 0.03);
    const whole = random.uniform([500], { minval: 2, maxval: 5, dtype: "int32", seed: 1 });
    assert.equal(whole.dtype, "int32");
    assert.deepEqual([...new Set(values(whole))].sort(), [2, 3, 4]);
  });

  it("multinomial draws classes as often as their probabilities say", () => {
    const logits = tf.tensor2d([
      [0, Math.log(2), Math.log(5)],
      [Math.log(9), 0, -1e9],
    ]);
    const drawn = random.multinomial(logits, 20000, { seed: 4 });
    assert.deepEqual(drawn.shape, [2, 20000]);
    assert.equal(drawn.dtype, "int32");
    const all = values(drawn);
    const share = (row: number, k: number) =>
      all.slice(row * 20000, (row + 1) * 20000).filter((v) => v === k).length / 20000;
    [
      [1 / 8, 2 / 8, 5 / 8],
      [0.9, 0.1, 0],
    ].forEach((wanted, row) =>
      wanted.forEach((p, k) =>
        assert.ok(Math.abs(share(row, k) - p) < 0.012, `${share(row, k)} ${p}`),
      ),
    );
    const sure = values(random.multinomial([0, 1, 0], 100, { normalized: true, seed: 1 }));
    assert.ok(sure.every((k) => k === 1));
    logits.dispose();
  });

  it("TensorFlow.js's own multinomial ignores its seed: the reason for ours", () => {
    const draw = () => values(tf.tidy(() => tf.multinomial(tf.zeros<tf.Rank.R1>([8]), 200, 5)));
    assert.notDeepEqual(draw(), draw());
  });

  it("refuses what cannot be", () => {
    assert.throws(() => random.normal([-1]), /A shape is whole numbers from 0, not \[-1\]/);
    assert.throws(
      () => random.normal([2], { std: 1 } as never),
      /no option "std". Did you mean "stddev"/,
    );
    assert.throws(() => random.multinomial([], 1), /not \[0\]/);
    assert.throws(() => random.multinomial([1, 1], 1.5), /not 1.5/);
    assert.throws(() => random.multinomial([-1, 2], 1, { normalized: true }), /probability -1/);
    assert.throws(() => random.multinomial([0, 0], 1, { normalized: true }), /sum to 0/);
  });
});
