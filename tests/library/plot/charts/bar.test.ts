import assert from "node:assert/strict";
import { bar } from "../../../../library/src/plot/index.ts";
import type { Aggregate } from "../../../../library/src/plot/index.ts";
import { answers } from "../answers.ts";
import { assertValidSpec } from "../valid-spec.ts";

const { records, byKind, sizes } = answers.groups;

describe("bar", () => {
  it("summarises as pandas does", () => {
    for (const aggregate of [
      "count",
      "sum",
      "mean",
      "median",
      "min",
      "max",
    ] as const satisfies Aggregate[]) {
      const { values } = bar(records, { x: "kind", y: "amount", aggregate }).spec.data;
      assert.equal(values.length, 3);
      for (const row of values) {
        const got = Number(row[aggregate === "count" ? "count" : "amount"]);
        const expected = byKind[aggregate][String(row["kind"])] ?? NaN;
        assert.ok(
          Math.abs(got - expected) < 1e-9,
          `${aggregate} of ${String(row["kind"])}: ${String(got)}, ${String(expected)}`,
        );
      }
    }
  });

  it("counts rows of two columns as pandas does", () => {
    const { values } = bar(records, { x: "kind", color: "side" }).spec.data;
    const sorted = values.toSorted((a, b) =>
      JSON.stringify([a["kind"], a["side"]]).localeCompare(JSON.stringify([b["kind"], b["side"]])),
    );
    assert.deepEqual(sorted, sizes);
  });

  it("makes valid specs, grouped, stacked and horizontal", () => {
    assertValidSpec(bar(records, { x: "kind" }));
    assertValidSpec(bar(records, { x: "kind", color: "side" }));
    assertValidSpec(
      bar(records, {
        x: "kind",
        y: "amount",
        color: "side",
        mode: "stack",
        horizontal: true,
        sort: "value",
      }),
    );
    assertValidSpec(bar({ k: [true, false], v: [1, 2] }, { x: "k", y: "v" }));
  });

  it("shows one row a bar as it is, in the order of the data", () => {
    const { spec, alt } = bar(
      [
        { name: "b", size: 2 },
        { name: "a", size: 5 },
      ],
      { x: "name", y: "size" },
    );
    assert.deepEqual(spec.data.values, [
      { name: "b", size: 2 },
      { name: "a", size: 5 },
    ]);
    assert.deepEqual(spec.encoding["x"]?.["sort"], ["b", "a"]);
    assert.equal(spec.encoding["y"]?.["title"], "size");
    assert.match(alt, /b 2 and a 5/);
  });

  it("keeps the longest of too many bars, and says so", () => {
    const many = Array.from({ length: 80 }, (_, i) => ({ k: `k${String(i)}`, v: i }));
    const chart = bar(many, { x: "k", y: "v" });
    assert.equal(chart.spec.data.values.length, 50);
    assert.equal(chart.spec.data.values[0]?.["k"], "k30");
    assert.match(chart.alt, /30 categories with shorter bars are left out/);
  });

  it('tells 1 from "1", and refuses what it cannot sum', () => {
    assert.equal(bar([{ k: 1 }, { k: "1" }], { x: "k" }).spec.data.values.length, 2);
    assert.throws(() => bar(records, { x: "kind", y: "side" }), /Column 'side' must hold numbers/);
    assert.throws(
      () => bar(records, { x: "kind", aggregate: "mean" }),
      /'mean' needs a column of numbers/,
    );
  });
});
