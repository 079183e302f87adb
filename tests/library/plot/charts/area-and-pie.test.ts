import assert from "node:assert/strict";
import { area, pie } from "../../../../library/src/plot/index.ts";
import { answers } from "../answers.ts";
import { assertValidSpec } from "../valid-spec.ts";

const power = { year: [2000, 2001, 2002], coal: [5, 4, 3], wind: [1, null, 3] };

describe("area", () => {
  it("piles several columns up, or shows shares, or lays them in front of each other", () => {
    for (const stack of ["zero", "normalize", "center", "none"] as const) {
      const chart = area(power, { x: "year", y: ["coal", "wind"], stack });
      assertValidSpec(chart);
      assert.equal(chart.spec.data.values.length, 5);
      assert.equal(chart.spec.encoding["y"]["stack"], stack === "none" ? null : stack);
    }
    assertValidSpec(area([1, 3, 2]));
    assertValidSpec(area(answers.groups.records, { x: "amount", y: "amount", facet: "kind" }));
  });

  it("thins each area at the same places", () => {
    const long = Array.from({ length: 3000 }, (_, i) => ({
      t: i % 1500,
      v: i,
      g: i < 1500 ? 0 : 1,
    }));
    const { values } = area(long, { x: "t", y: "v", color: "g" }).spec.data;
    const places = (g: number) => values.filter((row) => row["g"] === g).map(({ t }) => t);
    assert.deepEqual(places(0), places(1));
    assert.equal(places(0).length, 750);
  });

  it("refuses a colour beside several columns", () => {
    assert.throws(
      () => area(power, { x: "year", y: ["coal", "wind"], color: "coal" }),
      /leave the option color out/,
    );
  });
});

describe("pie", () => {
  it("has pandas' sums and shares, largest first", () => {
    const { records, byKind } = answers.groups;
    const chart = pie(records, { color: "kind", theta: "amount" });
    assertValidSpec(chart);
    const { values } = chart.spec.data;
    const total = Object.values(byKind.sum).reduce((sum, value) => sum + value, 0);
    for (const { name, amount, share } of values) {
      const expected = byKind.sum[String(name)];
      assert.ok(Math.abs(Number(amount) - expected) < 1e-9);
      assert.ok(Math.abs(Number(share) - expected / total) < 1e-12);
    }
    const amounts = values.map(({ amount }) => Number(amount));
    assert.deepEqual(
      amounts,
      amounts.toSorted((a, b) => b - a),
    );
  });

  it("counts rows, leaves a hole and puts small slices together", () => {
    const many = { k: Array.from({ length: 105 }, (_, i) => String(Math.floor(Math.sqrt(2 * i)))) };
    const chart = pie(many, { color: "k", hole: 0.5 });
    assertValidSpec(chart);
    assert.equal(chart.spec.data.values.length, 12);
    assert.match(String(chart.spec.data.values.at(-1)?.["name"]), /others/);
    assertValidSpec(pie(answers.groups.records, { color: "kind", facet: "side" }));
  });

  it("refuses what has no shares", () => {
    assert.throws(() => pie({ k: ["a"], v: [-1] }, { theta: "v" }), /row 0 of 'v' is -1; use bar/);
    assert.throws(() => pie({ k: ["a"], v: [0] }, { theta: "v" }), /sum to 0/);
    assert.throws(() => pie({ k: ["a"] }, { hole: 1 }), /hole.*it was 1/);
  });
});
