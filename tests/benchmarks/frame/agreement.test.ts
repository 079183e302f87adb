import assert from "node:assert/strict";
import { disagreements } from "../../../benchmarks/frame/agreement.ts";

describe("benchmarks: agreement with the oracle", () => {
  const oracle = { read: [100, 60.5], merge: [10] };

  it("allows for rounding and for what was not done", () => {
    assert.deepEqual(disagreements("peer", { read: [100, 60.500_000_1] }, oracle), []);
  });

  it("names what differs, also where numbers are missing or not numbers", () => {
    assert.deepEqual(disagreements("peer", { read: [100, 59], merge: [10] }, oracle), [
      "read: peer has 100, 59, not 100, 60.5",
    ]);
    assert.equal(disagreements("peer", { merge: [] }, oracle).length, 1);
    assert.equal(disagreements("peer", { merge: [Number.NaN] }, oracle).length, 1);
  });
});
