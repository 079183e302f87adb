import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { calibratedBar, holds } from "../../../scripts/lessons/calibrate/bar.ts";

describe("a calibrated bar", () => {
  const accuracy = { metric: "accuracy", values: [0.98, 0.969, 0.988, 0.975, 0.981] };

  it("lies half the spread below the worst seed, rounded away", () => {
    const bar = calibratedBar(accuracy, { metric: "accuracy", atLeast: 0.97 });
    const calibrated = { seeds: 5, worst: 0.969, best: 0.988 };
    assert.deepEqual(bar, { metric: "accuracy", atLeast: 0.95, calibrated });
    assert.ok(holds(accuracy, bar));
  });

  it("lies above where less is better, however small the numbers are", () => {
    const error = { metric: "error", values: [2e-3, 3e-3] };
    assert.equal(calibratedBar(error, { metric: "error", atMost: 1 }).atMost, 3.5e-3);
    const tiny = { metric: "error", values: [2e-7, 3e-7] };
    assert.equal(calibratedBar(tiny, { metric: "error", atMost: 1e-7 }).atMost, 3.5e-7);
    const loss = { metric: "loss", values: [123.4, 150.1] };
    assert.equal(calibratedBar(loss, { metric: "loss", atMost: 1 }).atMost, 170);
  });

  it("stays where only rounding differs", () => {
    const rounding = { metric: "gap", values: [2e-7, 3e-7] };
    assert.equal(calibratedBar(rounding, { metric: "gap", atMost: 1e-5 }).atMost, 1e-5);
  });

  it("stays where nothing was left to chance", () => {
    const same = { metric: "gap", values: [1e-12, 1e-12] };
    assert.equal(calibratedBar(same, { metric: "gap", atMost: 1e-9 }).atMost, 1e-9);
    const count = { metric: "rows", values: [344, 344] };
    assert.equal(calibratedBar(count, { metric: "rows", equals: 344 }).equals, 344);
  });

  it("is refused where there is none", () => {
    const lost = { metric: "auc", values: [0.9, NaN] };
    assert.throws(() => calibratedBar(lost, { metric: "auc", atLeast: 0.5 }), /auc is NaN/);
    const rows = { metric: "rows", values: [344, 343] };
    assert.throws(() => calibratedBar(rows, { metric: "rows", equals: 344 }), /not 344/);
  });

  it("tells whether the old one holds", () => {
    assert.equal(holds(accuracy, { metric: "accuracy", atLeast: 0.97 }), false);
    assert.equal(holds(accuracy, { metric: "accuracy", atLeast: 0.969 }), true);
    assert.equal(holds(accuracy, { metric: "accuracy", atMost: 0.98 }), false);
  });
});
