import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { DataFrame } from "../../../../library/src/frame/index.ts";
import { readMatrix } from "../../../../library/src/learn/matrix/index.ts";

describe("a frame read as a matrix", () => {
  it("keeps whole numbers, floats of both sizes, truth values and what is missing", () => {
    const frame = new DataFrame({
      whole: [1, 2, 3],
      float: [0.5, -0, Number.NaN],
      short: [0.1, 2, 3],
      truth: [true, false, true],
      holes: [1.5, null, 2.5],
    }).asType("short", "float32");
    const { data, names } = readMatrix(frame, "It");
    assert.deepEqual(names, ["whole", "float", "short", "truth", "holes"]);
    const short = Math.fround(0.1);
    assert.deepEqual([...data], [1, 0.5, short, 1, 1.5, 2, -0, 2, 0, NaN, 3, NaN, 3, 1, 2.5]);
  });

  it("is a copy", () => {
    const frame = new DataFrame({ a: [0.5, 1.5] });
    readMatrix(frame, "It").data.fill(9);
    assert.deepEqual(frame.column("a").values, [0.5, 1.5]);
  });
});
