import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-node";
import { confusionMatrix, heatmap } from "../../../../library/src/plot/index.ts";
import { answers } from "../answers.ts";
import { assertValidSpec } from "../valid-spec.ts";

const { truth, predicted, counts, shares } = answers.confusion;
const valuesOf = (chart: ReturnType<typeof heatmap>) =>
  chart.spec.data.values.map(({ value }) => value);

describe("heatmap", () => {
  it("makes valid specs of arrays and tensors, and leaves no tensor behind", () => {
    assertValidSpec(
      heatmap(
        [
          [1, 0.5],
          [0.5, 1],
        ],
        { rows: ["a", "b"], columns: ["a", "b"], format: ".2f", title: "Correlation" },
      ),
    );
    assertValidSpec(
      heatmap(Array.from({ length: 30 }, (_, i) => Array.from({ length: 40 }, (_, j) => i * j))),
    );
    const tensor = tf.tensor2d([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    const before = tf.memory().numTensors;
    assert.deepEqual(valuesOf(heatmap(tensor)), [1, 2, 3, 4, 5, 6]);
    assert.equal(tf.memory().numTensors, before);
    tensor.dispose();
  });

  it("leaves missing values empty", () => {
    assert.deepEqual(
      valuesOf(
        heatmap([
          [1, NaN],
          [2, 3],
        ]),
      ),
      [1, null, 2, 3],
    );
  });

  it("writes nothing into an empty cell, with a format as without", async () => {
    for (const format of [undefined, ".1f"]) {
      const chart = heatmap([[1, NaN]], { rows: ["row"], columns: ["a", "b"], format });
      assertValidSpec(chart);
      const svg = await chart.toSVG();
      assert.ok(svg.includes(format === undefined ? ">1</text>" : ">1.0</text>"), svg);
      assert.ok(!svg.includes(">null<"), svg);
    }
  });

  it("names what does not fit", () => {
    assert.throws(() => heatmap([[1, 2], [3]]), /Row 1.*1 values.*row 0 has 2/);
    assert.throws(() => heatmap([[1, 2]], { columns: ["a"] }), /2 columns and 1 names/);
    assert.throws(() => heatmap([[1, 2]], { columns: ["a", "a"] }), /not all different/);
    assert.throws(() => heatmap([[NaN]]), /no finite value/);
    assert.throws(
      () => heatmap(Array.from({ length: 101 }, () => new Float32Array(100))),
      /10,000 cells.*101 by 100/,
    );
  });
});

describe("confusionMatrix", () => {
  it("counts and normalises as scikit-learn does", () => {
    const chart = confusionMatrix(truth, predicted);
    assert.deepEqual(valuesOf(chart), counts.flat());
    assertValidSpec(chart);
    const normalized = confusionMatrix(truth, predicted, { normalize: "true" });
    valuesOf(normalized).forEach((share, i) =>
      assert.ok(Math.abs(Number(share) - (shares.flat()[i] ?? NaN)) < 1e-12),
    );
    assertValidSpec(normalized);
  });

  it("takes names, an order and tensors", () => {
    const chart = confusionMatrix(tf.tensor1d([0, 1], "int32"), ["1", "1"], {
      labels: [1, 0],
      classNames: ["one", "zero"],
    });
    assert.deepEqual(
      chart.spec.data.values.map(({ row, column, value }) => [row, column, value]),
      [
        ["one", "one", 1],
        ["one", "zero", 0],
        ["zero", "one", 1],
        ["zero", "zero", 0],
      ],
    );
    assert.match(chart.alt, /1 of 2 predictions are right \(50 %\).*zero taken for one \(1\)/);
  });

  it("names what does not fit", () => {
    assert.throws(() => confusionMatrix([1, 2], [1]), /2 true labels and 1 predictions/);
    assert.throws(
      () => confusionMatrix([1, 2], [1, 3], { labels: [1, 2] }),
      /class 3 is not among the labels 1, 2/,
    );
    assert.throws(() => confusionMatrix(tf.ones([2, 3]), [1]), /\[2, 3\].*argMax/);
  });
});
