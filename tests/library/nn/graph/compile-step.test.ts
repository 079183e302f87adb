import assert from "node:assert/strict";
import { accelerate, compileStep, setLearningRate, type GraphOptions } from "daylab/nn";
import * as tf from "@tensorflow/tfjs-node";
import { largestError, smallData, smallNet } from "./nets.ts";

const optimizers = {
  sgd: () => tf.train.sgd(0.1),
  momentum: () => tf.train.momentum(0.05, 0.9),
  nesterov: () => tf.train.momentum(0.05, 0.9, true),
  adagrad: () => tf.train.adagrad(0.05),
  adadelta: () => tf.train.adadelta(0.1),
  adam: () => tf.train.adam(0.01),
  adamax: () => tf.train.adamax(0.01, 0.9, 0.999, 1e-7, 0.01),
  rmsprop: () => tf.train.rmsprop(0.01, 0.9, 0.5),
  centered: () => tf.train.rmsprop(0.01, 0.9, 0, 1e-7, true),
};

/** Fits a small tanh net by hand; gives the loss of each step. */
function losses(
  optimizer: tf.Optimizer,
  {
    steps = 12,
    change = () => {},
    ...options
  }: GraphOptions & { steps?: number; change?: (i: number) => void },
) {
  const x = tf.randomNormal([16, 4], 0, 1, "float32", 1);
  const y = x.slice([0, 0], [16, 1]).square();
  const w = tf.variable(tf.randomNormal([4, 8], 0, 0.5, "float32", 2));
  const b = tf.variable(tf.zeros([8]));
  const v = tf.variable(tf.randomNormal([8, 1], 0, 0.5, "float32", 3));
  const step = compileStep((x: tf.Tensor2D, y: tf.Tensor) => {
    const loss = (): tf.Scalar =>
      x
        .matMul<tf.Tensor2D>(w as tf.Tensor2D)
        .add<tf.Tensor2D>(b)
        .tanh()
        .matMul(v as tf.Tensor2D)
        .sub(y)
        .square()
        .mean();
    return optimizer.minimize(loss, true, [w, b, v]) as tf.Scalar;
  }, options);
  const found: number[] = [];
  for (let i = 0; i < steps; i++) {
    change(i);
    const loss = step(x as tf.Tensor2D, y);
    found.push(loss.dataSync()[0]);
    loss.dispose();
  }
  const { iterations } = optimizer;
  const { report } = step;
  step.dispose();
  tf.dispose([x, y, w, b, v]);
  optimizer.dispose();
  return { found, report, iterations };
}

describe("compileStep", () => {
  for (const [name, make] of Object.entries(optimizers))
    it(`gives the losses of running op by op: ${name}`, () => {
      const eager = losses(make(), { eager: true });
      const graph = losses(make(), {});
      assert.equal(graph.report.graphs[0]?.runs, 10, JSON.stringify(graph.report));
      assert.ok(
        largestError(eager.found, graph.found) < 1e-5,
        `${eager.found.join()}\n${graph.found.join()}`,
      );
      assert.ok(eager.found[11] < eager.found[0]);
      assert.equal(graph.iterations, eager.iterations);
    });

  for (const [name, make] of Object.entries(optimizers))
    it(`takes another learning rate at each step without another graph: ${name}`, () => {
      const schedule = (optimizer: tf.Optimizer) => (i: number) =>
        setLearningRate(optimizer, 0.02 / (i + 1));
      const [one, two] = [make(), make()];
      const eager = losses(one, { eager: true, change: schedule(one) });
      const graph = losses(two, { change: schedule(two) });
      assert.equal(graph.report.graphs[0]?.runs, 10, JSON.stringify(graph.report));
      assert.deepEqual(graph.report.retraced, []);
      assert.ok(
        largestError(eager.found, graph.found) < 1e-5,
        `${eager.found.join()}\n${graph.found.join()}`,
      );
    });

  it("makes a graph anew where another setting of the optimiser changes", () => {
    const change = (optimizer: tf.Optimizer) => (i: number) => {
      if (i === 6) (optimizer as unknown as { beta1: number }).beta1 = 0.5;
    };
    const [one, two] = [tf.train.adam(0.01), tf.train.adam(0.01)];
    const eager = losses(one, { eager: true, change: change(one) });
    const graph = losses(two, { change: change(two) });
    assert.deepEqual(graph.report.retraced, ["AdamOptimizer has another beta1"]);
    assert.ok(
      largestError(eager.found, graph.found) < 1e-5,
      `${eager.found.join()}\n${graph.found.join()}`,
    );
  });

  it("gives back the structure that the function gives, and takes structures", () => {
    const weight = tf.variable(tf.scalar(2));
    const step = compileStep(
      ({ pair: [a, b] }: { pair: [tf.Tensor, tf.Tensor] }, scale: number) => ({
        sum: a.add(b).mul(scale),
        parts: [a.mul(weight), null],
      }),
    );
    const [a, b] = [tf.tensor1d([1, 2]), tf.tensor1d([3, 4])];
    for (let i = 0; i < 4; i++) {
      const { sum, parts } = step({ pair: [a, b] }, 10);
      assert.deepEqual([...sum.dataSync()], [40, 60]);
      assert.deepEqual([...(parts[0] as tf.Tensor).dataSync()], [2, 4]);
      assert.equal(parts[1], null);
      tf.dispose([sum, parts[0] as tf.Tensor]);
    }
    assert.equal(step.report.graphs[0].runs, 2);
    assert.match(step.explain(), /is a graph of 3 ops/u);
    step.dispose();
    tf.dispose([weight, a, b]);
  });

  it("keeps one graph for each make-up of the inputs, and lets the least recently used go", () => {
    const sessions = (): number =>
      (
        tf.backend() as unknown as { binding: { getNumOfSavedModels(): number } }
      ).binding.getNumOfSavedModels();
    const before = sessions();
    const step = compileStep((x: tf.Tensor1D) => x.square(), { maxGraphs: 2 });
    for (const size of [1, 2, 3, 1, 2, 3])
      for (let i = 0; i < 3; i++) {
        const x = tf.range(0, size);
        const squares = step(x);
        assert.deepEqual([...squares.dataSync()], [0, 1, 4].slice(0, size));
        tf.dispose([x, squares]);
      }
    assert.deepEqual(
      step.report.graphs.map(({ inputs }) => inputs),
      ["[float32[2]]", "[float32[3]]"],
    );
    assert.equal(sessions(), before + 2);
    step.dispose();
    assert.equal(sessions(), before);
  });

  it("tells an input that is given twice from two inputs", () => {
    const step = compileStep((a: tf.Tensor, b: tf.Tensor) => a.sub(b));
    const [a, b] = [tf.scalar(5), tf.scalar(3)];
    for (let i = 0; i < 3; i++) assert.equal(step(a, a).dataSync()[0], 0);
    for (let i = 0; i < 3; i++) assert.equal(step(a, b).dataSync()[0], 2);
    step.dispose();
    tf.dispose([a, b]);
  });

  it("keeps variables apart that share their numbers", () => {
    const online = tf.variable(tf.tensor1d([1, 2]));
    const target = tf.variable(tf.tensor1d([0, 0]));
    const step = compileStep((x: tf.Tensor) => {
      online.assign(online.add<tf.Tensor1D>(x));
      return target.mul(10).add(online);
    });
    const one = tf.scalar(1);
    step(one);
    // Both have one tensor now, and the step is recorded.
    target.assign(online);
    for (let i = 1; i <= 4; i++)
      assert.deepEqual([...step(one).dataSync()], [20 + 2 + i, 30 + 3 + i]);
    assert.equal(step.report.graphs[0].runs, 3);
    step.dispose();
    tf.dispose([online, target, one]);
  });

  it("takes other compiled steps and accelerated models into its graph", () => {
    const run = (eager: boolean): number[] => {
      const model = smallNet([tf.layers.dropout({ rate: 0.5 })]);
      const acceleration = accelerate(model, { seed: 1 });
      const noisy = compileStep((x: tf.Tensor) => x.add(tf.randomNormal(x.shape)), { seed: 2 });
      const step = compileStep(
        (x: tf.Tensor) => noisy(model.apply(noisy(x), { training: true }) as tf.Tensor).mean(),
        { seed: 3, eager },
      );
      const { x } = smallData(4);
      const found = Array.from({ length: 5 }, () => step(x).dataSync()[0]);
      assert.equal(step.report.graphs[0]?.runs, eager ? undefined : 3);
      assert.deepEqual([acceleration.report.prediction.graphs, noisy.report.graphs], [[], []]);
      model.dispose();
      step.dispose();
      return found;
    };
    const graph = run(false);
    assert.equal(new Set(graph).size, 5);
    assert.ok(largestError(run(true), graph) < 1e-5);
  });
});
