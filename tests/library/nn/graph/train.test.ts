import assert from "node:assert/strict";
import {
  accelerate,
  cosineDecay,
  learningRateSchedule,
  train,
  type Acceleration,
  type TrainOptions,
} from "daylab/nn";
import * as tf from "@tensorflow/tfjs-node";
import { largestError, smallData, smallNet } from "./nets.ts";

type Options = Omit<TrainOptions, "epochs" | "verbose">;

async function trained(fast: boolean, options: Options, dropout = false) {
  const model = smallNet(dropout ? [tf.layers.dropout({ rate: 0.3 })] : []);
  model.compile({
    optimizer: tf.train.adam(0.003),
    loss: "categoricalCrossentropy",
    metrics: ["accuracy"],
  });
  const acceleration = fast ? accelerate(model, { seed: 3 }) : undefined;
  const { x, y } = smallData(50);
  const runs = async (): Promise<number[]> => {
    const { history } = await train(
      model,
      { x, y },
      { ...options, epochs: 4, batchSize: 16, verbose: 0 },
    );
    return Object.values(history).flat();
  };
  const found = [...(await runs()), ...(await runs())];
  const { report } = acceleration ?? ({} as Partial<Acceleration>);
  model.dispose();
  tf.dispose([x, y]);
  return { found, report };
}

describe("train on an accelerated model", () => {
  const kinds: Record<string, Options> = {
    "with validation": { seed: 1, validationSplit: 0.2 },
    "with weights of classes": { seed: 1, classWeight: { 0: 1, 1: 2, 2: 0.5, 3: 1, 4: 3 } },
    "with clipped gradients": { seed: 1, globalClipNorm: 0.5 },
    "with another learning rate at each step": {
      seed: 1,
      callbacks: learningRateSchedule(cosineDecay({ initial: 0.01, total: 20 }), { per: "step" }),
    },
  };
  for (const [name, options] of Object.entries(kinds))
    it(`${name}: the numbers of training op by op, and one graph for each shape`, async () => {
      const eager = await trained(false, options);
      const { found, report } = await trained(true, options);
      assert.ok(largestError(eager.found, found) < 1e-5, `${eager.found.join()}\n${found.join()}`);
      // A second training uses the graphs of the first; a last batch of another size has its own.
      assert.deepEqual([report?.training.graphs.length, report?.training.retraced], [2, []]);
      assert.deepEqual(report?.training.eager, []);
      if (options.validationSplit) assert.equal(report?.evaluation.graphs.length, 1);
    });

  it("repeats with its seeds, dropout included", async () => {
    const options = { seed: 1, validationSplit: 0.2 };
    const [one, two] = [await trained(true, options, true), await trained(true, options, true)];
    assert.deepEqual(one.found, two.found);
  });
});
