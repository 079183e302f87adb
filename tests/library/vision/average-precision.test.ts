import assert from "node:assert/strict";
import { averagePrecision, precisionRecallCurve } from "../../../library/src/vision/index.ts";
import type { Box, ScoredBox } from "../../../library/src/vision/index.ts";
import { close } from "./close.ts";
import { readFixture } from "./fixtures.ts";

const { truth, found, voc, coco } = readFixture("detection");
const cat: Box = { box: [0, 0, 10, 10], label: "cat" };
const seen = (score: number, box: ScoredBox["box"] = cat.box): ScoredBox => ({
  box,
  label: "cat",
  score,
});

describe("averagePrecision", () => {
  it("agrees with mean-average-precision (VOC, all points) for each class at three IoUs", () => {
    for (const threshold of ["0.3", "0.5", "0.75"] as const) {
      voc[threshold].classes.forEach(({ ap }, label) => {
        // That program stores 32-bit floats.
        close(averagePrecision(truth, found, { iouThreshold: Number(threshold), label }), ap, 1e-6);
      });
    }
  });

  it("agrees with pycocotools (COCO, 101 levels) for each class", () => {
    coco.ap50PerClass.forEach((ap, label) =>
      close(averagePrecision(truth, found, { label, style: "coco" }), ap),
    );
  });

  it("is 1 for one good box, 0 for none found, NaN for nothing to find", () => {
    assert.equal(averagePrecision([[cat]], [[seen(0.9)]]), 1);
    assert.equal(averagePrecision([[cat]], [[]]), 0);
    assert.ok(Number.isNaN(averagePrecision([[]], [[seen(0.9)]])));
    assert.ok(Number.isNaN(averagePrecision([], [])));
  });

  it("counts a second detection of one object as wrong", () => {
    assert.equal(
      averagePrecision([[cat, { ...cat, box: [20, 20, 30, 30] }]], [[seen(0.9), seen(0.8)]]),
      0.5,
    );
    const points = precisionRecallCurve([[cat]], [[seen(0.9), seen(0.8)]]);
    assert.deepEqual(points, [
      { threshold: 0.9, precision: 1, recall: 1 },
      { threshold: 0.8, precision: 0.5, recall: 1 },
    ]);
  });

  it("accepts an overlap of exactly the threshold", () => {
    assert.equal(averagePrecision([[cat]], [[seen(1, [0, 0, 10, 5])]], { iouThreshold: 0.5 }), 1);
    assert.equal(averagePrecision([[cat]], [[seen(1, [0, 0, 10, 4.9])]], { iouThreshold: 0.5 }), 0);
  });

  it("tells the two rules apart where a better box has taken the nearest truth", () => {
    const near: Box = { ...cat, box: [2, 0, 12, 10] };
    const detections = [seen(0.9), seen(0.8, [0.5, 0, 10.5, 10])];
    assert.equal(averagePrecision([[cat, near]], [detections], { style: "voc" }), 0.5);
    assert.equal(averagePrecision([[cat, near]], [detections], { style: "coco" }), 1);
  });

  it("matches in the image where the box lies", () => {
    assert.equal(averagePrecision([[cat], []], [[], [seen(0.9)]]), 0);
  });
});

describe("precisionRecallCurve", () => {
  it("agrees with mean-average-precision at every point", () => {
    voc["0.5"].classes.forEach(({ precision, recall }, label) => {
      const points = precisionRecallCurve(truth, found, { label });
      assert.equal(points.length, precision.length);
      points.forEach((point, i) => {
        close(point.precision, precision[i] ?? NaN);
        close(point.recall, recall[i] ?? NaN);
      });
    });
  });

  it("names what is broken", () => {
    assert.throws(() => precisionRecallCurve([[], []], [[]]), /2 images and predictions for 1/);
    assert.throws(
      () => precisionRecallCurve([cat] as never, [[seen(1)]]),
      /Box\[\]\[\].*entry 0.*\[boxes\]/,
    );
    assert.throws(
      () => precisionRecallCurve([[cat]], [[cat]] as never),
      /Box 0 has the score undefined/,
    );
    assert.throws(
      () => averagePrecision([[cat]], [[seen(1)]], { iouThreshold: -1 }),
      /iouThreshold.*-1/,
    );
  });
});
