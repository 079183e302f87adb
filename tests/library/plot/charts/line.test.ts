import assert from "node:assert/strict";
import { line } from "../../../../library/src/plot/index.ts";
import { assertValidSpec } from "../valid-spec.ts";

const days = Array.from({ length: 40 }, (_, i) => ({
  day: new Date(Date.UTC(2024, 0, 1 + i)),
  low: i % 5,
  high: 9 + (i % 7),
  city: i % 2 ? "Oslo" : "Rome",
}));

describe("line", () => {
  it("makes valid specs for one line and several, short and long", () => {
    assertValidSpec(line([3, 1, 2]));
    assertValidSpec(line(days, { x: "day", y: "low" }));
    assertValidSpec(line(days, { x: "day", y: ["low", "high"], yTitle: "Temperature (°C)" }));
    assertValidSpec(line(days, { x: "day", y: "low", color: "city", points: false }));
    assertValidSpec(
      line(
        [
          { q: "first", v: 1 },
          { q: "second", v: 2 },
        ],
        { x: "q", y: "v" },
      ),
    );
  });

  it("goes in the order of x, whatever the order of the rows", () => {
    const { values } = line(
      [
        { x: 3, y: 1 },
        { x: 1, y: 2 },
        { x: 2, y: 3 },
      ],
      { x: "x", y: "y" },
    ).spec.data;
    assert.deepEqual(
      values.map(({ x }) => x),
      [1, 2, 3],
    );
  });

  it("turns several columns into as many lines, in colour and dash", () => {
    const { spec, alt } = line(
      { t: [0, 1], a: [1, 2], b: [3, 4] },
      { x: "t", y: ["a", "b"], points: false },
    );
    assert.deepEqual(spec.data.values, [
      { t: 0, value: 1, column: "a" },
      { t: 1, value: 2, column: "a" },
      { t: 0, value: 3, column: "b" },
      { t: 1, value: 4, column: "b" },
    ]);
    assert.equal(spec.encoding["strokeDash"]?.["field"], "column");
    assert.match(alt, /2 lines/);
  });

  it("keeps the peaks of a long line and says how many points it drew", () => {
    const values = Array.from({ length: 30_000 }, (_, i) =>
      i === 12_345 ? 100 : Math.cos(i / 900),
    );
    const { spec, alt } = line(values);
    assert.ok(spec.data.values.length <= 2000);
    assert.ok(spec.data.values.some(({ index, value }) => index === 12_345 && value === 100));
    assert.match(alt, /The outline of 30,000 points, drawn through [\d,]+\./);
  });

  it("refuses text as heights and colour beside several columns", () => {
    assert.throws(
      () => line([{ x: 1, y: "tall" }], { x: "x", y: "y" }),
      /Column 'y' must hold numbers; row 0 holds "tall"/,
    );
    assert.throws(
      () => line(days, { x: "day", y: ["low", "high"], color: "city" }),
      /leave the option color out/,
    );
  });
});
