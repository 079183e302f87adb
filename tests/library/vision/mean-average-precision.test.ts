import assert from "node:assert/strict";
import { cocoThresholds, meanAveragePrecision } from "../../../library/src/vision/index.ts";
import { close } from "./close.ts";
import { readFixture } from "./fixtures.ts";

const { truth, found, voc, coco } = readFixture("detection");

describe("meanAveragePrecision", () => {
  it("agrees with mean-average-precision (VOC)", () => {
    for (const threshold of ["0.3", "0.5", "0.75"] as const) {
      close(
        meanAveragePrecision(truth, found, { iouThreshold: Number(threshold) }).mAP,
        voc[threshold].mAP,
        1e-6,
      );
    }
  });

  it("agrees with pycocotools: mean over .5:.95, at .5 and at .75", () => {
    close(meanAveragePrecision(truth, found, { style: "coco" }).mAP, coco.mAP);
    close(meanAveragePrecision(truth, found, { style: "coco", iouThreshold: 0.5 }).mAP, coco.mAP50);
    close(
      meanAveragePrecision(truth, found, { style: "coco", iouThreshold: 0.75 }).mAP,
      coco.mAP75,
    );
    assert.deepEqual(cocoThresholds, [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95]);
  });

  it("lists each annotated class with its counts, and no other", () => {
    const { classes } = meanAveragePrecision(truth, found);
    assert.deepEqual(classes.map(({ label }) => Number(label)).sort(), [0, 1, 2]);
    assert.ok(
      found.flat().some(({ label }) => label === 3),
      "the fixture detects a class that nobody annotated",
    );
    assert.equal(
      classes.reduce((sum, { truths }) => sum + truths, 0),
      truth.flat().length,
    );
  });

  it("is NaN without any annotation", () => {
    assert.ok(Number.isNaN(meanAveragePrecision([[]], [[]]).mAP));
    assert.deepEqual(meanAveragePrecision([], []).classes, []);
  });

  it("names an empty list of thresholds and differing numbers of images", () => {
    assert.throws(
      () => meanAveragePrecision([[]], [[]], { iouThreshold: [] }),
      /iouThreshold is an empty list/,
    );
    assert.throws(() => meanAveragePrecision([[]], []), /1 images and predictions for 0/);
  });
});
