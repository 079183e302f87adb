import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-node";
import { glorotUniform, losses, metrics, train } from "../../../../library/src/nn/index.ts";
import { answers, dataOf } from "./answers.ts";
import { comparisons } from "./comparisons.ts";

describe("nn: metrics and losses beside Keras", () => {
  for (const each of comparisons) it(`${each.subject} ${each.what}`, () => each.compare());
});

describe("nn: metrics", () => {
  const { y, p } = answers.data.yes;
  const x = p.map((share) => [Math.log(share / (1 - share))]);

  /** Gives back the logits' sigmoid, and so the fixture's predictions; a rate of 0 keeps it so. */
  function sigmoid() {
    const made = tf.sequential({
      layers: [tf.layers.dense({ units: 1, inputShape: [1], activation: "sigmoid" })],
    });
    const all = [metrics.precision(), metrics.auc(), metrics.rootMeanSquaredError()];
    made.compile({
      optimizer: tf.train.sgd(0),
      loss: losses.binaryCrossentropy(),
      metrics: [...all, "accuracy"],
    });
    tf.tidy(() => made.setWeights([tf.tensor2d([[1]]), tf.tensor1d([0])]));
    return made;
  }

  for (const accelerate of [false, true])
    it(`in train are those of all samples of an epoch${accelerate ? ", as graphs" : ""}`, async () => {
      const data = { x, y: [...y] };
      const quiet = { epochs: 3, seed: 1, batchSize: 5, verbose: 0, accelerate } as const;
      const { history } = await train(sigmoid(), data, { ...quiet, validationData: data });
      const value = (name: string) =>
        answers.metrics.find((m) => m.name === name && m.on === "yes" && !Object.keys(m.given)[0])!
          .value;
      for (const [name, expected] of [
        ...[["precision", value("precision")] as const, ["auc", value("auc")] as const],
        ["acc", value("binaryAccuracy")] as const,
      ])
        for (const values of [history[name], history[`val_${name}`]])
          values.forEach((each) => assert.ok(Math.abs(each - expected) < 1e-5, `${name} ${each}`));
      assert.equal(history.rmse.length, 3);
    });

  it("as functions, for fit and evaluate, give the value of a batch", async () => {
    const made = sigmoid();
    const evaluated = made.evaluate(tf.tensor2d(x), tf.tensor2d(y.map((v) => [v])), {
      batchSize: 100,
    }) as tf.Scalar[];
    const precision = evaluated[1].dataSync()[0];
    const expected = answers.metrics.find((m) => m.name === "precision")!.value;
    assert.ok(Math.abs(precision - expected) < 1e-6);
    const { history } = await made.fit(tf.tensor2d(x), tf.tensor2d(y.map((v) => [v])), {
      epochs: 1,
      verbose: 0,
    });
    assert.ok("precision" in history);
  });

  it("leave no tensor behind, and begin anew", () => {
    const metric = metrics.auc();
    const { y: truth, p: guess } = dataOf("yes");
    const before = tf.memory().numTensors;
    assert.ok(Number.isNaN(metric.value));
    metric.add(truth, guess);
    const { value } = metric;
    metric.add(truth, guess);
    assert.equal(metric.value, value);
    metric.reset();
    assert.ok(Number.isNaN(metric.value));
    assert.equal(tf.memory().numTensors, before);
  });

  it("a confusion matrix counts classes", () => {
    const counts = metrics.confusionMatrix({ classes: 4 });
    const { y: truth, p: guess } = dataOf("one_hot");
    counts.add(truth.slice(0, 7), guess.slice(0, 7)).add(truth.slice(7), guess.slice(7));
    const [a, b] = [truth, guess].map((tensor) => [...tensor.argMax(-1).dataSync()]);
    const expected = Array.from({ length: 4 }, () => [0, 0, 0, 0]);
    a.forEach((row, i) => expected[row][b[i]]++);
    assert.deepEqual(counts.matrix, expected);
  });

  it("a target of zeros alone pulls nothing, which TensorFlow.js's own loss gets wrong", () => {
    const logits = tf.tensor2d([[1, 2, 3]]);
    const none = tf.zerosLike(logits);
    const loss = losses.categoricalCrossentropy({ fromLogits: true });
    const ours = tf.grad((l) => loss(none, l).sum())(logits);
    assert.deepEqual([...ours.dataSync()].map(Math.abs), [0, 0, 0]);
    const theirs = tf.grad((l) => tf.losses.softmaxCrossEntropy(none, l))(logits);
    assert.ok([...theirs.dataSync()].some((slope) => Math.abs(slope) > 0.1));
  });

  it("losses of embeddings: triplets", () => {
    const [a, p, n] = [
      [
        [0, 0],
        [1, 1],
      ],
      [
        [3, 4],
        [1, 1],
      ],
      [
        [0, 1],
        [9, 9],
      ],
    ].map((rows) => tf.tensor2d(rows));
    const [first, second] = losses.triplet(a, p, n, { margin: 0.5 }).dataSync();
    assert.ok(Math.abs(first - 4.5) < 1e-5);
    assert.equal(second, 0);
    const slope = tf.grad((x) => losses.triplet(x, p, n).sum())(a);
    assert.ok([...slope.dataSync()].every(Number.isFinite));
  });

  it("a loss per sample can be weighted", async () => {
    const made = tf.sequential({
      layers: [
        tf.layers.dense({ units: 4, inputShape: [1], kernelInitializer: glorotUniform(1) }),
        tf.layers.softmax(),
      ],
    });
    made.compile({ optimizer: "sgd", loss: losses.categoricalFocal() });
    const result = await train(
      made,
      { x: [1, 2, 3, 4], y: [0, 1, 2, 3] },
      { epochs: 1, seed: 1, verbose: 0, classWeight: { 0: 2 } },
    );
    assert.ok(Number.isFinite(result.history.loss[0]));
  });

  it("refuse bad options, with the remedy", () => {
    assert.throws(() => metrics.auc({ thresholds: 1 }), /thresholds .* not 1/);
    assert.throws(() => metrics.auc({ curve: "roc" as "ROC" }), /"ROC" or "PR", not "roc"/);
    assert.throws(() => metrics.topKCategoricalAccuracy({ k: 0 }), /k .* not 0/);
    assert.throws(() => metrics.meanIoU({ classes: 1 }), /classes .* not 1/);
    assert.throws(() => metrics.precision({ treshold: 1 } as object), /Did you mean "threshold"/);
    assert.throws(() => metrics.f1Score({ average: "all" as "macro" }), /not "all"/);
    assert.throws(() => losses.binaryFocal({ gamma: -1 }), /gamma .* not -1/);
    assert.throws(() => losses.categoricalCrossentropy({ labelSmoothing: 1 }), /not 1/);
    assert.throws(() => losses.huber({ delta: 0 }), /delta .* not 0/);
  });
});
