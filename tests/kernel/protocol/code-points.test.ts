import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { toCodePoints, toCodeUnits } from "../../../kernel/src/protocol/code-points.ts";

describe("offsets", () => {
  const text = "a😀b𝒳c";

  it("counts an astral character once in code points and twice in code units", () => {
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5].map((at) => toCodeUnits(text, at)),
      [0, 1, 3, 4, 6, 7],
    );
    assert.deepEqual(
      [0, 1, 3, 4, 6, 7].map((at) => toCodePoints(text, at)),
      [0, 1, 2, 3, 4, 5],
    );
  });

  it("goes back to the start of a character that an offset falls into", () => {
    assert.equal(toCodePoints(text, 2), 1);
  });

  it("clamps what lies outside", () => {
    assert.equal(toCodeUnits(text, Infinity), 7);
    assert.equal(toCodeUnits(text, -1), 0);
    assert.equal(toCodePoints(text, 99), 5);
  });
});
