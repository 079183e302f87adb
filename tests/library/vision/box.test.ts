import assert from "node:assert/strict";
import { cxcywhToXyxy, xyxyToCxcywh } from "../../../library/src/vision/index.ts";

describe("box formats", () => {
  it("turns a centre and a size into corners, and back", () => {
    assert.deepEqual(cxcywhToXyxy([5, 5, 4, 2]), [3, 4, 7, 6]);
    assert.deepEqual(xyxyToCxcywh([3, 4, 7, 6]), [5, 5, 4, 2]);
    assert.deepEqual(xyxyToCxcywh(cxcywhToXyxy([0.25, 0.5, 0.125, 0])), [0.25, 0.5, 0.125, 0]);
  });

  it("names the value when corners are in the wrong order, and the remedy", () => {
    assert.throws(() => xyxyToCxcywh([7, 4, 3, 6]), /x1 ≥ x0.*\[7, 4, 3, 6\].*cxcywhToXyxy/);
    assert.throws(() => xyxyToCxcywh([3, 6, 7, 4]), /y1 ≥ y0.*\[3, 6, 7, 4\]/);
  });

  it("refuses negative sizes, NaN, infinities and other lengths", () => {
    assert.throws(() => cxcywhToXyxy([1, 1, -1, 1]), /0 or more.*\[1, 1, -1, 1\]/);
    assert.throws(() => cxcywhToXyxy([NaN, 1, 1, 1]), /four finite numbers.*\[NaN, 1, 1, 1\]/);
    assert.throws(() => xyxyToCxcywh([0, 0, Infinity, 1]), /four finite numbers/);
    assert.throws(() => xyxyToCxcywh([0, 0, 1] as never), /four finite numbers.*\[0, 0, 1\]/);
    assert.throws(() => xyxyToCxcywh("box" as never), /four finite numbers.*got box/);
  });
});
