import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-node";
import { decisionRegions } from "../../../../library/src/plot/index.ts";
import { assertValidSpec } from "../valid-spec.ts";

const points = [
  [0, 0],
  [1, 1],
  [4, 0],
  [5, 1],
];
const labels = ["left", "left", "right", "right"];
const split = (asked: number[][]) => asked.map(([x]) => (x < 2.5 ? "left" : "right"));

interface Rect {
  readonly x: number;
  readonly x2: number;
  readonly y: number;
  readonly y2: number;
  readonly class: string;
}
const rectsOf = (chart: ReturnType<typeof decisionRegions>) =>
  (chart.spec.layer?.[0]["data"] as { values: Rect[] }).values;

describe("decisionRegions", () => {
  it("covers the plane by the function's classes, in few rectangles", () => {
    const chart = decisionRegions(split, points, labels, { resolution: 50 });
    assertValidSpec(chart);
    const rects = rectsOf(chart);
    assert.equal(rects.length, 100);
    for (const rect of rects)
      assert.ok(rect.class === "left" ? rect.x2 <= 2.61 : rect.x >= 2.39, JSON.stringify(rect));
    const area = rects.reduce((sum, { x, x2, y, y2 }) => sum + (x2 - x) * (y2 - y), 0);
    assert.ok(Math.abs(area - 5 * 1.12 * 1.12) < 1e-3, String(area));
    assert.match(chart.alt, /4 points, of which 0 lie/);
  });

  it("takes tensors and predictions made already", () => {
    const before = tf.memory().numTensors;
    const tensor = tf.tensor2d(points);
    const classes = [tf.tensor1d([0, 1], "int32"), tf.tensor1d([0, 1], "int32")];
    const chart = decisionRegions({ x: [1, 4], y: [0, 1], classes }, tensor, [0, 1, 1, 1]);
    assertValidSpec(chart);
    assert.match(chart.alt, /of which 1 lie in another class's region/);
    assert.equal(rectsOf(chart).length, 4);
    tf.dispose([tensor, ...classes]);
    assert.equal(tf.memory().numTensors, before);
  });

  it("names what is wrong", () => {
    assert.throws(() => decisionRegions(split, points, ["left"]), /4 points and 1 labels/);
    assert.throws(
      () => decisionRegions(() => ["left"], points, labels, { resolution: 2 }),
      /asked for 4 points and gave 1 labels/,
    );
    assert.throws(
      () => decisionRegions({ x: [1, 2], y: [1, 2], classes: [["a", "b"], ["a"]] }, points, labels),
      /it has 2 rows, one of 1/,
    );
    assert.throws(
      () => decisionRegions(split, points, labels, { resolution: 1 }),
      /resolution.*it was 1/,
    );
  });
});
