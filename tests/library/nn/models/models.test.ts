import assert from "node:assert/strict";
import { handWrittenModels, referenceModels } from "./index.ts";
import * as tf from "@tensorflow/tfjs-node";

const lossesOf = (step: () => number): number[] => Array.from({ length: 8 }, step);

describe("nn: reference models", () => {
  for (const { name, build, loss, batch } of referenceModels)
    it(`${name}: learns, repeats with its seed, leaves no tensor`, async () => {
      const before = tf.memory().numTensors;
      const train = async (seed: number): Promise<number[]> => {
        const model = build(seed);
        const optimizer = tf.train.adam(0.01);
        model.compile({ optimizer, loss });
        const { x, y } = batch(seed, 6);
        const losses: number[] = [];
        for (let step = 0; step < 8; step++)
          losses.push((await model.trainOnBatch(x, y)) as number);
        tf.dispose([x, y]);
        model.dispose();
        optimizer.dispose();
        return losses;
      };
      const losses = await train(1);
      assert.ok(losses[7] < losses[0], losses.join());
      assert.deepEqual(await train(1), losses);
      assert.notDeepEqual(await train(2), losses);
      assert.equal(tf.memory().numTensors, before);
    });

  for (const { name, make, batch } of handWrittenModels)
    it(`${name}: learns, repeats with its seed, leaves no tensor`, () => {
      const before = tf.memory().numTensors;
      const train = (seed: number): number[] => {
        const { variables, loss } = make(seed);
        const optimizer = tf.train.adam(0.01);
        const { x, y } = batch(seed, 6);
        const losses = lossesOf(() => {
          const value = optimizer.minimize(() => loss(x, y), true, variables)!;
          const [number] = value.dataSync();
          value.dispose();
          return number;
        });
        tf.dispose([x, y, variables]);
        optimizer.dispose();
        return losses;
      };
      const losses = train(1);
      assert.ok(losses[7] < losses[0], losses.join());
      assert.deepEqual(train(1), losses);
      assert.notDeepEqual(train(2), losses);
      assert.equal(tf.memory().numTensors, before);
    });
});
