import assert from "node:assert/strict";
import { iou, iouMatrix } from "../../../library/src/vision/index.ts";
import { close } from "./close.ts";
import { readFixture } from "./fixtures.ts";

describe("iou", () => {
  it("agrees with pycocotools on every pair", () => {
    const { a, b, matrix } = readFixture("detection").iou;
    const ours = iouMatrix(a, b);
    assert.deepEqual([ours.length, ours[0]?.length], [12, 8]);
    matrix.forEach((row, i) => row.forEach((value, j) => close(ours[i]?.[j] ?? NaN, value, 1e-12)));
    assert.ok(
      matrix.flat().some((value) => value > 0.5),
      "the fixture has boxes that overlap well",
    );
  });

  it("is a third for two squares that share a half", () => {
    close(iou([0, 0, 2, 2], [1, 0, 3, 2]), 1 / 3);
  });

  it("is 0 apart, 0 where only edges touch, 1 for the same box", () => {
    assert.equal(iou([0, 0, 1, 1], [2, 2, 3, 3]), 0);
    assert.equal(iou([0, 0, 1, 1], [1, 0, 2, 1]), 0);
    assert.equal(iou([0.1, 0.2, 3, 4], [0.1, 0.2, 3, 4]), 1);
  });

  it("is 0, not NaN, for boxes without area", () => {
    assert.equal(iou([1, 1, 1, 1], [1, 1, 1, 1]), 0);
    assert.equal(iou([1, 0, 1, 5], [0, 0, 5, 5]), 0);
  });

  it("takes labelled boxes as well", () => {
    assert.equal(iou({ box: [0, 0, 2, 2], label: "cat" }, [0, 0, 2, 1]), 0.5);
  });

  it("gives no rows for no boxes", () => {
    assert.deepEqual(iouMatrix([], [[0, 0, 1, 1]]), []);
    assert.deepEqual(iouMatrix([[0, 0, 1, 1]], []), [[]]);
  });

  it("names a broken box", () => {
    assert.throws(() => iou([2, 0, 1, 1], [0, 0, 1, 1]), /\[2, 0, 1, 1\]/);
    assert.throws(() => iouMatrix([[0, 0, 1, NaN]], []), /\[0, 0, 1, NaN\]/);
  });
});
