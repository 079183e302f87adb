import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { line, scatter } from "../../../../library/src/plot/index.ts";
import { assertValidSpec } from "../valid-spec.ts";

const losses = [
  { step: 0, loss: 100 },
  { step: 1, loss: 0 },
  { step: 10, loss: 0.01 },
];

describe("logarithmic axes", () => {
  for (const [name, plot] of Object.entries({ line, scatter })) {
    it(`${name}: leaves out what has no logarithm, and says so`, () => {
      const chart = plot(losses, { x: "step", y: "loss", yScale: "log" });
      assertValidSpec(chart);
      assert.deepEqual(
        chart.spec.data.values.map(({ loss }) => loss),
        [100, 0.01],
      );
      assert.match(JSON.stringify(chart.spec), /"type":"log"/);
      assert.match(JSON.stringify(chart.spec), /1 of 3 rows are not above 0/);
    });

    it(`${name}: has one along each axis`, () => {
      const chart = plot(losses, { x: "step", y: "loss", xScale: "log", yScale: "log" });
      assert.deepEqual(
        chart.spec.data.values.map(({ step }) => step),
        [10],
      );
      assert.doesNotMatch(JSON.stringify(plot(losses, { x: "step", y: "loss" }).spec), /"log"/);
    });

    it(`${name}: refuses data of which nothing is above 0`, () => {
      const none = [{ x: 1, y: 0 }];
      assert.throws(() => plot(none, { x: "x", y: "y", yScale: "log" }), /y has none.*"linear"/);
    });
  }
});
