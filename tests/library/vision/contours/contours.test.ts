import assert from "node:assert/strict";
import { describe, it } from "mocha";
import {
  approximatePolygon,
  contourArea,
  contourMoments,
  convexHull,
  findContours,
  houghCircles,
  houghLines,
  huMoments,
  minAreaRect,
  minEnclosingCircle,
} from "../../../../library/src/vision/index.ts";

describe("outlines", () => {
  it("of nothing, of one pixel and of a line", () => {
    assert.deepEqual(findContours([[0, 0]]), []);
    assert.deepEqual(findContours([[0, 1]]), [{ points: [[1, 0]], hole: false, parent: -1 }]);
    assert.deepEqual(findContours([[1, 1, 1]])[0].points, [
      [0, 0],
      [1, 0],
      [2, 0],
      [1, 0],
    ]);
  });

  it("have measures though they have no area", () => {
    const line = [
      [1, 1],
      [4, 5],
    ] as const;
    assert.equal(contourArea(line), 0);
    assert.deepEqual(minEnclosingCircle(line), { center: [2.5, 3], radius: 2.5 });
    assert.ok(Math.abs(minAreaRect(line).size[0] - 5) < 1e-9 || minAreaRect(line).size[1] > 4);
    assert.deepEqual(
      convexHull([
        [3, 3],
        [3, 3],
      ]),
      [[3, 3]],
    );
    assert.deepEqual(minAreaRect([[3, 3]]).size, [0, 0]);
    assert.ok(huMoments(contourMoments(line)).every((value) => value === 0));
    assert.deepEqual(approximatePolygon([[2, 2]], 1), [[2, 2]]);
  });

  it("say what does not fit", () => {
    assert.throws(() => contourArea([]), /no points/u);
    assert.throws(() => convexHull([[1, NaN]]), /\[1, NaN\]/u);
    assert.throws(() => approximatePolygon([[1, 1]], -1), /epsilon is 0 or more; it was -1/u);
    assert.throws(() => findContours([[1]], { mode: "tree" as "all" }), /it was "tree"/u);
    assert.throws(
      () => houghCircles([[1]], { radii: [5, 3] }),
      /radii is a whole number of 5 or more; it was 3/u,
    );
    assert.throws(() => houghLines([[1]], { threshold: 1, rho: 0 }), /rho is a number above 0/u);
  });
});
