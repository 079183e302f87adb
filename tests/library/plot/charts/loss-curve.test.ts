import assert from "node:assert/strict";
import { lossCurve } from "../../../../library/src/plot/index.ts";
import { assertValidSpec } from "../valid-spec.ts";

const history = {
  loss: [1, 0.5, 0.3, 0.2],
  val_loss: [1.1, 0.7, 0.6, 0.8],
  acc: [0.4, 0.6, 0.8, 0.9],
};

describe("lossCurve", () => {
  it("draws the losses and names the lowest validation loss and its epoch", () => {
    const chart = lossCurve(history, { title: "Training" });
    assertValidSpec(chart);
    assert.equal(chart.spec.data.values.length, 8);
    assert.match(JSON.stringify(chart.spec.title), /Lowest val_loss: 0.6 at epoch 3\./);
    assert.match(
      chart.alt,
      /Loss by epoch, 1 to 4: loss from 1 to 0.2 and val_loss from 1.1 to 0.8\./,
    );
  });

  it("draws other metrics when asked, and a history without losses as it is", () => {
    const chart = lossCurve(history, {
      metrics: ["acc"],
      yTitle: "Accuracy",
      yScale: "log",
      firstEpoch: 0,
    });
    assertValidSpec(chart);
    assert.deepEqual(chart.spec.data.values[0], { epoch: 0, value: 0.4, metric: "acc" });
    assert.equal(lossCurve({ reward: [1, 2] }).spec.data.values.length, 2);
  });

  it("takes an object that holds the history, as TensorFlow.js's History does", () => {
    const chart = lossCurve({ epoch: [0, 1], history: { loss: [2, 1] } });
    assert.deepEqual(
      chart.spec.data.values.map(({ value }) => value),
      [2, 1],
    );
  });

  it("says when a loss is no longer a number", () => {
    const chart = lossCurve({ loss: [1, 2, NaN, NaN] });
    assert.equal(chart.spec.data.values.length, 2);
    assert.match(chart.alt, /loss is NaN at epoch 3/);
  });

  it("stays small after 100 000 epochs", () => {
    const chart = lossCurve({
      loss: Float32Array.from({ length: 100_000 }, (_, i) => 1 / (i + 1)),
    });
    assert.ok(chart.spec.data.values.length <= 2000);
    assertValidSpec(chart);
  });

  it("names what is missing", () => {
    assert.throws(() => lossCurve({}), /\{ loss: \[0.9, 0.5\] \}/);
    assert.throws(
      () => lossCurve(history, { metrics: ["f1"] }),
      /no metric 'f1'.*loss, val_loss and acc/,
    );
    assert.throws(() => lossCurve({ loss: [NaN] }), /no finite value/);
  });
});
