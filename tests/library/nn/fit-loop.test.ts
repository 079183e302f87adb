import assert from "node:assert/strict";
import { fitLoop, shuffledBatches } from "../../../library/src/nn/index.ts";
import * as tf from "@tensorflow/tfjs-node";

describe("nn: fitLoop", () => {
  it("walks downhill step by step", async () => {
    const w = tf.variable(tf.scalar(5));
    const optimizer = tf.train.sgd(0.1);
    const { history, seconds } = await fitLoop({
      steps: 20,
      step: () => optimizer.minimize(() => w.sub(2).square().asScalar(), true),
      verbose: 0,
    });
    // w - 2 shrinks by 0.8 a step from 3, and the loss by its square.
    history.loss.forEach((loss, i) => assert.ok(Math.abs(loss - 9 * 0.64 ** i) < 1e-4));
    assert.equal(history.loss.length, 20);
    assert.ok(seconds > 0);
    w.dispose();
  });

  it("averages an epoch's metrics over its steps", async () => {
    const at: string[] = [];
    const { history } = await fitLoop({
      epochs: 2,
      batches: (epoch) => (epoch === 0 ? [1, 2, 6] : [10]),
      step: (batch, { epoch, step }) => {
        at.push(`${epoch}.${step}`);
        return { loss: batch, twice: tf.scalar(2 * batch) };
      },
      verbose: 0,
    });
    assert.deepEqual(history, { loss: [3, 10], twice: [6, 20] });
    assert.deepEqual(at, ["0.0", "0.1", "0.2", "1.0"]);
  });

  it("leaves no tensor behind, also when a step throws", async () => {
    const x = tf.randomNormal([20, 3], 0, 1, "float32", 1);
    const before = tf.memory().numTensors;
    const batches = () => shuffledBatches({ x }, { batchSize: 6, seed: 1 });
    await fitLoop({ epochs: 2, batches, step: (batch) => batch.x.square().mean(), verbose: 0 });
    const step = (): never => {
      tf.ones([5]);
      throw new Error("broken step");
    };
    await assert.rejects(fitLoop({ epochs: 1, batches, step, verbose: 0 }), /broken step/);
    assert.equal(tf.memory().numTensors, before);
    x.dispose();
  });

  it("lets the event loop turn while steps are short", async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const end = performance.now() + 80;
    await fitLoop({
      epochs: 1,
      *batches() {
        while (performance.now() < end) yield 1;
      },
      step: () => 1,
      verbose: 0,
    });
    clearInterval(timer);
    assert.ok(turns >= 1);
  });

  it("a step that gives no number says what to do", async () => {
    const run = (result: unknown) => fitLoop({ steps: 1, step: () => result as never, verbose: 0 });
    await assert.rejects(run(null), /Step 0 gave null as "loss".*optimizer\.minimize\(f, true\)/);
    await assert.rejects(run(undefined), /gave undefined/);
    await assert.rejects(run(tf.ones([2])), /a tensor of shape \[2\]/);
    await assert.rejects(run({ accuracy: "high" }), /string as "accuracy"/);
  });

  it("refuses no steps and empty epochs", async () => {
    await assert.rejects(fitLoop({ steps: 0, step: () => 1 }), /steps .* not 0/);
    const empty = { epochs: 1, batches: () => [], step: () => 1 };
    await assert.rejects(fitLoop(empty), /Epoch 0 has no batches/);
  });
});
