import assert from "node:assert/strict";
import { DataFrame, merge, Series } from "../../../../library/src/frame/index.ts";

describe("frame: traps of the engine and of danfo", () => {
  it("takes column names literally, also those the engine reads as patterns", () => {
    const df = new DataFrame({ a: [3, 1, 2], "*": [1, 2, 3], "^a.*$": ["x", "y", "x"] });
    assert.deepEqual(df.select("^a.*$").columns, ["^a.*$"]);
    assert.deepEqual(df.sortValues("*", { ascending: false }).column("a").values, [2, 1, 3]);
    assert.deepEqual(df.groupby("^a.*$").agg({ "*": "sum" }).toArrays(), [
      ["x", 4],
      ["y", 2],
    ]);
    assert.deepEqual(df.drop({ columns: ["^a.*$"] }).columns, ["a", "*"]);
    assert.equal(df.describe().at("max", "*"), 3);
    assert.equal(merge({ left: df, right: df, on: ["^a.*$"] }).length, 5);
    assert.deepEqual(df.dropNa({ subset: ["*"] }).length, 3);
  });

  it("never broadcasts a filter of one value", () => {
    assert.throws(() => new DataFrame({ a: [1, 2] }).filter([true]), /1 values for 2 rows/);
  });

  it("keeps row labels with their rows through filter, sort, drop and sample", () => {
    const df = new DataFrame({ v: [3, 1, null] }, { index: ["c", "a", "n"] });
    assert.deepEqual(df.sortValues("v").index, ["a", "c", "n"]);
    assert.deepEqual(df.filter(df.column("v").gt(1)).index, ["c"]);
    assert.deepEqual(df.dropNa().index, ["c", "a"]);
    assert.deepEqual(df.drop({ index: ["c"] }).index, ["a", "n"]);
    const drawn = df.sample(3, { seed: 5 });
    for (const label of drawn.index) assert.equal(drawn.at(label, "v"), df.at(label, "v"));
    assert.deepEqual(df.column("v").sortValues().index, ["a", "c", "n"]);
  });

  it("changes neither the frame nor its parts", () => {
    const df = new DataFrame({ a: [1, 2] });
    const before = df.toRecords();
    df.addColumn("b", [1, 2]);
    df.rename({ a: "z" });
    df.polars.columns = ["changed"];
    df.column("a").polars.rename("changed", true);
    assert.deepEqual(df.toRecords(), before);
    assert.deepEqual(df.columns, ["a"]);
  });

  it("keeps integer types through arithmetic and does not round 64-bit values", () => {
    const small = new Series(new Int8Array([100, 1]));
    assert.equal(small.add(1).dtype, "int8");
    assert.deepEqual(small.add(1000).values, [1100, 1001]);
    assert.deepEqual(new Series([9007199254740993n]).add(2).values, [9007199254740995n]);
    assert.deepEqual(new Series([9007199254740993n]).eq(9007199254740992n).values, [false]);
    assert.equal(new Series(new Uint8Array([255, 255])).sum(), 510);
  });

  it("draws the same rows for the same seed, each once", () => {
    const df = new DataFrame({ a: Array.from({ length: 50 }, (_, i) => i) });
    const first = df.sample(50, { seed: 3 }).column("a").values;
    assert.deepEqual(df.sample(50, { seed: 3 }).column("a").values, first);
    assert.notDeepEqual(df.sample(50, { seed: 4 }).column("a").values, first);
    assert.deepEqual(
      first.toSorted((a, b) => a - b),
      df.column("a").values,
    );
  });

  it("counts equal values in order of first appearance", () => {
    const values = Array.from({ length: 200 }, (_, i) => `v${(i * 7) % 100}`);
    const counts = new Series(values).valueCounts();
    assert.deepEqual(counts.index, values.slice(0, 100));
    assert.deepEqual(new Set(counts.values), new Set([2]));
  });

  it("iterates over groups, missing keys among them when asked", () => {
    const df = new DataFrame({ k: ["b", null, "a", "b"], v: [1, 2, 3, 4] });
    const groups = [...df.groupby("k", { dropNa: false })].map(([[key], rows]) => [
      key,
      rows.column("v").values,
    ]);
    assert.deepEqual(groups, [
      ["a", [3]],
      ["b", [1, 4]],
      [null, [2]],
    ]);
  });
});
