import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-node";
import { dice, maskIoU, meanMaskIoU } from "../../../library/src/vision/index.ts";
import { close } from "./close.ts";
import { readFixture } from "./fixtures.ts";

const fixture = readFixture("masks");

describe("mask metrics", () => {
  it("agree with scikit-learn's jaccard_score and f1_score, empty masks included", () => {
    for (const { truth, prediction, iou, dice: f1 } of fixture.binary) {
      close(maskIoU(truth, prediction), iou);
      close(dice(truth, prediction), f1);
    }
    assert.equal(fixture.binary.at(-1)?.iou, 1, "the last case is two empty masks");
  });

  it("agree for each class of masks of class numbers, and for their mean", () => {
    const { truth, prediction, iou, dice: f1, meanIou, meanIouWithout0 } = fixture.classes;
    iou.forEach((value, label) => close(maskIoU(truth, prediction, { label }), value));
    f1.forEach((value, label) => close(dice(truth, prediction, { label }), value));
    close(meanMaskIoU(truth, prediction), meanIou);
    close(meanMaskIoU(truth, prediction, { classes: [1, 2, 3] }), meanIouWithout0);
  });

  it("read tensors, flat values with a shape and nested arrays alike, and leave no tensor behind", () => {
    const nested = [
      [1, 1],
      [0, 0],
    ];
    const other = [
      [1, 0],
      [0, 0],
    ];
    const tensor = tf.tensor2d(nested, [2, 2], "int32");
    const probabilities = tf.tensor2d([
      [0.9, 0.2],
      [0.1, 0.4],
    ]);
    const before = tf.memory().numTensors;
    assert.equal(maskIoU(tensor, other), 0.5);
    assert.equal(maskIoU({ data: new Uint8Array([1, 1, 0, 0]), shape: [2, 2] }, other), 0.5);
    assert.equal(
      maskIoU(
        [
          [true, true],
          [false, false],
        ],
        other,
      ),
      0.5,
    );
    assert.equal(maskIoU(tensor, probabilities, { threshold: 0.5 }), 0.5);
    assert.equal(maskIoU(new Uint8Array([1, 1]), [1, 0]), 0.5);
    assert.equal(tf.memory().numTensors, before);
    tf.dispose([tensor, probabilities]);
  });

  it("name values, shapes and options that do not fit", () => {
    assert.throws(() => maskIoU([[0.3]], [[1]]), /0 and 1; it has 0.3.*threshold/);
    assert.throws(() => dice([[2]], [[1]]), /it has 2/);
    assert.throws(() => maskIoU([[1, 0]], [[1], [0]]), /\[1, 2\] and \[2, 1\]/);
    assert.throws(
      () =>
        maskIoU(
          [[1, 0], [1]],
          [
            [1, 0],
            [1, 0],
          ],
        ),
      /rows of different lengths \(2 and 1\)/,
    );
    assert.throws(() => maskIoU([[NaN]], [[1]], { threshold: 0.5 }), /NaN/);
    assert.throws(
      () => maskIoU([[1]], [[1]], { threshold: 0.5, label: 1 }),
      /leave one option out/,
    );
    assert.throws(
      () =>
        maskIoU({ data: [1, 0, 1], shape: [2, 2] }, [
          [1, 0],
          [1, 0],
        ]),
      /3 values.*\[2, 2\] holds 4/,
    );
    assert.throws(() => maskIoU("mask" as never, [[1]]), /must be a tensor.*got a string/);
    assert.throws(() => meanMaskIoU([[1]], [[1]], { classes: [] }), /no class/);
  });
});
