import assert from "node:assert/strict";
import vm from "node:vm";
import { accelerate, compileStep } from "daylab/nn";
import * as tf from "@tensorflow/tfjs-node";
import { smallNet } from "./nets.ts";

const values = (...variables: tf.Variable[]): number[][] => variables.map((v) => [...v.dataSync()]);

describe("errors in compiled steps", () => {
  it("name the op, and leave the variables as they were: a graph, and a step op by op", () => {
    const table = tf.variable(tf.randomNormal([4, 2], 0, 1, "float32", 1));
    const count = tf.variable(tf.scalar(0));
    const optimizer = tf.train.adam(0.1);
    for (const eager of [false, true]) {
      const step = compileStep(
        (places: tf.Tensor1D) => {
          count.assign(count.add(1));
          return optimizer.minimize(() => tf.gather(table, places).square().mean(), true, [table]);
        },
        { eager },
      );
      const good = tf.tensor1d([0, 1, 3], "int32");
      const bad = tf.tensor1d([0, 1, 4], "int32");
      for (let i = 0; i < 4; i++) step(good);
      const before = values(table, count);
      assert.throws(
        () => step(bad),
        eager
          ? /index value 4 is not in \[0, 3\]/u
          : /^Error: A compiled step failed in GatherV2: indices\[2\] = 4 is not in \[0, 4\)\. The variables are as they were before the step\.$/u,
      );
      assert.deepEqual(values(table, count), before);
      step(good);
      assert.notDeepEqual(values(table, count), before);
      step.dispose();
    }
  });

  it("leave the variables where the step itself throws while it is recorded", () => {
    const weight = tf.variable(tf.scalar(1));
    let calls = 0;
    const step = compileStep((x: tf.Tensor) => {
      weight.assign(weight.mul(2));
      if (++calls === 2) throw new Error("not now");
      return x.mul(weight);
    });
    const x = tf.scalar(1);
    assert.equal(step(x).dataSync()[0], 2);
    assert.throws(() => step(x), /not now/u);
    assert.equal(weight.dataSync()[0], 2);
    assert.equal(step(x).dataSync()[0], 4);
    assert.equal(step(x).dataSync()[0], 8);
    assert.equal(step.report.graphs[0].runs, 1);
  });

  it("leave TensorFlow.js as it was after a recording that is ended from outside", async () => {
    const endless = (x: tf.Tensor): tf.Tensor => {
      if (loop) for (;;);
      return x.relu();
    };
    let loop = false;
    const { binding } = tf.backend() as unknown as { binding: unknown };
    const { random } = Math;
    const step = compileStep(endless);
    const x = tf.tensor1d([-1, 1]);
    step(x);
    loop = true;
    const context = vm.createContext({ step, x });
    assert.throws(() => vm.runInContext("step(x)", context, { timeout: 100 }), /timed out/u);
    loop = false;
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal((tf.backend() as unknown as { binding: unknown }).binding, binding);
    assert.equal(Math.random, random);
    assert.ok(Object.hasOwn(tf.backend(), "getInputTensorIds") === false);
    for (let i = 0; i < 4; i++) assert.deepEqual([...step(x).dataSync()], [0, 1]);
  });

  it("leave no half of a step where it is ended from outside again and again", async () => {
    const counts = Array.from({ length: 200 }, () => tf.variable(tf.scalar(0)));
    const step = compileStep((x: tf.Tensor) => {
      for (const count of counts) count.assign(count.add(x).asScalar());
      return x.add(0);
    });
    const one = tf.scalar(1);
    for (let i = 0; i < 3; i++) step(one);
    const context = vm.createContext({ step, one });
    const endless = "for (;;) step(one).dispose()";
    let before = 3;
    for (let i = 0; i < 25; i++) {
      assert.throws(() => vm.runInContext(endless, context, { timeout: 4 + i }), /timed out/u);
      await new Promise((resolve) => setImmediate(resolve));
      const now = counts.map((count) => count.dataSync()[0]);
      assert.deepEqual(new Set(now).size, 1, now.join());
      assert.ok(now[0] >= before);
      before = now[0];
    }
    step.dispose();
    tf.dispose([...counts, one]);
  });

  it("say what accelerate and compileStep take", () => {
    assert.throws(() => compileStep(3 as never), /compileStep takes a function of tensors, not 3/u);
    assert.throws(() => compileStep(() => null, { maxGraphs: 0 }), /maxGraphs must be .* not 0/u);
    assert.throws(() => compileStep(() => null, { graphs: 1 } as never), /no option graphs/u);
    assert.throws(() => accelerate({} as never), /accelerate takes a model of tf.sequential/u);
    assert.throws(
      () => accelerate(smallNet(), { seed: NaN }),
      /seed must be a number or a text, not NaN/u,
    );
  });
});
