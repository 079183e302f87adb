import assert from "node:assert/strict";
import {
  boxAroundPoints,
  ciou,
  clipBox,
  convertBoxes,
  denormalizeBox,
  diou,
  giou,
  iou,
  normalizeBox,
  overlapMatrix,
  xywhToXyxy,
} from "../../../../library/src/vision/index.ts";
import { close, closeAll } from "../close.ts";
import { randomBox, randomNumbers } from "../random.ts";

const random = randomNumbers(8);
const pairs = Array.from({ length: 100 }, () => [randomBox(random), randomBox(random)] as const);

describe("overlap of boxes", () => {
  it("is 1 for equal boxes, and the same both ways", () => {
    for (const [a, b] of pairs)
      for (const measure of [giou, diou, ciou]) {
        close(measure(a, a), 1);
        close(measure(a, b), measure(b, a));
        assert.ok(measure(a, b) <= iou(a, b) + 1e-12);
      }
  });

  it("falls as boxes that are apart move away", () => {
    const far = [10, 20, 40].map((x) => [giou, diou].map((f) => f([0, 0, 4, 4], [x, 0, x + 4, 4])));
    assert.ok(far[0][0] > far[1][0] && far[1][0] > far[2][0]);
    assert.ok(far[0][1] > far[1][1] && far[1][1] > far[2][1]);
  });

  it("counts the ratio by the paper's formula", () => {
    // IoU 8/24, centres alike; v = 4/pi² (atan 2 - atan 1/2)², alpha = v / (1 - IoU + v).
    const v = (4 / Math.PI ** 2) * (Math.atan(2) - Math.atan(0.5)) ** 2;
    const shared = 4 / 12;
    close(ciou([0, 1, 4, 3], [1, 0, 3, 4]), shared - (v * v) / (1 - shared + v));
  });

  it("of boxes without area is 0, and names the fault where it cannot be said", () => {
    assert.equal(giou([1, 1, 1, 1], [1, 1, 1, 1]), 0);
    assert.equal(diou([1, 1, 1, 1], [1, 1, 1, 1]), 0);
    assert.throws(() => ciou([0, 0, 1, 0], [0, 0, 1, 1]), /height above 0.*\[0, 0, 1, 0\]/);
    assert.throws(() => overlapMatrix([], [], "iuo" as "iou"), /"giou".*"iuo"/);
  });
});

describe("boxes in other forms", () => {
  it("come back from parts of the picture", () => {
    const size = { width: 200, height: 80 };
    for (const [a] of pairs) closeAll(denormalizeBox(normalizeBox(a, size), size), a);
  });

  it("end at the picture's edge", () => {
    assert.deepEqual(clipBox([50, 50, 60, 60], { width: 10, height: 10 }), [10, 10, 10, 10]);
    assert.throws(() => clipBox([0, 0, 1, 1], { width: 0, height: 4 }), /0 × 4/);
  });

  it("name what is no box", () => {
    assert.throws(() => xywhToXyxy([1, 2, -3, 4]), /width and a height.*\[1, 2, -3, 4\]/);
    assert.throws(() => convertBoxes([], { from: "xy" as "xyxy" }), /"xywh".*"xy"/);
    assert.throws(() => boxAroundPoints([]), /no points/);
  });
});
