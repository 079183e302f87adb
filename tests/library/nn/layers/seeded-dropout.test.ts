import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { seededDropout } from "../../../../library/src/nn/index.ts";
import { seededTraining } from "./seeded-training.ts";
import * as tf from "@tensorflow/tfjs-node";

const program = join(import.meta.dirname, "seeded-training.ts");

async function inProcess(seed: number): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, String(seed)]);
  return stdout;
}

/** What is left of ones in one call in training. */
const call = (layer: ReturnType<typeof seededDropout>, training = true): number[] =>
  tf.tidy(() => [...(layer.apply(tf.ones([40, 50]), { training }) as tf.Tensor).dataSync()]);

describe("nn: seededDropout", () => {
  it("drops its part, keeps the mean, and does nothing in prediction", () => {
    const layer = seededDropout({ rate: 0.25, seed: 1 });
    const numbers = call(layer);
    assert.deepEqual([...new Set(numbers)].sort(), [0, Math.fround(1 / 0.75)]);
    const dropped = numbers.filter((value) => value === 0).length / numbers.length;
    // Four standard deviations of 2000 draws.
    assert.ok(Math.abs(dropped - 0.25) < 4 * Math.sqrt((0.25 * 0.75) / 2000), String(dropped));
    assert.deepEqual(new Set(call(layer, false)), new Set([1]));
  });

  it("drops others at each call, and the same again from its seed", () => {
    const [first, second] = [0, 1].map(() => {
      const layer = seededDropout({ rate: 0.5, seed: 3 });
      return [call(layer), call(layer)];
    });
    assert.notDeepEqual(first[0], first[1]);
    assert.deepEqual(second, first);
    assert.notDeepEqual(call(seededDropout({ rate: 0.5, seed: 4 })), first[0]);
  });

  it("goes on where a copy with its weights stopped", () => {
    const layer = seededDropout({ rate: 0.5, seed: 3 });
    const calls = [call(layer), call(layer), call(layer)];
    const copy = seededDropout({ rate: 0.5, seed: 3 });
    call(copy);
    copy.setWeights([tf.scalar(2, "int32")]);
    assert.deepEqual(call(copy), calls[2]);
  });

  it("passes gradients of what is kept alone", () => {
    const layer = seededDropout({ rate: 0.5, seed: 3 });
    const again = seededDropout({ rate: 0.5, seed: 3 });
    const [gradient, kept] = tf.tidy(() => [
      tf.grad((x: tf.Tensor) => layer.apply(x, { training: true }) as tf.Tensor)(tf.ones([20])),
      again.apply(tf.ones([20]), { training: true }) as tf.Tensor,
    ]);
    assert.deepEqual(gradient.dataSync(), kept.dataSync());
    tf.dispose([gradient, kept]);
  });

  it("two processes agree on every loss to the last digit", async () => {
    const first = await inProcess(1);
    assert.equal(await inProcess(1), first);
    assert.notEqual(await inProcess(2), first);
    assert.deepEqual(await seededTraining(1), JSON.parse(first));
  });

  it("says what is wrong with a rate", () => {
    assert.throws(
      () => seededDropout({ rate: 1, seed: 1 }),
      /rate must be a number from 0 to less/u,
    );
  });
});
