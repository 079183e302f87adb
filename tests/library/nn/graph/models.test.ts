import assert from "node:assert/strict";
import { accelerate } from "daylab/nn";
import * as tf from "@tensorflow/tfjs-node";
import { largestError, smallData, smallNet, weightsOf } from "./nets.ts";

const seeded = (seed: number) => tf.initializers.glorotUniform({ seed });

const rows = 12;
const flat = (): tf.Tensor2D => tf.randomNormal([rows, 4], 0, 1, "float32", 1);
const sequence = (): tf.Tensor3D => tf.randomNormal([rows, 6, 4], 0, 1, "float32", 2);
const image = (): tf.Tensor4D => tf.randomUniform([rows, 8, 8, 3], 0, 1, "float32", 3);
const tokens = (): tf.Tensor2D => tf.randomUniform([rows, 6], 0, 9, "int32", 4);
const target = (): tf.Tensor2D => tf.randomUniform([rows, 2], 0, 1, "float32", 5);

/** Losses and metrics of steps with and without acceleration, and the weights at the end. */
async function both(
  make: () => tf.LayersModel,
  data: () => { x: tf.Tensor | tf.Tensor[]; y: tf.Tensor | tf.Tensor[] },
  {
    steps = 5,
    between,
  }: { steps?: number; between?: (model: tf.LayersModel, step: number) => void } = {},
) {
  const run = async (fast: boolean) => {
    const model = make();
    const acceleration = fast ? accelerate(model, { onFallback: () => {} }) : undefined;
    const { x, y } = data();
    const found: number[] = [];
    for (let i = 0; i < steps; i++) {
      found.push(...[await model.trainOnBatch(x, y)].flat());
      between?.(model, i);
    }
    const { report } = acceleration ?? {};
    const weights = weightsOf(model);
    model.dispose();
    tf.dispose([x, y]);
    return { found, weights, report };
  };
  const [eager, graph] = [await run(false), await run(true)];
  return { eager, graph };
}

/** Layers that end in any shape; a dense layer of two units follows. */
const layers: Record<string, [() => tf.Tensor, () => tf.layers.Layer[]]> = {
  simpleRNN: [
    sequence,
    () => [
      tf.layers.simpleRNN({
        units: 3,
        kernelInitializer: seeded(1),
        recurrentInitializer: seeded(2),
      }),
    ],
  ],
  bidirectional: [
    sequence,
    () => [
      tf.layers.bidirectional({
        layer: tf.layers.gru({
          units: 3,
          kernelInitializer: seeded(1),
          recurrentInitializer: seeded(2),
        }),
        mergeMode: "concat",
      }),
    ],
  ],
  timeDistributed: [
    sequence,
    () => [
      tf.layers.timeDistributed({
        layer: tf.layers.dense({ units: 3, kernelInitializer: seeded(1) }),
      }),
    ],
  ],
  embedding: [
    tokens,
    () => [tf.layers.embedding({ inputDim: 9, outputDim: 4, embeddingsInitializer: seeded(1) })],
  ],
  conv1d: [
    sequence,
    () => [
      tf.layers.conv1d({
        filters: 3,
        kernelSize: 3,
        activation: "elu",
        kernelInitializer: seeded(1),
      }),
    ],
  ],
  depthwise: [
    image,
    () => [
      tf.layers.depthwiseConv2d({
        kernelSize: 3,
        activation: "relu6",
        depthwiseInitializer: seeded(1),
      }),
    ],
  ],
  separable: [
    image,
    () => [
      tf.layers.separableConv2d({
        filters: 3,
        kernelSize: 3,
        activation: "selu",
        depthwiseInitializer: seeded(1),
        pointwiseInitializer: seeded(2),
      }),
    ],
  ],
  transposed: [
    image,
    () => [
      tf.layers.conv2dTranspose({
        filters: 2,
        kernelSize: 2,
        strides: 2,
        kernelInitializer: seeded(1),
      }),
    ],
  ],
  pooling: [
    image,
    () => [
      tf.layers.averagePooling2d({ poolSize: 2 }),
      tf.layers.upSampling2d({ size: [2, 2] }),
      tf.layers.maxPooling2d({ poolSize: 3, strides: 2, padding: "same" }),
    ],
  ],
  batchNormalization: [
    image,
    () => [
      tf.layers.conv2d({ filters: 3, kernelSize: 3, kernelInitializer: seeded(1) }),
      tf.layers.batchNormalization(),
      tf.layers.activation({ activation: "relu" }),
    ],
  ],
  layerNormalization: [sequence, () => [tf.layers.layerNormalization()]],
  activations: [
    flat,
    () => [
      tf.layers.dense({ units: 4, activation: "tanh", kernelInitializer: seeded(1) }),
      tf.layers.leakyReLU(),
      tf.layers.prelu(),
      tf.layers.dense({ units: 4, activation: "swish", kernelInitializer: seeded(2) }),
      tf.layers.dense({ units: 4, activation: "softplus", kernelInitializer: seeded(3) }),
    ],
  ],
  conv3d: [
    image,
    () => [
      tf.layers.reshape({ targetShape: [8, 8, 3, 1] }),
      tf.layers.conv3d({ filters: 2, kernelSize: 3, kernelInitializer: seeded(1) }),
    ],
  ],
  padding: [
    image,
    () => [
      tf.layers.zeroPadding2d({ padding: 1 }),
      tf.layers.cropping2D({ cropping: 2 }),
      tf.layers.permute({ dims: [2, 1, 3] }),
    ],
  ],
  dilated: [
    image,
    () => [
      tf.layers.conv2d({ filters: 2, kernelSize: 3, strides: 2, kernelInitializer: seeded(2) }),
    ],
  ],
};

describe("models as graphs", () => {
  for (const [name, [data, make]] of Object.entries(layers))
    it(`train as op by op: ${name}`, async () => {
      const { eager, graph } = await both(
        () => {
          const shape = data().shape.slice(1);
          const model = tf.sequential({
            layers: [tf.layers.inputLayer({ inputShape: shape }), ...make()],
          });
          if ((model.outputShape as number[]).length > 2) model.add(tf.layers.flatten());
          model.add(
            tf.layers.dense({
              units: 2,
              kernelInitializer: seeded(9),
              kernelRegularizer: tf.regularizers.l1l2({ l1: 0.001, l2: 0.001 }),
            }),
          );
          model.compile({ optimizer: tf.train.adam(0.01), loss: "meanSquaredError" });
          return model;
        },
        () => ({ x: data(), y: target() }),
      );
      assert.equal(
        graph.report?.training.graphs[0]?.runs,
        3,
        JSON.stringify(graph.report?.training.eager),
      );
      assert.ok(largestError(eager.found, graph.found) < 1e-5);
    });

  it("have several inputs and outputs, losses and metrics", async () => {
    const { eager, graph } = await both(
      () => {
        const [a, b] = [tf.input({ shape: [4] }), tf.input({ shape: [6, 4] })];
        const left = tf.layers
          .dense({ units: 5, activation: "relu", kernelInitializer: seeded(1) })
          .apply(a);
        const right = tf.layers
          .lstm({ units: 5, kernelInitializer: seeded(2), recurrentInitializer: seeded(3) })
          .apply(b);
        const both = tf.layers.concatenate().apply([left, right] as tf.SymbolicTensor[]);
        const number = tf.layers
          .dense({ units: 2, name: "number", kernelInitializer: seeded(4) })
          .apply(both);
        const kind = tf.layers
          .dense({ units: 2, name: "kind", activation: "softmax", kernelInitializer: seeded(5) })
          .apply(both);
        const model = tf.model({ inputs: [a, b], outputs: [number, kind] as tf.SymbolicTensor[] });
        model.compile({
          optimizer: tf.train.rmsprop(0.01),
          loss: { number: "meanSquaredError", kind: "categoricalCrossentropy" },
          metrics: { kind: "accuracy", number: tf.metrics.meanAbsoluteError },
        });
        return model;
      },
      () => ({
        x: [flat(), sequence()],
        y: [
          target(),
          tf.oneHot(tf.tensor1d([0, 1, 1, 0, 1, 0, 0, 1, 1, 0, 1, 0], "int32"), 2).toFloat(),
        ],
      }),
    );
    assert.equal(eager.found.length, 5 * 5);
    assert.equal(graph.report?.training.graphs[0]?.runs, 3);
    assert.ok(
      largestError(eager.found, graph.found) < 1e-5,
      `${eager.found.join()}\n${graph.found.join()}`,
    );
  });

  it("have losses and metrics and layers of the user's own", async () => {
    class Scaled extends tf.layers.Layer {
      static className = "Scaled";
      #scale: tf.LayerVariable | undefined;
      override build(): void {
        this.#scale = this.addWeight("scale", [4], "float32", tf.initializers.ones());
        this.built = true;
      }
      override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
        return tf.tidy(() =>
          [inputs]
            .flat()[0]
            .mul((this.#scale as tf.LayerVariable).read())
            .sin(),
        );
      }
      override computeOutputShape(shape: tf.Shape): tf.Shape {
        return shape;
      }
    }
    const huber = (y: tf.Tensor, p: tf.Tensor): tf.Tensor =>
      tf.tidy(() => {
        const error = y.sub(p).abs();
        const small = error.minimum(0.5);
        return small.square().add(error.sub(small)).mul(0.5).mean(-1);
      });
    const { eager, graph } = await both(
      () => {
        const model = tf.sequential({
          layers: [
            tf.layers.inputLayer({ inputShape: [4] }),
            new Scaled({}),
            tf.layers.dense({ units: 2, kernelInitializer: seeded(1) }),
          ],
        });
        model.compile({
          optimizer: tf.train.momentum(0.05, 0.9),
          loss: huber,
          metrics: [(y: tf.Tensor, p: tf.Tensor) => y.sub(p).abs().max()],
        });
        return model;
      },
      () => ({ x: flat(), y: target() }),
    );
    assert.equal(graph.report?.training.graphs[0]?.runs, 3);
    assert.ok(largestError(eager.found, graph.found) < 1e-5);
  });

  it("are compiled anew with the model, and when a layer is frozen or its dropout changes", async () => {
    const compile = (model: tf.LayersModel, rate: number): void =>
      model.compile({ optimizer: tf.train.sgd(rate), loss: "categoricalCrossentropy" });
    const { eager, graph } = await both(
      () => {
        const model = smallNet();
        compile(model, 0.1);
        return model;
      },
      () => smallData(8),
      {
        steps: 12,
        between: (model, step) => {
          if (step === 3) compile(model, 0.01);
          if (step !== 7) return;
          model.layers[0].trainable = false;
          compile(model, 0.05);
        },
      },
    );
    assert.ok(
      largestError(eager.found, graph.found) < 1e-5,
      `${eager.found.join()}\n${graph.found.join()}`,
    );
    assert.equal(graph.report?.training.graphs[0].runs, 2);
    assert.match(graph.report?.training.retraced.join() ?? "", /another model/u);
  });

  it("follow a Sequential model that gets another layer", async () => {
    const model = tf.sequential({
      layers: [tf.layers.dense({ units: 3, inputShape: [4], kernelInitializer: seeded(1) })],
    });
    const acceleration = accelerate(model);
    model.add(tf.layers.dense({ units: 2, kernelInitializer: seeded(2) }));
    model.compile({ optimizer: "sgd", loss: "meanSquaredError" });
    const [x, y] = [flat(), target()];
    for (let i = 0; i < 4; i++) await model.trainOnBatch(x, y);
    assert.equal(acceleration.report.training.graphs[0].runs, 2);
    acceleration.dispose();
    await model.trainOnBatch(x, y);
    assert.deepEqual(acceleration.report.training.graphs, []);
    assert.equal(accelerate(model) === acceleration, false);
    model.dispose();
  });

  it("save what they have learnt, and are loaded", async () => {
    const { x, y } = smallData(10);
    const model = smallNet();
    model.compile({ optimizer: "adam", loss: "categoricalCrossentropy" });
    const acceleration = accelerate(model);
    for (let i = 0; i < 4; i++) await model.trainOnBatch(x, y);
    let saved: Parameters<Parameters<typeof tf.io.withSaveHandler>[0]>[0] | undefined;
    await model.save(
      tf.io.withSaveHandler((artifacts) => {
        saved = artifacts;
        return Promise.resolve({
          modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: "JSON" },
        });
      }),
    );
    const loaded = await tf.loadLayersModel(tf.io.fromMemory(saved!));
    assert.equal(acceleration.report.training.graphs[0].runs, 2);
    assert.deepEqual(weightsOf(loaded), weightsOf(model));
    loaded.compile({ optimizer: "adam", loss: "categoricalCrossentropy" });
    const again = accelerate(loaded);
    for (let i = 0; i < 4; i++) await loaded.trainOnBatch(x, y);
    assert.equal(again.report.training.graphs[0].runs, 2);
  });
});
