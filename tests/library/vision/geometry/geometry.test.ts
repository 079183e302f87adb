import assert from "node:assert/strict";
import { describe, it } from "mocha";
import {
  affineFromPoints,
  crop,
  gaussianPyramid,
  pad,
  pyramidUp,
  remap,
  resize,
  rotate,
  rotate90,
  warpAffine,
} from "../../../../library/src/vision/index.ts";

const image = [
  [1, 2, 3, 4],
  [5, 6, 7, 8],
];

describe("sizes, places and angles", () => {
  it("keep the proportions where one side is given", () => {
    assert.deepEqual(resize(image, { width: 8 }).shape, [4, 8, 1]);
    assert.deepEqual(resize(image, { height: 1 }).shape, [1, 2, 1]);
    assert.deepEqual(resize(image, { scale: 0.5 }).shape, [1, 2, 1]);
  });

  it("do nothing to the image they are given", () => {
    const before = structuredClone(image);
    rotate(image, 10);
    pad(image, { top: 1 });
    assert.deepEqual(image, before);
  });

  it("say what does not fit", () => {
    assert.throws(() => resize(image, {}), /needs a height, a width or a scale/u);
    assert.throws(() => resize(image, { scale: 2, width: 3 }), /not both/u);
    assert.throws(() => resize(image, { width: 2.5 }), /width is a whole number.*2\.5/u);
    assert.throws(
      () => resize(image, { width: 2, method: "cubic" as "area" }),
      /"bicubic".*it was "cubic"/u,
    );
    assert.throws(
      () => crop(image, { x: 3, y: 0, width: 2, height: 1 }),
      /4 wide and 2 high.*pad first/u,
    );
    assert.throws(() => pad(image, { top: -1 }), /top is a whole number of 0 or more; it was -1/u);
    assert.throws(() => pad(image, { top: 1, borderValue: [1, 2] }), /each of the 1 channels/u);
    assert.throws(() => rotate90(image, 0.5), /use rotate/u);
    assert.throws(() => rotate(image, NaN), /degrees is a finite number/u);
    assert.throws(
      () =>
        warpAffine(image, [
          [1, 0, 0],
          [2, 0, 0],
        ]),
      /no inverse/u,
    );
    assert.throws(() => warpAffine(image, [[1, 0, 0]] as never), /2 rows of 3/u);
    assert.throws(() => remap(image, [[1]], [[1, 2]]), /same size/u);
    assert.throws(
      () =>
        affineFromPoints(
          [
            [0, 0],
            [1, 1],
            [2, 2],
          ],
          [
            [0, 0],
            [1, 1],
            [2, 2],
          ],
        ),
      /on one line/u,
    );
    assert.throws(() => gaussianPyramid([[1]], 1), /one pixel after 0 levels/u);
    assert.throws(() => pyramidUp(image, { height: 9, width: 8 }), /doubles 2 × 4.*9 × 8/u);
  });
});
