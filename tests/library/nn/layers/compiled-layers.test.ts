import assert from "node:assert/strict";
import * as nn from "../../../../library/src/nn/index.ts";
import { sequenceBatch } from "../../../../benchmarks/nn/batches.ts";
import * as tf from "@tensorflow/tfjs-node";

/** Every layer in one model, with dropout from a seed. */
function modelOfAll(): tf.LayersModel {
  const input = tf.input({ shape: [8, 6] });
  const layers = [
    nn.causalConv1d({ filters: 8, kernelSize: 3, dilationRate: 2, activation: "relu", seed: 1 }),
    nn.groupNormalization({ groups: 2 }),
    nn.positionalEmbedding({ steps: 12, seed: 2 }),
    nn.rotaryEmbedding(),
    nn.transformerBlock({ heads: 2, causal: true, dropout: 0.2, seed: 3 }),
    nn.transformerBlock({ heads: 2, normalization: "rms", rotary: true, useBias: false, seed: 4 }),
    nn.multiHeadAttention({ heads: 4, dropout: 0.2, seed: 5 }),
    nn.rmsNormalization(),
    nn.layerNormalization(),
    tf.layers.reshape({ targetShape: [8, 8, 1] }),
    nn.patchEmbedding({ patch: 2, width: 4, seed: 6 }),
    tf.layers.flatten(),
    nn.seededDropout({ rate: 0.3, seed: 7 }),
    tf.layers.dense({ units: 2, activation: "softmax", kernelInitializer: nn.glorotUniform(8) }),
  ];
  let x: tf.SymbolicTensor = input;
  for (const layer of layers) x = layer.apply(x) as tf.SymbolicTensor;
  return tf.model({ inputs: input, outputs: x });
}

async function lossesOf(compiled: boolean): Promise<number[]> {
  const model = modelOfAll();
  const optimizer = tf.train.adam(0.01);
  model.compile({ optimizer, loss: "categoricalCrossentropy" });
  const acceleration = compiled ? nn.accelerate(model) : undefined;
  const { x, y } = sequenceBatch(1, 16, 8, 6);
  const losses: number[] = [];
  while (losses.length < 10) losses.push((await model.trainOnBatch(x, y)) as number);
  if (acceleration) {
    const { graphs } = acceleration.report.training;
    assert.equal(graphs.length, 1, acceleration.explain());
    assert.equal(graphs[0].runs, 8, acceleration.explain());
  }
  tf.dispose([x, y]);
  model.dispose();
  optimizer.dispose();
  return losses;
}

describe("nn: layers in compiled steps", () => {
  it("have the losses of running op by op, drop the same numbers, leave no tensor", async () => {
    const before = tf.memory().numTensors;
    const eager = await lossesOf(false);
    const compiled = await lossesOf(true);
    for (const [step, loss] of eager.entries())
      assert.ok(Math.abs(compiled[step] / loss - 1) < 1e-4, `${step}: ${compiled[step]}, ${loss}`);
    assert.equal(tf.memory().numTensors, before);
  });
});
