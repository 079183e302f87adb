import assert from "node:assert/strict";
import { answers, ours, type Numbers } from "./answers.ts";
import * as tf from "@tensorflow/tfjs-node";

/** Float32 beside float64. */
const tolerance = 2e-5;

function assertClose(what: string, found: readonly number[], { values }: Numbers): void {
  assert.equal(found.length, values.length, what);
  const scale = Math.max(1, ...values.map(Math.abs));
  for (const [i, value] of values.entries())
    assert.ok(
      Math.abs(found[i] - value) <= tolerance * scale,
      `${what} at ${i}: ${found[i]}, PyTorch ${value}`,
    );
}

describe("nn: layers beside PyTorch", () => {
  for (const answer of answers)
    it(`${answer.layer} ${JSON.stringify(answer.options)}: output and every gradient`, () => {
      const before = tf.memory().numTensors;
      const found = ours(answer);
      assertClose("output", found.output, answer.output);
      for (const [i, gradient] of answer.inputGradients.entries())
        assertClose(`gradient of input ${i}`, found.inputGradients[i], gradient);
      assert.deepEqual(
        Object.keys(found.weightGradients).sort(),
        Object.keys(answer.weightGradients).sort(),
      );
      for (const [name, gradient] of Object.entries(answer.weightGradients))
        assertClose(`gradient of ${name}`, found.weightGradients[name], gradient);
      assert.equal(tf.memory().numTensors, before);
    });
});
