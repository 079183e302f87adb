import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-node";
import { nonMaxSuppression } from "../../../library/src/vision/index.ts";
import type { ScoredBox } from "../../../library/src/vision/index.ts";
import { randomBox, randomNumbers } from "./random.ts";

function crowd(seed: number, size: number): ScoredBox[] {
  const random = randomNumbers(seed);
  return Array.from({ length: size }, () => ({
    box: randomBox(random),
    score: Math.round(random() * 1000) / 1000,
    label: random() < 0.5 ? "a" : "b",
  }));
}

/** Indices that TensorFlow keeps; it wants [y0, x0, y1, x1]. */
function tensorflowKeeps(
  boxes: readonly ScoredBox[],
  most: number,
  iou: number,
  score: number,
): number[] {
  return tf.tidy(() => {
    const corners = tf.tensor2d(boxes.map(({ box: [x0, y0, x1, y1] }) => [y0, x0, y1, x1]));
    const scores = boxes.map((box) => box.score);
    return Array.from(tf.image.nonMaxSuppression(corners, scores, most, iou, score).dataSync());
  });
}

describe("nonMaxSuppression", () => {
  it("keeps what TensorFlow's own function keeps, in its order", () => {
    let suppressed = 0;
    for (let seed = 1; seed <= 30; seed++) {
      const boxes = crowd(seed, 60);
      const iouThreshold = [0.1, 0.3, 0.5, 0.7][seed % 4] ?? 0.5;
      const scoreThreshold = seed % 3 === 0 ? 0.4 : 0;
      const maxOutput = seed % 5 === 0 ? 7 : 60;
      const ours = nonMaxSuppression(boxes, {
        iouThreshold,
        scoreThreshold,
        maxOutput,
        perClass: false,
      });
      const theirs = tensorflowKeeps(boxes, maxOutput, iouThreshold, scoreThreshold);
      assert.deepEqual(
        ours.map((box) => boxes.indexOf(box)),
        theirs,
        `seed ${String(seed)}`,
      );
      if (scoreThreshold === 0 && maxOutput === 60) suppressed += 60 - theirs.length;
    }
    assert.ok(suppressed > 200, `only ${String(suppressed)} boxes were suppressed`);
  });

  it("by class, keeps what running each class alone keeps", () => {
    const boxes = crowd(99, 80);
    const kept = new Set(nonMaxSuppression(boxes, { iouThreshold: 0.3 }));
    for (const label of ["a", "b"]) {
      const alone = nonMaxSuppression(
        boxes.filter((box) => box.label === label),
        { iouThreshold: 0.3, perClass: false },
      );
      assert.deepEqual(new Set(alone), new Set([...kept].filter((box) => box.label === label)));
    }
    assert.ok(kept.size > nonMaxSuppression(boxes, { iouThreshold: 0.3, perClass: false }).length);
  });

  it("takes the earlier of two equal scores", () => {
    const first = { box: [0, 0, 10, 10], label: 1, score: 0.5 } as const;
    const second = { box: [1, 0, 11, 10], label: 1, score: 0.5 } as const;
    assert.deepEqual(nonMaxSuppression([first, second]), [first]);
    assert.deepEqual(nonMaxSuppression([second, first]), [second]);
  });

  it("returns the caller's own objects, with whatever else they hold, and changes nothing", () => {
    const boxes = [
      { box: [0, 0, 1, 1] as const, label: "x", score: 0.1, cell: 7 },
      { box: [5, 5, 6, 6] as const, label: "x", score: 0.9, cell: 8 },
    ];
    assert.deepEqual(
      nonMaxSuppression(boxes).map(({ cell }) => cell),
      [8, 7],
    );
    assert.deepEqual(
      boxes.map(({ cell }) => cell),
      [7, 8],
    );
  });

  it("keeps nothing of nothing", () => {
    assert.deepEqual(nonMaxSuppression([]), []);
  });

  it("names a missing score, a threshold out of range and a broken box", () => {
    const box = { box: [0, 0, 1, 1], label: 1, score: NaN } as const;
    assert.throws(() => nonMaxSuppression([box]), /Box 0 has the score NaN/);
    assert.throws(() => nonMaxSuppression([], { iouThreshold: 1.5 }), /iouThreshold.*0 to 1.*1.5/);
    assert.throws(
      () => nonMaxSuppression([{ ...box, score: 1, box: [1, 0, 0, 1] }]),
      /\[1, 0, 0, 1\]/,
    );
  });
});
