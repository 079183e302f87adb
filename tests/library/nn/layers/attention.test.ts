import assert from "node:assert/strict";
import * as nn from "../../../../library/src/nn/index.ts";
import * as tf from "@tensorflow/tfjs-node";

const output = (layer: { apply(x: tf.Tensor): unknown }, x: tf.Tensor): number[][][] =>
  tf.tidy(() => (layer.apply(x) as tf.Tensor3D).arraySync());

/** What a change at one step of five changes: the steps whose output is another one. */
function changedBy(step: number, layer: { apply(x: tf.Tensor): unknown }): number[] {
  return tf.tidy(() => {
    const x = tf.randomNormal([1, 5, 4], 0, 1, "float32", 1);
    // One number of the step alone: normalisation takes away what all of them share.
    const bump = tf.oneHot(tf.tensor1d([step * 4], "int32"), 20).reshape([1, 5, 4]);
    const [before, after] = [output(layer, x)[0], output(layer, x.add(bump))[0]];
    return before.flatMap((row, i) => (String(row) === String(after[i]) ? [] : [i]));
  });
}

describe("nn: who sees whom", () => {
  const causal = {
    multiHeadAttention: nn.multiHeadAttention({ heads: 2, causal: true, seed: 1 }),
    transformerBlock: nn.transformerBlock({ heads: 2, causal: true, seed: 1 }),
    causalConv1d: nn.causalConv1d({ filters: 3, kernelSize: 5, seed: 1 }),
  };
  for (const [name, layer] of Object.entries(causal))
    it(`causal ${name}: a step changes itself and later ones`, () => {
      assert.deepEqual(changedBy(2, layer), [2, 3, 4]);
      assert.deepEqual(changedBy(0, layer), [0, 1, 2, 3, 4]);
    });

  it("attention that is not causal: a step changes all", () => {
    assert.deepEqual(changedBy(2, nn.multiHeadAttention({ heads: 2, seed: 1 })), [0, 1, 2, 3, 4]);
  });

  it("dilated causalConv1d: a step changes every third", () => {
    const layer = nn.causalConv1d({ filters: 3, kernelSize: 2, dilationRate: 3, seed: 1 });
    assert.deepEqual(changedBy(1, layer), [1, 4]);
  });
});

describe("nn: attentionScores", () => {
  const x = tf.randomNormal([2, 4, 6], 0, 1, "float32", 1);
  const layers = [
    nn.multiHeadAttention({ heads: 3, causal: true, seed: 1 }),
    nn.transformerBlock({ heads: 3, causal: true, seed: 1 }),
    nn.transformerBlock({ heads: 3, causal: true, normalize: "after", seed: 1 }),
  ];
  for (const layer of layers)
    it(`${layer.name}: rows sum to 1, later steps get 0, nothing leaks`, () => {
      tf.dispose(layer.apply(x) as tf.Tensor);
      const before = tf.memory().numTensors;
      const scores = nn.attentionScores(layer, x);
      assert.deepEqual(scores.shape, [2, 3, 4, 4]);
      const rows = tf.tidy(() => scores.reshape([-1, 4, 4]).arraySync() as number[][][]);
      for (const head of rows)
        for (const [i, row] of head.entries()) {
          assert.ok(Math.abs(row.reduce((a, b) => a + b) - 1) < 1e-6);
          assert.ok(row.slice(i + 1).every((score) => score === 0));
        }
      scores.dispose();
      assert.equal(tf.memory().numTensors, before);
    });

  it("what the scores take from the values is what the layer gives", () => {
    const layer = nn.multiHeadAttention({ heads: 1, seed: 2 });
    tf.tidy(() => {
      const given = layer.apply(x) as tf.Tensor;
      const { valueKernel, valueBias, outputKernel, outputBias } = layer.weightTensors();
      const values = x.reshape([8, 6]).matMul(valueKernel).add(valueBias).reshape([2, 1, 4, 6]);
      const mixed = tf.matMul(nn.attentionScores(layer, x), values).reshape([8, 6]);
      const wanted = mixed.matMul(outputKernel).add(outputBias);
      const distance = given.reshape([8, 6]).sub(wanted).abs().max().dataSync()[0];
      assert.ok(distance < 1e-5, String(distance));
    });
  });

  it("says which layers it reads", () => {
    const dense = tf.layers.dense({ units: 2 }) as never;
    assert.throws(
      () => nn.attentionScores(dense, x),
      /multiHeadAttention and transformerBlock, not Dense/u,
    );
    const fresh = nn.multiHeadAttention({ heads: 3, seed: 1 });
    assert.throws(() => nn.attentionScores(fresh, x), /has no weights yet/u);
  });
});

describe("nn: layers given nonsense", () => {
  const wrong: readonly [RegExp, () => unknown][] = [
    [/heads must be a whole number/u, () => nn.multiHeadAttention({ heads: 0, seed: 1 })],
    [
      /width of 6 cannot be cut into 4 heads/u,
      () => nn.multiHeadAttention({ heads: 4, seed: 1 }).apply(tf.ones([1, 2, 6])),
    ],
    [
      /takes \[batch, steps, width\], not an input with 2 axes/u,
      () => nn.transformerBlock({ heads: 1, seed: 1 }).apply(tf.ones([2, 6])),
    ],
    [
      /normalize must be/u,
      () => nn.transformerBlock({ heads: 1, normalize: "no" as never, seed: 1 }),
    ],
    [
      /7 steps is longer than steps, 5/u,
      () => nn.positionalEmbedding({ steps: 5 }).apply(tf.ones([1, 7, 4])),
    ],
    [/The width must be even/u, () => nn.rotaryEmbedding().apply(tf.ones([1, 2, 3]))],
    [
      /6 channels cannot be cut into 4/u,
      () => nn.groupNormalization({ groups: 4 }).apply(tf.ones([1, 2, 6])),
    ],
    [
      /5 × 4 cannot be cut into patches of 2/u,
      () => nn.patchEmbedding({ patch: 2, width: 3, seed: 1 }).apply(tf.ones([1, 5, 4, 1])),
    ],
    [
      /activation must be one of/u,
      () => nn.causalConv1d({ filters: 1, kernelSize: 1, activation: "mish" as never, seed: 1 }),
    ],
    [
      /needs to know the length of axis -1/u,
      () => nn.rmsNormalization().apply(tf.input({ shape: [3, null] })),
    ],
  ];
  for (const [message, run] of wrong)
    it(`says ${message.source}`, () => {
      assert.throws(() => tf.tidy(() => void run()), message);
    });
});
