import * as tf from "@tensorflow/tfjs-node";
import { rowBatch } from "../../../../benchmarks/nn/batches.ts";
import type { HandWrittenModel } from "./reference-model.ts";

/** Two dense layers from variables and products. */
export const handWrittenDense: HandWrittenModel = {
  name: "dense net by hand",
  make(seed) {
    const weights = (shape: [number, number], at: number): tf.Variable =>
      tf.tidy(() => tf.variable(tf.randomNormal(shape, 0, 0.3, "float32", seed * 10 + at)));
    const [w1, w2] = [weights([4, 16], 1), weights([16, 3], 2)];
    const zeros = (units: number): tf.Variable => tf.tidy(() => tf.variable(tf.zeros([units])));
    const [b1, b2] = [zeros(16), zeros(3)];
    return {
      variables: [w1, b1, w2, b2],
      loss: (x, y) => {
        const logits = x.matMul(w1).add(b1).relu().matMul(w2).add(b2);
        return tf.losses.softmaxCrossEntropy(y, logits).asScalar();
      },
    };
  },
  batch: (seed, rows) => rowBatch(seed, rows, 4, 3),
};
