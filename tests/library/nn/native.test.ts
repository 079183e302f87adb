import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { tensorflow } from "../../../library/src/tensorflow/index.ts";
import * as tf from "@tensorflow/tfjs-node";
import { glorotUniform, heNormal, train } from "../../../library/src/nn/index.ts";
import { generate, toTensors } from "../../../library/src/datasets/index.ts";

/** Loss before and after some epochs, and whether every weight has a gradient that is not all zero. */
async function trained(model: tf.LayersModel, x: tf.Tensor, y: tf.Tensor, loss: string) {
  model.compile({ optimizer: tf.train.adam(0.01), loss });
  const gradients = tf.tidy(() => {
    const { grads } = tf.variableGrads(() =>
      tf.losses.meanSquaredError(y, model.apply(x, { training: true }) as tf.Tensor).asScalar(),
    );
    return Object.values(grads).map((g) => g.abs().max().dataSync()[0]);
  });
  const { history } = await train(
    model,
    { x, y },
    { epochs: 4, batchSize: 16, seed: 1, verbose: 0 },
  );
  return { gradients, first: history.loss[0], last: history.loss[3] };
}

describe("nn: the native backend", function () {
  it("is what the library and a lesson's own import share", () => {
    assert.equal(tf.getBackend(), "tensorflow");
    assert.equal(tensorflow().engine(), tf.engine());
    assert.equal(tensorflow().Tensor, tf.Tensor);
    assert.equal(process.env.TF_CPP_MIN_LOG_LEVEL, "3");
  });

  it("is shared with danfojs-node, imported beside it", () => {
    const danfo = createRequire(import.meta.url)("danfojs-node") as {
      tensorflow: typeof tf;
      DataFrame: new (data: object) => { tensor: tf.Tensor };
    };
    assert.equal(danfo.tensorflow.engine(), tf.engine());
    const tensor = new danfo.DataFrame({ a: [1, 2], b: [3, 4] }).tensor;
    assert.ok(tensor instanceof tf.Tensor);
    assert.deepEqual(tensor.arraySync(), [
      [1, 3],
      [2, 4],
    ]);
    tensor.dispose();
  });

  it("multiplies matrices as arithmetic does", () => {
    const product = tf.tidy(() => tf.matMul([[1, 2]], [[3], [4]]).arraySync());
    assert.deepEqual(product, [[11]]);
  });

  const digits = generate.strokeDigits({ count: 160, seed: 1, size: 16 });
  const discs = generate.discs({ count: 96, seed: 1, size: 32 });

  it("trains a dense net", async () => {
    const { x, y } = toTensors(digits);
    const model = tf.sequential({
      layers: [
        tf.layers.flatten({ inputShape: [16, 16, 1] }),
        tf.layers.dense({ units: 32, activation: "relu", kernelInitializer: heNormal(1) }),
        tf.layers.dense({ units: 10, activation: "softmax", kernelInitializer: glorotUniform(2) }),
      ],
    });
    const { gradients, first, last } = await trained(model, x, y, "categoricalCrossentropy");
    assert.equal(gradients.length, 4);
    assert.ok(gradients.every((g) => g > 0));
    assert.ok(last < 0.6 * first, `${first} → ${last}`);
    tf.dispose([x, y]);
    model.dispose();
  });

  it("trains a convolutional net", async () => {
    const { x, y } = toTensors(digits);
    const model = tf.sequential({
      layers: [
        tf.layers.conv2d({
          inputShape: [16, 16, 1],
          filters: 8,
          kernelSize: 3,
          activation: "relu",
          kernelInitializer: heNormal(1),
        }),
        tf.layers.maxPooling2d({ poolSize: 2 }),
        tf.layers.flatten(),
        tf.layers.dense({ units: 10, activation: "softmax", kernelInitializer: glorotUniform(2) }),
      ],
    });
    const { gradients, first, last } = await trained(model, x, y, "categoricalCrossentropy");
    assert.equal(gradients.length, 4);
    assert.ok(gradients.every((g) => g > 0));
    assert.ok(last < 0.6 * first, `${first} → ${last}`);
    tf.dispose([x, y]);
    model.dispose();
  });

  it("trains a net with conv2dTranspose", async () => {
    const { x, y } = toTensors(discs);
    const model = tf.sequential({
      layers: [
        tf.layers.conv2d({
          inputShape: [32, 32, 1],
          filters: 8,
          kernelSize: 3,
          strides: 2,
          padding: "same",
          activation: "relu",
          kernelInitializer: heNormal(1),
        }),
        tf.layers.conv2dTranspose({
          filters: 1,
          kernelSize: 2,
          strides: 2,
          activation: "sigmoid",
          kernelInitializer: glorotUniform(2),
        }),
      ],
    });
    assert.deepEqual(model.outputShape, [null, 32, 32, 1]);
    const { gradients, first, last } = await trained(model, x, y, "binaryCrossentropy");
    assert.equal(gradients.length, 4);
    assert.ok(gradients.every((g) => g > 0));
    assert.ok(last < 0.9 * first, `${first} → ${last}`);
    tf.dispose([x, y]);
    model.dispose();
  });
});
