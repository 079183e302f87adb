import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-node";
import {
  Dataset,
  integerLookup,
  normalizer,
  oneHot,
  padSequences,
  stringLookup,
  toCategorical,
} from "../../../../library/src/nn/index.ts";

type Artifacts = Parameters<Parameters<typeof tf.io.withSaveHandler>[0]>[0];

describe("nn: helpers for raw values", () => {
  let before = 0;
  beforeEach(() => void (before = tf.memory().numTensors));
  afterEach(() => assert.equal(tf.memory().numTensors, before, "no tensor is left"));

  const taken = (tensor: tf.Tensor): unknown => {
    const values = tensor.arraySync();
    tensor.dispose();
    return values;
  };

  it("oneHot takes labels of any kind, with the classes of the training for later ones", () => {
    assert.deepEqual(taken(oneHot(["dog", "cat", "dog"])), [
      [0, 1],
      [1, 0],
      [0, 1],
    ]);
    assert.deepEqual(taken(oneHot([10, 9], { classes: [8, 9, 10] })), [
      [0, 0, 1],
      [0, 1, 0],
    ]);
    assert.deepEqual(taken(oneHot([true, false])), [
      [0, 1],
      [1, 0],
    ]);
    assert.throws(
      () => oneHot(["cow"], { classes: ["cat", "dog"] }),
      /Label 0 is "cow", which is none of the classes "cat", "dog"/,
    );
    assert.throws(() => oneHot(5 as never), /an array of labels, not 5/);
  });

  it("toCategorical takes tensors and refuses what is no class", () => {
    const labels = tf.tensor1d([1, 0], "int32");
    assert.deepEqual(taken(toCategorical(labels)), [
      [0, 1],
      [1, 0],
    ]);
    labels.dispose();
    assert.throws(() => toCategorical([0, 3], 3), /Label 1 is 3, not a class from 0 to 2/);
    assert.throws(() => toCategorical([0, 0.5]), /classes from 1, not 1.5/);
    assert.throws(() => toCategorical([-1, 1]), /Label 0 is -1/);
    assert.throws(() => toCategorical([]), /classes from 1, not 0/);
  });

  it("padSequences refuses other sides and what is no sequence", () => {
    assert.throws(() => padSequences([[1]], { padding: "left" as never }), /"post", not "left"/);
    assert.throws(() => padSequences([[1], 2 as never]), /number 1 is 2/);
    assert.throws(() => padSequences([[1]], { maxLen: 3 } as never), /Did you mean "maxlen"/);
    assert.throws(() => padSequences([[1]], { maxlen: -1 }), /not -1/);
  });

  it("a normaliser learns from a dataset, batch by batch, what it learns from all at once", async () => {
    const x = tf.randomNormal([101, 3], 1000, 2, "float32", 5);
    const whole = normalizer().adapt(x);
    const data = Dataset.fromTensorSlices({ x });
    for (const part of [data.batch(7), data.batch(100)]) {
      const piecewise = await normalizer().adaptDataset(part);
      piecewise.mean.forEach((mean, i) => assert.ok(Math.abs(mean - whole.mean[i]) < 1e-9));
      piecewise.variance.forEach((v, i) => assert.ok(Math.abs(v - whole.variance[i]) < 1e-9));
    }
    x.dispose();
  });

  it("a normaliser goes through JSON, and its layer through a saved model", async () => {
    const scaler = normalizer().adapt([
      [1, 10],
      [3, 30],
    ]);
    const again = normalizer(
      JSON.parse(JSON.stringify(scaler)) as ReturnType<typeof scaler.toJSON>,
    );
    assert.deepEqual(taken(again.apply([[1, 20]])), [[-1, 0]]);
    const model = tf.sequential({ layers: [scaler.layer({ inputShape: [2] })] });
    let saved: Artifacts | undefined;
    await model.save(
      tf.io.withSaveHandler(async (artifacts) => {
        saved = JSON.parse(JSON.stringify(artifacts)) as Artifacts;
        return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: "JSON" } };
      }),
    );
    const loaded = await tf.loadLayersModel({ load: async () => saved as Artifacts });
    const x = tf.tensor2d([[1, 20]]);
    assert.deepEqual(taken(loaded.predict(x) as tf.Tensor), [[-1, 0]]);
    x.dispose();
  });

  it("a normaliser refuses other features and no data", async () => {
    assert.throws(() => normalizer().mean, /call adapt\(data\) first/);
    const scaler = normalizer().adapt([[1, 2]]);
    assert.throws(() => scaler.apply([[1, 2, 3]]), /adapted to 2 features; the data have 3/);
    assert.throws(() => normalizer().adapt([]), /at least one sample/);
    assert.throws(() => normalizer({ mean: [1], variance: [] }), /not 1 and 0/);
  });

  it("a lookup takes string tensors and goes back", () => {
    const lookup = stringLookup({ maskToken: "" }).adapt(["b", "a", "b"]);
    const words = tf.tensor2d([
      ["b", ""],
      ["x", "a"],
    ]);
    assert.deepEqual(taken(lookup.apply(words)), [
      [2, 0],
      [1, 3],
    ]);
    words.dispose();
    assert.deepEqual(lookup.invert([2, 0, 1, 3]), ["b", "", "[UNK]", "a"]);
    assert.throws(() => lookup.invert([4]), /No token has the number 4; there are 4/);
  });

  it("a lookup refuses what it cannot do", () => {
    assert.throws(() => stringLookup().apply(["a"]), /no vocabulary yet: call adapt/);
    const strict = stringLookup({ numOovIndices: 0, vocabulary: ["a"] });
    assert.throws(() => strict.apply(["b"]), /"b" is not in the vocabulary/);
    assert.throws(() => stringLookup({ vocabulary: ["a", "b", "a"] }), /has "a" twice/);
    assert.throws(() => stringLookup({ vocabulary: [] }), /at least one token/);
    assert.throws(() => stringLookup({ outputMode: "onehot" as never }), /not "onehot"/);
    assert.throws(() => integerLookup({ maxTokens: 1 }), /leaves no room/);
    assert.throws(() => stringLookup().adapt([["a"], ["b", "c"]] as never), /different lengths/);
    assert.throws(() => stringLookup().adapt([null] as never), /A token is a text or a number/);
  });
});
