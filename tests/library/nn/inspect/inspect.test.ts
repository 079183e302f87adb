import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-node";
import { jupyterDisplay } from "../../../../library/src/host/index.ts";
import { layered } from "../../../../library/src/nn/inspect/layout.ts";
import {
  activations,
  architecture,
  summary,
  weightsHistogram,
} from "../../../../library/src/nn/index.ts";
import { lenet, siamese, unet } from "./models.ts";

const models = { lenet, siamese, unet };

describe("nn: summary", () => {
  for (const [name, make] of Object.entries(models))
    it(`counts the parameters of ${name} as TensorFlow.js does, and the memory`, () => {
      const before = tf.memory().numBytes;
      const model = make();
      const weightBytes = tf.memory().numBytes - before;
      const ours = summary(model);
      const lines: string[] = [];
      model.summary(undefined, undefined, (line: unknown) => lines.push(String(line)));
      const total = (what: string): number =>
        Number(new RegExp(`${what} params: (\\d+)`).exec(lines.join("\n"))?.[1]);
      assert.equal(ours.parameters, total("Total"));
      assert.equal(ours.trainable, total("Trainable"));
      assert.equal(ours.weightBytes, weightBytes);
    });

  it("names each layer's shape and what it comes from", () => {
    const { rows } = summary(unet());
    const row = (name: string) => rows.find(({ layer }) => layer === name)!;
    assert.deepEqual(row("join1").from, "join1_up, down1");
    assert.equal(row("down2").output, "16 × 16 × 16");
    assert.equal(row("down2").parameters, 3 * 3 * 8 * 16 + 16);
    const inner = summary(siamese());
    assert.deepEqual(
      inner.rows.filter(({ depth }) => depth === 1).map(({ layer }) => layer),
      ["wide_input", "wide", "code"],
    );
    assert.equal(inner.toFrame().length, inner.rows.length);
  });

  it("is a table in a notebook, escaped, and text elsewhere", () => {
    const model = tf.sequential({
      name: "a<b",
      layers: [tf.layers.dense({ units: 1, inputShape: [2], name: "x" })],
    });
    const bundle = summary(model)[jupyterDisplay]();
    assert.match(String(bundle["text/html"]), /<table>.*a&lt;b.*<td[^>]*>x<\/td>/);
    assert.match(String(bundle["text/plain"]), /^Model a<b\nlayer {2,}type/);
  });

  it("says that a model is not built", () => {
    const model = tf.sequential();
    assert.throws(() => summary(model), /not built yet.*add layers, the first with an inputShape/);
    assert.throws(() => architecture(model), /not built yet/);
  });
});

describe("nn: the picture of a model", () => {
  for (const [name, make] of Object.entries(models))
    it(`${name}: a box for each layer, in order, and words for it`, async () => {
      const model = make();
      const figure = architecture(model);
      const svg = await figure.toSVG();
      assert.equal(
        svg.match(/<rect[^>]* rx="5"/g)?.length,
        summary(model).rows.filter((r) => r.depth === 0).length + (name === "siamese" ? 2 : 0),
      );
      for (const { layer } of summary(model).rows.filter(({ depth }) => depth === 0))
        assert.ok(figure.alt.includes(layer), layer);
      assert.ok((await figure.toPNG()).length > 1000);
    });

  it("rows go down, boxes do not overlap, and lines pass none", () => {
    const from = [[], [0], [1], [2], [3, 1], [4, 0], [0], [6, 5], []];
    const boxes = [
      ...from.map((f, i) => ({ width: 60 + 10 * i, from: f })),
      { width: 50, from: [8, 7] },
    ];
    const { places, edges, width } = layered(boxes, 10);
    const overlap = (row: number, x: number, half: number, but: number) =>
      places.some(
        (p, i) =>
          i !== but && p.row === row && Math.abs(p.x - x) < boxes[i].width / 2 + half - 1e-6,
      );
    places.forEach(({ x, row }, i) => {
      assert.ok(!overlap(row, x, boxes[i].width / 2, i), `box ${i}`);
      assert.ok(x - boxes[i].width / 2 >= -1e-6 && x + boxes[i].width / 2 <= width + 1e-6);
      for (const before of boxes[i].from) assert.ok(places[before].row < row);
    });
    for (const { from: start, to, through } of edges) {
      assert.equal(through.length, places[to].row - places[start].row - 1);
      for (const { x, row } of through) assert.ok(!overlap(row, x, 0, -1), `${start} to ${to}`);
    }
    assert.equal(places[8].row, places[9].row - 1, "a second input stands by what needs it");
  });
});

describe("nn: activations", () => {
  it("are those of the model cut off there", () => {
    const model = lenet();
    const x = tf.randomNormal([2, 28, 28, 1], 0, 1, "float32", 1);
    const found = activations(model, x, ["s2", "out"]);
    assert.deepEqual(Object.keys(found), ["s2", "out"]);
    const expected = model.predict(x) as tf.Tensor;
    assert.deepEqual([...found.out.dataSync()], [...expected.dataSync()]);
    assert.deepEqual(found.s2.shape, [2, 14, 14, 6]);
    assert.deepEqual(Object.keys(activations(model, x)).length, 5);
    assert.throws(() => activations(model, x, ["ou"]), /no layer "ou"\. Did you mean "out"/);
  });

  it("leave no other tensor behind", () => {
    const model = siamese();
    const x = tf.ones([1, 8]);
    const before = tf.memory().numTensors;
    const found = activations(model, [x, x], ["same", "tower"]);
    assert.equal(tf.memory().numTensors, before + 2);
    tf.dispose(found);
  });

  it("weights as histograms, one for each", () => {
    const { alt } = weightsHistogram(lenet());
    assert.ok(alt.length > 0);
    const none = tf.sequential({ layers: [tf.layers.flatten({ inputShape: [2, 2] })] });
    assert.throws(() => weightsHistogram(none), /no weights to draw/);
  });
});
