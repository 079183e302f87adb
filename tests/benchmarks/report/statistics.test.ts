import assert from "node:assert/strict";
import { median, pairedRatio, summarise } from "../../../benchmarks/report/statistics.ts";

describe("benchmarks: statistics", () => {
  it("takes the middle value, by size and not as text", () => {
    assert.equal(median([10, 9, 100]), 10);
    assert.equal(median([4, 1, 3, 2]), 2.5);
    assert.equal(median([7]), 7);
    assert.throws(() => median([]), /no median of no numbers/u);
  });

  it("leaves the samples in their order", () => {
    const samples = [3, 1, 2];
    assert.deepEqual(summarise(samples), { min: 1, median: 2, max: 3 });
    assert.deepEqual(samples, [3, 1, 2]);
  });

  it("compares a round with itself, so that a slow round changes no ratio", () => {
    const peer = new Map([
      [0, 2],
      [1, 20],
      [2, 2],
    ]);
    const baseline = new Map([
      [0, 1],
      [1, 10],
      [2, 1],
    ]);
    assert.equal(pairedRatio(peer, baseline), 2);
    assert.equal(pairedRatio(new Map([[1, 20]]), baseline), 2);
  });

  it("has no ratio where no round has both", () => {
    assert.equal(pairedRatio(new Map([[0, 2]]), new Map([[1, 1]])), undefined);
    assert.equal(pairedRatio(new Map([[0, 2]]), new Map([[0, 0]])), undefined);
  });
});
