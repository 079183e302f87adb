import assert from "node:assert/strict";
import { differenceOf, lossTable } from "../../../benchmarks/nn/agreement.ts";

describe("benchmarks: whether peers do the same work", () => {
  const wanted = [2, 1.9, 1.8, 1.7, 1.6];

  it("takes losses that differ by rounding", () => {
    assert.equal(differenceOf([2.00001, 1.9, 1.8, 1.7, 1.605], wanted), undefined);
  });

  it("names the losses of one that starts elsewhere, learns otherwise or has none", () => {
    assert.match(differenceOf([2.1, 1.9, 1.8, 1.7, 1.6], wanted)!, /step 1 is 2.1, ours eager 2$/u);
    assert.match(differenceOf([2, 1.9, 1.8, 1.7, 1.5], wanted)!, /step 5 is 1.5, ours eager 1.6$/u);
    assert.match(differenceOf([NaN], wanted)!, /step 1 is NaN/u);
  });

  it("shows the first and the fifth loss of each", () => {
    const table = lossTable(["cnn"], ["ours", "theirs"], new Map([["cnn ours", wanted]]));
    assert.match(table, /cnn, step 1 +\| 2\.00000 \| +– \|/u);
    assert.match(table, /cnn, step 5 +\| 1\.60000 \| +– \|/u);
  });
});
