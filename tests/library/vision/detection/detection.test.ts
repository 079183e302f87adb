import assert from "node:assert/strict";
import {
  assignTargets,
  cocoEvaluate,
  decodeBoxes,
  decodeYolo,
  encodeBoxes,
  encodeYolo,
  gridAnchors,
  iou,
  iouMatrix,
  kmeansAnchors,
  nonMaxSuppression,
  softNms,
  type Shape,
  type XYXY,
} from "../../../../library/src/vision/index.ts";
import { closeAll } from "../close.ts";
import { randomBox, randomNumbers } from "../random.ts";

const random = randomNumbers(3);
const boxes = Array.from({ length: 60 }, (): XYXY => randomBox(random));

describe("detectors", () => {
  it("decode what they encoded", () => {
    const anchors = boxes.toReversed();
    closeAll(decodeBoxes(encodeBoxes(boxes, anchors), anchors), boxes, 1e-9);
    const options = {
      stride: 8,
      anchors: [
        [10, 10],
        [20, 12],
        [12, 25],
      ] as Shape[],
    };
    for (const box of boxes) {
      const target = encodeYolo(box, options);
      closeAll(decodeYolo(target, options), box, 1e-9);
      assert.ok(target.values[0] >= 0 && target.values[0] < 1);
    }
  });

  it("keep a box small whatever the network says", () => {
    const [box] = decodeBoxes([[0, 0, 1000, 1000]], [[0, 0, 16, 16]]);
    closeAll([box[2] - box[0], box[3] - box[1]], [1000, 1000], 1e-9);
  });

  it("assign each anchor by the overlaps, and each truth at least one anchor", () => {
    const anchors = gridAnchors({ width: 100, height: 100, stride: 10, sizes: [12, 24] });
    const truth = boxes.slice(0, 6);
    const targets = assignTargets(anchors, truth);
    const overlaps = iouMatrix(anchors, truth);
    for (const [a, target] of targets.entries()) {
      const best = Math.max(...overlaps[a]);
      if (best >= 0.5) assert.equal(overlaps[a][target], best);
      else if (target >= 0)
        assert.ok(truth.some((_, t) => overlaps[a][t] === Math.max(...overlaps.map((r) => r[t]))));
      else assert.equal(target, best < 0.4 ? -1 : -2);
    }
    const unforced = assignTargets(anchors, truth, {
      forceBest: false,
      positive: 0.9,
      negative: 0.8,
    });
    assert.ok(unforced.every((target) => target < 0));
    assert.deepEqual(Array.from(assignTargets(anchors, []).filter((t) => t !== -1)), []);
  });

  it("find the shapes of groups of boxes by k-means, the same for the same seed", () => {
    const shapes: Shape[] = [
      [10, 10],
      [40, 20],
      [20, 60],
    ];
    const scattered = Array.from({ length: 90 }, (_, i): XYXY => {
      const [w, h] = shapes[i % 3];
      return [0, 0, w * (0.9 + 0.2 * random()), h * (0.9 + 0.2 * random())];
    });
    const { anchors, meanIoU } = kmeansAnchors(scattered, { k: 3, seed: 4 });
    for (const [i, [w, h]] of anchors.entries())
      assert.ok(iou([0, 0, w, h], [0, 0, ...shapes[i]]) > 0.9, `${w} × ${h}`);
    assert.ok(meanIoU > 0.85);
    assert.deepEqual(kmeansAnchors(scattered, { k: 3, seed: 4 }).anchors, anchors);
    const one = kmeansAnchors(scattered, { k: 1 }).meanIoU;
    assert.ok(one < meanIoU, "more anchors fit better");
  });

  it("lower the scores of crowded boxes and leave the caller's alone", () => {
    const found = boxes.map((box, i) => ({ box, label: i % 2, score: 0.2 + (i % 40) / 50, id: i }));
    const kept = softNms(found);
    assert.equal(kept[0].score, Math.max(...found.map(({ score }) => score)));
    assert.ok(kept.every(({ id, score }) => score <= found[id].score));
    assert.ok(kept.length > nonMaxSuppression(found).length);
    assert.equal(found[3].score, 0.2 + 3 / 50);
  });

  it("have all numbers 1 when they give back the truth, and name what is broken", () => {
    const truth = [boxes.slice(0, 3).map((box) => ({ box, label: "a" })), []];
    const found = truth.map((list) => list.map((one) => ({ ...one, score: 0.5 })));
    const { AP, AR100, APLarge, classes } = cocoEvaluate(truth, found);
    assert.deepEqual([AP, AR100, APLarge, classes.length], [1, 1, NaN, 1]);
    assert.ok(Number.isNaN(cocoEvaluate([[]], [[]]).AP));
    assert.throws(() => cocoEvaluate(truth, found, { by: "mask" }), /label a .* has none/);
    assert.throws(() => cocoEvaluate(truth, found, { iouThresholds: [] }), /empty list/);
    assert.throws(() => cocoEvaluate([[]], []), /1 images and predictions for 0/);
    assert.throws(() => gridAnchors({ width: 8, height: 8, stride: 0, sizes: [4] }), /stride.*0/);
    assert.throws(() => kmeansAnchors([[0, 0, 1, 1]], { k: 2 }), /1 different shapes.* 2 anchors/);
    assert.throws(() => encodeBoxes([[0, 0, 1, 1]], []), /1 boxes for 0 anchors/);
    assert.throws(() => assignTargets([], [], { positive: 0.3, negative: 0.4 }), /0.4.*0.3/);
    assert.throws(
      () => softNms([], { method: "hard" as "linear" }),
      /"gaussian", "linear".*"hard"/,
    );
  });
});
