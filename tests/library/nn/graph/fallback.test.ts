import assert from "node:assert/strict";
import { accelerate, compileStep } from "daylab/nn";
import * as tf from "@tensorflow/tfjs-node";
import { largestError, smallData, smallNet } from "./nets.ts";

type Step = (x: tf.Tensor) => unknown;

let counter = 0;
const outside = tf.variable(tf.scalar(1));

/** Steps that cannot be graphs, and what is said about them. */
const unfit: Record<string, [Step, RegExp]> = {
  "a read": [
    (x) => (x.sum().dataSync()[0] > 0 ? x.mul(2) : x),
    /it reads the numbers of a tensor .*, a result of Sum/u,
  ],
  "a read of a variable": [(x) => x.mul(outside.dataSync()[0]), /it reads .*, the variable \d/u],
  "a read of an input": [(x) => x.mul(x.dataSync()[0]), /it reads .*, input 0 of the step/u],
  "a number as result": [() => 1, /it returns a number/u],
  "new variables": [(x) => x.mul(tf.variable(tf.scalar(2))), /makes new variables each time/u],
  "a counter": [
    (x) => x.mul(tf.scalar(++counter)),
    /a constant made in JavaScript \(\[\]\) of Mul\w* differs from step to step/u,
  ],
  "ops that differ": [
    (x) => (++counter % 2 === 0 ? x.mul(2) : x.add(2)),
    /it runs (Mul|Add\w*) at one time and (Mul|Add\w*) at another/u,
  ],
  "numbers of tf.rand": [
    (x) => x.mul(tf.rand([2], () => Math.random())),
    /a constant made in JavaScript \(\[2\]\)/u,
  ],
  "an op with a state": [
    (x) => x.add(tf.multinomial(tf.tensor1d([0.2, 0.8]), 2, 3).toFloat()),
    /the op Multinomial keeps a state of its own/u,
  ],
  strings: [(x) => [x.mul(2), tf.tensor(["a"])], /makes a tensor of strings|tensor made outside/u],
};

describe("steps that cannot be graphs", () => {
  for (const [name, [step, said]] of Object.entries(unfit))
    it(`run op by op, and it is said once why: ${name}`, () => {
      const reasons: string[] = [];
      const compiled = compileStep(step, { onFallback: (reason) => reasons.push(reason) });
      const x = tf.tensor1d([1, 2]);
      for (let i = 0; i < 4; i++) tf.dispose(compiled(x) as tf.Tensor);
      assert.equal(reasons.length, 1, reasons.join("; "));
      assert.match(reasons[0], said);
      assert.match(compiled.explain(), /\(\[float32\[2\]\]\) runs op by op: /u);
      assert.deepEqual(compiled.report.graphs, []);
      compiled.dispose();
      x.dispose();
    });

  it("warn on the console where nobody asks to be told", () => {
    const { warn } = console;
    const warnings: unknown[] = [];
    console.warn = (text: unknown) => warnings.push(text);
    try {
      const step = compileStep(function reading(x: tf.Tensor) {
        return x.mul(x.dataSync()[0]);
      });
      const x = tf.tensor1d([3]);
      for (let i = 0; i < 4; i++) assert.equal(step(x).dataSync()[0], 9);
      assert.deepEqual(warnings, [
        "compileStep: this step runs op by op, because it reads the numbers of a tensor " +
          "(data, dataSync, array, arraySync or print), input 0 of the step.",
      ]);
    } finally {
      console.warn = warn;
    }
  });

  it("train as without compiling: a layer that reads numbers", async () => {
    class Reading extends tf.layers.Layer {
      static className = "Reading";
      override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
        const x = Array.isArray(inputs) ? inputs[0] : inputs;
        return x.mul(x.max().dataSync()[0] > 0.5 ? 1 : 0.5);
      }
      override computeOutputShape(shape: tf.Shape): tf.Shape {
        return shape;
      }
    }
    const reasons: string[] = [];
    const train = async (fast: boolean): Promise<number[]> => {
      const model = smallNet([new Reading({})]);
      model.compile({ optimizer: "adam", loss: "categoricalCrossentropy" });
      if (fast) accelerate(model, { onFallback: (reason) => reasons.push(reason) });
      const { x, y } = smallData(20);
      const losses: number[] = [];
      for (let i = 0; i < 5; i++) losses.push((await model.trainOnBatch(x, y)) as number);
      model.dispose();
      return losses;
    };
    assert.equal(largestError(await train(false), await train(true)), 0);
    assert.equal(reasons.length, 1);
    assert.match(reasons[0], /it reads the numbers of a tensor .*, a result of Max/u);
  });

  it("train as without compiling: a recurrent layer that keeps its state", async () => {
    const train = async (fast: boolean): Promise<number[]> => {
      const model = tf.sequential({
        layers: [
          tf.layers.gru({
            units: 3,
            stateful: true,
            batchInputShape: [4, 5, 2],
            kernelInitializer: tf.initializers.glorotUniform({ seed: 1 }),
            recurrentInitializer: tf.initializers.glorotUniform({ seed: 2 }),
          }),
          tf.layers.dense({
            units: 1,
            kernelInitializer: tf.initializers.glorotUniform({ seed: 3 }),
          }),
        ],
      });
      model.compile({ optimizer: "adam", loss: "meanSquaredError" });
      const acceleration = fast ? accelerate(model, { onFallback: () => {} }) : undefined;
      const x = tf.randomNormal([4, 5, 2], 0, 1, "float32", 1);
      const y = tf.ones([4, 1]);
      const losses: number[] = [];
      for (let i = 0; i < 5; i++) losses.push((await model.trainOnBatch(x, y)) as number);
      assert.deepEqual(acceleration?.report.training.graphs ?? [], []);
      return losses;
    };
    assert.ok(largestError(await train(false), await train(true)) < 1e-6);
  });

  it("see their ops where gradients are taken through them", () => {
    const model = smallNet();
    accelerate(model);
    const { x } = smallData(3);
    const gradient = (): number[] => [
      ...tf
        .grad((image) => (model.predict(image) as tf.Tensor).square().sum())(x)
        .dataSync(),
    ];
    const first = gradient();
    assert.ok(first.some((value) => value !== 0));
    assert.deepEqual(gradient(), first);
    assert.deepEqual(gradient(), first);
  });
});
