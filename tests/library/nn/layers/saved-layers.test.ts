import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import * as nn from "../../../../library/src/nn/index.ts";
import * as tf from "@tensorflow/tfjs-node";

const layersOfSequence = {
  positionalEmbedding: () => nn.positionalEmbedding({ steps: 9, seed: 5 }),
  sinusoidal: () => nn.positionalEmbedding({ kind: "sinusoidal" }),
  rotaryEmbedding: () => nn.rotaryEmbedding({ base: 100, pairs: "neighbours" }),
  rmsNormalization: () => nn.rmsNormalization({ epsilon: 0.1 }),
  layerNormalization: () => nn.layerNormalization({ epsilon: 0.1 }),
  groupNormalization: () => nn.groupNormalization({ groups: 2 }),
  multiHeadAttention: () => nn.multiHeadAttention({ heads: 2, keyWidth: 6, causal: true, seed: 6 }),
  transformerBlock: () =>
    nn.transformerBlock({ heads: 2, dropout: 0.1, normalize: "after", seed: new nn.Random(7) }),
  causalConv1d: () =>
    nn.causalConv1d({ filters: 8, kernelSize: 2, dilationRate: 3, activation: "relu", seed: 8 }),
  seededDropout: () => nn.seededDropout({ rate: 0.5, seed: 9 }),
};

function modelOfAll(): tf.LayersModel {
  const input = tf.input({ shape: [16, 24, 1] });
  const layers = [
    nn.patchEmbedding({ patch: 8, width: 8, seed: 4 }),
    ...Object.values(layersOfSequence).map((make) => make()),
  ];
  let x: tf.SymbolicTensor = input;
  for (const layer of layers) x = layer.apply(x) as tf.SymbolicTensor;
  return tf.model({ inputs: input, outputs: x });
}

const predictionOf = (model: tf.LayersModel): number[] =>
  tf.tidy(() => {
    const x = tf
      .range(0, 2 * 16 * 24)
      .div(100)
      .sin()
      .reshape([2, 16, 24, 1]);
    return [...(model.predict(x) as tf.Tensor).dataSync()];
  });

const program = `
  import * as nn from "daylab/nn";
  import * as tf from "@tensorflow/tfjs-node";
  nn.registerLayers();
  nn.registerLayers();
  const model = await tf.loadLayersModel("file://" + process.argv[1] + "/model.json");
  const x = tf.range(0, 2 * 16 * 24).div(100).sin().reshape([2, 16, 24, 1]);
  console.log(JSON.stringify([...model.predict(x).dataSync()]));`;

describe("nn: layers in saved models", () => {
  it("come back with their options and weights, in another process too", async () => {
    const folder = mkdtempSync(join(tmpdir(), "daylab-layers-"));
    try {
      const model = modelOfAll();
      await model.save(`file://${folder}`);
      const loaded = await tf.loadLayersModel(`file://${folder}/model.json`);
      const wanted = predictionOf(model);
      assert.ok(new Set(wanted).size > 10);
      assert.deepEqual(predictionOf(loaded), wanted);
      for (const [index, layer] of model.layers.entries()) {
        assert.equal(loaded.layers[index].getClassName(), layer.getClassName());
        const [ours, theirs] = [layer, loaded.layers[index]].map((l) =>
          JSON.stringify(l.getConfig()),
        );
        assert.deepEqual(JSON.parse(theirs), JSON.parse(ours));
      }
      const { stdout } = await promisify(execFile)(
        process.execPath,
        ["--input-type=module", "--eval", program, folder],
        { cwd: import.meta.dirname },
      );
      assert.deepEqual(JSON.parse(stdout), wanted);
      model.dispose();
      loaded.dispose();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  for (const [name, make] of Object.entries(layersOfSequence))
    it(`${name}: one seed gives the same weights, the output has the shape that it tells`, () => {
      const before = tf.memory().numTensors;
      const [first, second] = [make(), make()];
      const x = tf.ones([2, 6, 8]);
      const outputs = [first, second].map((layer) => layer.apply(x) as tf.Tensor);
      assert.deepEqual(outputs[1].dataSync(), outputs[0].dataSync());
      assert.deepEqual(outputs[0].shape, first.computeOutputShape([2, 6, 8]));
      tf.dispose([x, outputs]);
      first.dispose();
      second.dispose();
      assert.equal(tf.memory().numTensors, before);
    });
});
