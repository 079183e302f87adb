import assert from "node:assert/strict";
import { accelerate } from "daylab/nn";
import * as tf from "@tensorflow/tfjs-node";
import { referenceModels, type ReferenceModel } from "../models/index.ts";
import { largestError } from "./nets.ts";

/** All optimisers of TensorFlow.js, with the rates that models get; `scale` changes them. */
export const optimizers: Readonly<Record<string, (scale: number) => tf.Optimizer>> = {
  sgd: (scale) => tf.train.sgd(0.1 * scale),
  momentum: (scale) => tf.train.momentum(0.05 * scale, 0.9),
  adagrad: (scale) => tf.train.adagrad(0.05 * scale),
  adadelta: (scale) => tf.train.adadelta(0.1 * scale),
  adam: (scale) => tf.train.adam(0.01 * scale),
  adamax: (scale) => tf.train.adamax(0.01 * scale),
  rmsprop: (scale) => tf.train.rmsprop(0.01 * scale),
};

const steps = 50;

/**
 * The GPT starts with small weights, from which layer normalisation amplifies a change of the last
 * digit of its weights to more than the bound within 50 steps op by op: nothing would show of graphs.
 * Weights ten times as large do not.
 */
const settings = (name: string): { widen: number; scale: number } =>
  name === "GPT" ? { widen: 10, scale: 0.3 } : { widen: 1, scale: 0.3 };

async function lossesOf(
  { name, build, loss, batch }: ReferenceModel,
  make: (scale: number) => tf.Optimizer,
  kind: "op by op" | "graph" | "other last digit",
): Promise<number[]> {
  const { widen, scale } = settings(name);
  const model = build(1);
  const optimizer = make(scale);
  const factor = (weight: tf.Tensor): number =>
    (weight.rank > 1 ? widen : 1) * (kind === "other last digit" ? 1 + 2 ** -23 : 1);
  tf.tidy(() => model.setWeights(model.getWeights().map((weight) => weight.mul(factor(weight)))));
  model.compile({ optimizer, loss });
  const acceleration = kind === "graph" ? accelerate(model) : undefined;
  const { x, y } = batch(1, 6);
  const losses: number[] = [];
  for (let step = 0; step < steps; step++) losses.push((await model.trainOnBatch(x, y)) as number);
  if (acceleration) {
    const { graphs, eager } = acceleration.report.training;
    assert.deepEqual(eager, []);
    assert.deepEqual(
      graphs.map(({ runs }) => runs),
      [steps - 2],
    );
  }
  tf.dispose([x, y]);
  model.dispose();
  optimizer.dispose();
  return losses;
}

/** How far a model's losses over 50 steps are from those op by op. */
export async function errorOf(
  model: ReferenceModel,
  optimizer: string,
  kind: "graph" | "other last digit" = "graph",
): Promise<number> {
  const make = optimizers[optimizer];
  const eager = await lossesOf(model, make, "op by op");
  assert.ok(eager[steps - 1] < eager[0]);
  return largestError(eager, await lossesOf(model, make, kind));
}

if (process.argv[1] === import.meta.filename) {
  console.log("model, optimiser: largest relative difference of 50 losses, graph and op by op");
  for (const model of referenceModels)
    for (const name of Object.keys(optimizers)) {
      const graph = await errorOf(model, name);
      const digit = await errorOf(model, name, "other last digit");
      console.log(
        `${model.name}, ${name}: ${graph.toExponential(1)}; another last digit of the weights: ${digit.toExponential(1)}`,
      );
    }
}
