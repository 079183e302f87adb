import assert from "node:assert/strict";
import { describe, it } from "mocha";
import {
  connectedComponents,
  dilate,
  distanceTransform,
  erode,
  floodFill,
  hitOrMiss,
  structuringElement,
  watershed,
} from "../../../../library/src/vision/index.ts";

describe("regions and shapes", () => {
  it("know an image without anything in it, and one that is full", () => {
    assert.deepEqual(connectedComponents([[0, 0]]).components, []);
    assert.deepEqual(distanceTransform([[1, 1]]).rows(), [[Infinity, Infinity]]);
    assert.equal(
      connectedComponents([
        [1, 1],
        [1, 1],
      ]).components[0].area,
      4,
    );
  });

  it("erode beside the edge as if nothing were outside", () => {
    assert.deepEqual(erode([[1, 1]]).rows(), [[1, 1]]);
    assert.deepEqual(dilate([[-1, -1]]).rows(), [[-1, -1]]);
  });

  it("say what does not fit", () => {
    assert.throws(() => erode([[1]], [[0]]), /at least one 1/u);
    assert.throws(() => erode([[1]], [1, 1]), /\[rows, columns\].*\[2\]/u);
    assert.throws(() => dilate([[1]], undefined, -1), /iterations is a whole number of 0/u);
    assert.throws(() => hitOrMiss([[1]], [[0, 0]]), /all 0/u);
    assert.throws(() => structuringElement("disk" as "rect", 3), /"ellipse"; it was "disk"/u);
    assert.throws(() => connectedComponents([[[1, 2, 3]]]), /one channel; this one has 3/u);
    assert.throws(() => connectedComponents([[1]], { connectivity: 6 as 4 }), /4 or 8; it was 6/u);
    assert.throws(() => floodFill([[1]], [1, 0], 3), /no pixel \(0, 1\)/u);
    assert.throws(() => floodFill([[1]], [0, 0], [3, 4]), /1 channels; the colour has 2/u);
    assert.throws(() => watershed([[1, 2]], [[0, 0]]), /no marker/u);
    assert.throws(() => watershed([[1, 2]], [[1]]), /markers are 1 × 1 and the image 1 × 2/u);
  });
});
