import * as tf from "@tensorflow/tfjs-node";
import { tokenBatch } from "../../../../benchmarks/nn/batches.ts";
import type { HandWrittenModel } from "./reference-model.ts";

const vocabulary = 11;
const steps = 8;
const width = 16;
const heads = 2;
const layers = 2;

/** A GPT from core operations: pre-norm blocks, learned positions, a causal mask, GELU by tanh. */
export const handWrittenGpt: HandWrittenModel = {
  name: "GPT by hand",
  make(seed) {
    let drawn = seed * 1000;
    const normal = (...shape: number[]): tf.Variable =>
      tf.tidy(() => tf.variable(tf.randomNormal(shape, 0, 0.1, "float32", ++drawn)));
    const filled = (value: number, ...shape: number[]): tf.Variable =>
      tf.tidy(() => tf.variable(tf.fill(shape, value)));
    const tokens = normal(vocabulary, width);
    const positions = normal(steps, width);
    const blocks = Array.from({ length: layers }, () => ({
      norm1: [filled(1, width), filled(0, width)],
      attention: [normal(width, 3 * width), normal(width, width)],
      norm2: [filled(1, width), filled(0, width)],
      up: [normal(width, 4 * width), filled(0, 4 * width)],
      down: [normal(4 * width, width), filled(0, width)],
    }));
    const last = [filled(1, width), filled(0, width)];
    const head = normal(width, vocabulary);
    const variables = [
      ...[tokens, positions, ...last, head],
      ...blocks.flatMap((block) => Object.values(block).flat()),
    ];

    const attend = (x: tf.Tensor, [qkv, out]: tf.Variable[]): tf.Tensor => {
      const rows = x.shape[0] / steps;
      const [q, k, v] = tf
        .split(x.matMul(qkv), 3, 1)
        .map((part) => part.reshape([rows, steps, heads, -1]).transpose([0, 2, 1, 3]));
      const later = tf.sub(1, tf.linalg.bandPart(tf.ones([steps, steps]), -1, 0)).mul(-1e9);
      const scores = tf.matMul(q, k, false, true).div(Math.sqrt(width / heads));
      const mixed = tf.matMul(tf.softmax(scores.add(later)), v);
      return mixed.transpose([0, 2, 1, 3]).reshape([-1, width]).matMul(out);
    };

    return {
      variables,
      loss(x, y) {
        const rows = x.shape[0];
        let state = tf.gather(tokens, x.flatten()).reshape([rows, steps, width]).add(positions);
        state = state.reshape([-1, width]);
        for (const { norm1, attention, norm2, up, down } of blocks) {
          state = state.add(attend(normalise(state, norm1), attention));
          const inner = gelu(normalise(state, norm2).matMul(up[0]).add(up[1]));
          state = state.add(inner.matMul(down[0]).add(down[1]));
        }
        const logits = normalise(state, last).matMul(head);
        return tf
          .logSoftmax(logits)
          .mul(y.reshape([-1, vocabulary]))
          .sum(-1)
          .neg()
          .mean()
          .asScalar();
      },
    };
  },
  batch: (seed, rows) => tokenBatch(seed, rows, steps, vocabulary),
};

function normalise(x: tf.Tensor, [gain, offset]: tf.Variable[]): tf.Tensor {
  const distance = x.sub(x.mean(-1, true));
  const variance = distance.square().mean(-1, true);
  return distance.mul(variance.add(1e-5).rsqrt()).mul(gain).add(offset);
}

function gelu(x: tf.Tensor): tf.Tensor {
  const cubic = x.add(x.mul(x).mul(x).mul(0.044715)).mul(Math.sqrt(2 / Math.PI));
  return x.mul(0.5).mul(cubic.tanh().add(1));
}
