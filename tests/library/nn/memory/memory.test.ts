import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-node";
import { tensorsInUse, trackTensors, withMemoryGuard } from "../../../../library/src/nn/index.ts";

async function warned(run: () => Promise<unknown>): Promise<string> {
  const { warn } = console;
  const said: string[] = [];
  console.warn = (text: string) => void said.push(text);
  try {
    await run();
  } finally {
    console.warn = warn;
  }
  return said.join("\n");
}

describe("nn: the memory guard", () => {
  it("names the tensors that are left, by shape, type and the line that made them", async () => {
    const left: tf.Tensor[] = [];
    const text = await warned(() =>
      withMemoryGuard(() => {
        for (let i = 0; i < 3; i++) left.push(tf.zeros([2, 3]));
        left.push(tf.tensor1d([1, 2], "int32").add(tf.scalar(1, "int32")));
        tf.tidy(() => void tf.ones([100]).square());
      }),
    );
    assert.match(text, /^6 tensors left behind \(92 B\):/);
    assert.match(text, /3 × float32 \[2, 3\] made at memory\.test\.ts:22:/);
    assert.match(text, /int32 \[2\] made at memory\.test\.ts:23:/);
    assert.match(text, /within tf\.tidy/);
    assert.doesNotMatch(text, /100/);
    tf.dispose(left);
  });

  it("says nothing where all is disposed or returned, and gives back the result", async () => {
    const before = tf.engine() as object;
    const own = Object.keys(before).length;
    let result: { a: tf.Tensor; list: tf.Tensor[] } | undefined;
    const text = await warned(async () => {
      result = await withMemoryGuard(async () => {
        const a = tf.ones([2]);
        await new Promise((resolve) => setTimeout(resolve, 1));
        return { a, list: [tf.tidy(() => a.add(1))] };
      });
    });
    assert.equal(text, "");
    assert.deepEqual([...result!.list[0].dataSync()], [2, 2]);
    assert.ok(Object.keys(before).length <= own + 2);
    tf.dispose(result);
  });

  it("throws or disposes if it is told to", async () => {
    const leak = () => void tf.zeros([3]);
    const before = tf.memory().numTensors;
    const text = await warned(() => withMemoryGuard(leak, { onLeak: "dispose" }));
    assert.equal(tf.memory().numTensors, before);
    assert.match(text, /They were disposed/);
    await assert.rejects(withMemoryGuard(leak, { onLeak: "throw" }), /1 tensor left .* \[3\]/);
    await assert.rejects(withMemoryGuard(leak, { onLeak: "no" as "warn" }), /not "no"/);
    await assert.rejects(
      withMemoryGuard(() => {
        throw new Error("its own error");
      }),
      /its own error/,
    );
  });

  it("leaves variables out unless it is told to count them", async () => {
    const make = () => void tf.layers.dense({ units: 2, inputShape: [3] }).build([null, 3]);
    assert.equal(await warned(() => withMemoryGuard(make)), "");
    const text = await warned(() => withMemoryGuard(make, { variables: true }));
    assert.match(text, /2 tensors left behind/);
  });

  it("tracking ends where it is stopped, also within another", () => {
    const outer = trackTensors();
    const inner = trackTensors();
    const a = tf.zeros([1]);
    inner.stop();
    const b = tf.zeros([2]);
    outer.stop();
    const c = tf.zeros([3]);
    assert.deepEqual(
      outer.alive.map(({ shape }) => shape[0]),
      [1, 2],
    );
    assert.deepEqual(
      inner.alive.map(({ shape }) => shape[0]),
      [1],
    );
    tf.dispose([a, b, c]);
  });

  it("tensorsInUse counts", () => {
    const before = tensorsInUse();
    const kept = tf.variable(tf.zeros([10]));
    const after = tensorsInUse();
    assert.equal(after.variables, before.variables + 1);
    assert.equal(after.bytes, before.bytes + 80, "the variable and what it was made from");
    assert.equal(after.buffers, before.buffers + 1);
    kept.dispose();
  });
});
