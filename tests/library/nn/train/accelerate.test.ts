import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-node";
import {
  accelerate,
  earlyStopping,
  exponentialDecay,
  glorotUniform,
  learningRateSchedule,
  Random,
  train,
  type TrainOptions,
} from "../../../../library/src/nn/index.ts";

const random = new Random(4);
const x = Array.from({ length: 70 }, () => [random.normal(), random.normal()]);
const y = x.map(([a, b]) => (a + b > 0 ? 2 : a > b ? 1 : 0));

function model(kernelRegularizer?: ReturnType<typeof tf.regularizers.l2>) {
  const made = tf.sequential({
    layers: [
      tf.layers.dense({
        ...{ units: 8, inputShape: [2], activation: "relu" as const },
        kernelInitializer: glorotUniform(1),
        ...(kernelRegularizer && { kernelRegularizer }),
      }),
      tf.layers.dense({ units: 3, activation: "softmax", kernelInitializer: glorotUniform(2) }),
    ],
  });
  const loss = "sparseCategoricalCrossentropy";
  made.compile({ optimizer: tf.train.adam(0.01), loss, metrics: ["accuracy"] });
  return made;
}

const quiet = { epochs: 5, seed: 1, batchSize: 16, verbose: 0, validationSplit: 0.2 } as const;

async function same(options: Partial<TrainOptions>, make = model, data: object = { x, y }) {
  const samples = data as { x: number[][]; y: number[] };
  const eager = await train(make(), samples, { ...quiet, ...options });
  const made = make();
  const graph = await train(made, samples, { ...quiet, ...options, accelerate: true });
  assert.deepEqual(Object.keys(graph.history), Object.keys(eager.history));
  for (const [name, values] of Object.entries(eager.history))
    values.forEach((value, i) =>
      assert.ok(
        Math.abs(value - graph.history[name][i]) < 1e-5,
        `${name} ${i}: ${value} ${graph.history[name][i]}`,
      ),
    );
}

describe("nn: train, accelerated", () => {
  it("gives the history of running op by op", () => same({}));
  it("with penalties", () => same({}, () => model(tf.regularizers.l2({ l2: 0.1 }))));
  it("with clipped gradients", () => same({ globalClipNorm: 0.05 }));
  it("with weights of classes", () => same({ classWeight: { 0: 3, 2: 0.5 } }));
  it("with weights of samples", () =>
    same({}, model, { x, y, sampleWeight: y.map((value) => value + 0.5) }));
  it("with a schedule", () =>
    same({
      callbacks: learningRateSchedule(exponentialDecay({ initial: 0.1, rate: 0.5, every: 9 })),
    }));
  it("with several outputs", () =>
    same(
      {},
      () => {
        const input = tf.input({ shape: [2] });
        const head = (name: string, seed: number) =>
          tf.layers
            .dense({ units: 1, name, kernelInitializer: glorotUniform(seed) })
            .apply(input) as tf.SymbolicTensor;
        const made = tf.model({ inputs: input, outputs: [head("a", 1), head("b", 2)] });
        made.compile({ optimizer: tf.train.adam(0.01), loss: "meanSquaredError" });
        return made as tf.Sequential;
      },
      { x, y: { a: y, b: x.map(([first]) => first) } },
    ));

  it("uses the graphs of a model that is accelerated already, and leaves it so", async () => {
    const made = model();
    const acceleration = accelerate(made);
    await train(made, { x, y }, quiet);
    const { training, evaluation } = acceleration.report;
    const runs = training.graphs.reduce((sum, graph) => sum + graph.runs, 0);
    assert.ok(runs >= 12, acceleration.explain());
    assert.ok(evaluation.graphs.length > 0, acceleration.explain());
    await train(made, { x, y }, { ...quiet, accelerate: true });
    assert.ok(acceleration.report.training.graphs.reduce((sum, g) => sum + g.runs, 0) > runs);
    acceleration.dispose();
  });

  it("gives back the best weights, and leaves no tensor behind", async () => {
    const once = async (options: Partial<TrainOptions>) => {
      const made = model();
      await train(made, { x, y }, { ...quiet, epochs: 1 });
      const before = tf.memory().numTensors;
      const stopping = earlyStopping({
        monitor: "loss",
        mode: "max",
        patience: 2,
        restoreBestWeights: true,
      });
      await train(made, { x, y }, { ...quiet, accelerate: true, callbacks: stopping, ...options });
      assert.equal(tf.memory().numTensors, before);
      assert.equal(stopping.bestEpoch, 0);
      return made.getWeights().map((w) => [...w.dataSync()]);
    };
    const [graph, eager] = [await once({}), await once({ accelerate: false })];
    graph.flat().forEach((value, i) => assert.ok(Math.abs(value - eager.flat()[i]) < 1e-5));
  });
});
