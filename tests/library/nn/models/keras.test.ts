import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { referenceModels } from "./index.ts";
import * as tf from "@tensorflow/tfjs-node";

/** What Keras answered: see fixtures/losses.py. */
const answers = JSON.parse(
  readFileSync(new URL("./fixtures/losses.json", import.meta.url), "utf8"),
) as Record<string, { parameters: number; losses: number[] }>;

const rows = 5;
const sizeOf = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);
const waves = (shape: number[], offset: number): tf.Tensor =>
  tf.tensor(
    Array.from({ length: sizeOf(shape) }, (_, i) => Math.sin(0.37 * i + offset)),
    shape,
  );

function inputsOf(name: string, shape: number[]): tf.Tensor {
  if (name !== "GPT") return waves(shape, 0);
  const tokens = Array.from({ length: sizeOf(shape) }, (_, i) => i ** 2 % 11);
  return tf.tensor(tokens, shape, "int32");
}

function targetsOf(name: string, shape: number[]): tf.Tensor {
  if (name === "U-Net") return waves(shape, 1).greater(0).toFloat();
  const classes = shape.at(-1)!;
  const chosen = Array.from({ length: sizeOf(shape) / classes }, (_, i) => i ** 2 % classes);
  return tf.oneHot(tf.tensor1d(chosen, "int32"), classes).toFloat().reshape(shape);
}

describe("nn: models beside Keras, from the same weights on the same batch", () => {
  for (const { name, build, loss } of referenceModels)
    it(`${name}: as many parameters, and the same loss at each of four steps`, async () => {
      const wanted = answers[name];
      const model = build(1);
      assert.equal(model.countParams(), wanted.parameters);
      model.compile({ optimizer: tf.train.sgd(0.1), loss });
      tf.tidy(() => {
        for (const [k, weight] of model.trainableWeights.entries()) {
          const shape = weight.shape as number[];
          const numbers = Array.from(
            { length: sizeOf(shape) },
            (_, i) => 0.3 * Math.sin(1.7 * i + k),
          );
          weight.write(tf.tensor(numbers, shape));
        }
      });
      const [x, y] = tf.tidy(() => {
        const shape = (symbol: tf.SymbolicTensor): number[] => [
          rows,
          ...(symbol.shape.slice(1) as number[]),
        ];
        return [inputsOf(name, shape(model.inputs[0])), targetsOf(name, shape(model.outputs[0]))];
      });
      const losses: number[] = [];
      while (losses.length < wanted.losses.length)
        losses.push((await model.trainOnBatch(x, y)) as number);
      tf.dispose([x, y]);
      model.dispose();
      for (const [step, value] of wanted.losses.entries())
        assert.ok(
          Math.abs(losses[step] / value - 1) < 1e-4,
          `step ${step + 1}: ${losses[step]}, Keras ${value}`,
        );
    });
});
