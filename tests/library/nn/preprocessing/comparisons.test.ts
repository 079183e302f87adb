import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-node";
import { comparisons } from "./comparisons.ts";

describe("nn: helpers beside Keras", () => {
  for (const { subject, what, compare } of comparisons)
    it(`${subject}: ${what}`, async () => {
      const before = tf.memory().numTensors;
      await compare();
      assert.equal(tf.memory().numTensors, before, "no tensor is left");
    });
});
