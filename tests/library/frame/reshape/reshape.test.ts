import assert from "node:assert/strict";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pl from "nodejs-polars";
import { crosstab, DataFrame, readParquet } from "daylab/frame";
import { difference, encoded } from "../compare.ts";

interface Sale {
  city: string | null;
  year: number | null;
  kind: string;
  sum: number | null;
  n: number;
}
interface Wide {
  id: string;
  may: number | null;
  june: number | null;
  g: number;
}
type Columns<R> = { [K in keyof R]: R[K][] };

const { inputs, answers } = JSON.parse(
  readFileSync(new URL("fixtures/answers.json", import.meta.url), "utf8"),
) as {
  inputs: {
    sales: Columns<Sale>;
    one: Columns<Sale>;
    wide: Columns<Wide>;
    long: Columns<{ id: string; month: string; g: number; t: number | null; u: string | null }>;
    tagged: Columns<{ film: string; tags: string | null }>;
  };
  answers: Record<string, unknown>;
};
const sales = new DataFrame(inputs.sales);
const one = new DataFrame(inputs.one);
const wide = new DataFrame(inputs.wide);
const long = new DataFrame(inputs.long);
const tagged = new DataFrame(inputs.tagged);
const byKind = { index: "city", columns: "kind" } as const;
const { city, kind, year } = sales.cols;

const idioms: Record<string, () => unknown> = {
  "pivot mean": () => sales.pivotTable({ index: "city", columns: "year", values: "sum" }),
  "pivot sum": () =>
    sales.pivotTable({ index: "city", columns: "kind", values: "n", aggFunc: "sum" }),
  "pivot count fill": () =>
    sales.pivotTable({
      index: "city",
      columns: "kind",
      values: "sum",
      aggFunc: "count",
      fillValue: 0,
    }),
  "pivot two rows": () =>
    sales.pivotTable({ index: ["city", "kind"], columns: "year", values: "n", aggFunc: "max" }),
  "pivot two values": () =>
    sales.pivotTable({ index: "kind", columns: "year", values: ["n", "sum"], aggFunc: "median" }),
  "pivot one": () => one.pivotTable({ index: "city", columns: "year", values: "sum" }),
  "pivot several functions": () =>
    sales.pivotTable({ ...byKind, values: "sum", aggFunc: ["sum", "mean"] }),
  "pivot several of both": () =>
    sales.pivotTable({ ...byKind, values: ["sum", "n"], aggFunc: ["sum", "max"] }),
  "pivot functions by column": () =>
    sales.pivotTable({ ...byKind, values: ["sum", "n"], aggFunc: { sum: "mean", n: "max" } }),
  "pivot two columns": () =>
    sales.pivotTable({ index: "city", columns: ["kind", "year"], values: "n", aggFunc: "sum" }),
  "pivot no columns": () =>
    sales.pivotTable({
      index: ["city", "kind"],
      values: ["sum", "n"],
      aggFunc: ["mean", "count"],
    }),
  "pivot margins": () =>
    sales.pivotTable({ ...byKind, values: "sum", aggFunc: "sum", margins: true }),
  "pivot margins several": () =>
    sales.pivotTable({
      index: ["city", "kind"],
      columns: "year",
      values: ["sum", "n"],
      margins: true,
      marginsName: "Total",
    }),
  "pivot margins functions": () =>
    sales.pivotTable({ ...byKind, values: "sum", aggFunc: ["max", "mean"], margins: true }),
  "pivot margins no columns": () =>
    sales.pivotTable({ index: "city", values: "n", aggFunc: "sum", margins: true }),
  "pivot margins one": () =>
    one.pivotTable({ ...byKind, values: "sum", aggFunc: "sum", margins: true }),
  "pivot as it is": () => long.pivot({ index: "id", columns: "month", values: "t" }),
  "pivot as it is several": () => long.pivot({ index: "id", columns: "month", values: ["t", "u"] }),
  "pivot as it is two rows": () =>
    long.pivot({ index: ["id", "g"], columns: "month", values: "t" }),
  "pivot as it is two columns": () =>
    long.pivot({ index: "id", columns: ["month", "g"], values: "t" }),
  stack: () => wide.select("may", "june", "g").stack(),
  "stack labelled": () => wide.setIndex({ column: "id" }).select("june", "may").stack(),
  explode: () => tagged.explode("tags", { sep: "," }),
  "explode labelled": () => tagged.explode("tags", { sep: "; " }),
  melt: () => wide.melt({ idVars: ["id"] }),
  "melt some": () =>
    wide.melt({ idVars: ["id", "g"], valueVars: ["june"], varName: "m", valueName: "t" }),
  "melt all": () => wide.select("may", "june").melt(),
  crosstab: () => crosstab(city, kind),
  "crosstab number": () => crosstab(kind, year),
  "crosstab margins": () => crosstab(city, kind, { margins: true }),
};
for (const normalize of ["all", "index", "columns"] as const) {
  idioms[`crosstab ${normalize}`] = () => crosstab(city, kind, { normalize });
  idioms[`crosstab ${normalize} margins`] = () =>
    crosstab(city, kind, { normalize, margins: true });
}
Object.assign(idioms, {
  transpose: () => wide.select("may", "june").transpose(),
  duplicated: () => wide.duplicated({ subset: ["id", "g"] }),
  dropDuplicates: () => wide.dropDuplicates({ subset: ["id"] }),
  "dropDuplicates last": () => wide.dropDuplicates({ subset: ["id"], keep: "last" }),
  "dropDuplicates none": () => wide.dropDuplicates({ subset: ["id"], keep: "none" }),
});

describe("frame: other shapes, as pandas has them", () => {
  it("asks every case of the script, and no other", () => {
    assert.deepEqual(Object.keys(idioms), Object.keys(answers));
  });

  for (const [name, ask] of Object.entries(idioms))
    it(name, () => {
      assert.equal(difference(encoded(ask(), false), answers[name]), undefined);
    });

  it("an empty frame keeps its keys", () => {
    const none = sales.filter(sales.column("n").gt(99));
    const pivoted = none.pivotTable({ index: "city", columns: "kind", values: "n" });
    assert.deepEqual([pivoted.shape, pivoted.columns], [[0, 1], ["city"]]);
    assert.deepEqual(none.melt({ idVars: ["city"], valueVars: ["n"] }).shape, [0, 3]);
    assert.equal(none.dropDuplicates().length, 0);
  });

  it("lists of the engine are taken apart with their labels", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "daylab-")), "lists.parquet");
    pl.DataFrame({ k: ["a", "b", "c"], items: [[1, 2], [], [3]] }).writeParquet(file);
    const lists = await readParquet<{ k: string; items: number }>(file);
    assert.deepEqual(lists.explode("items").toArrays(), [
      ["a", 1],
      ["a", 2],
      ["b", null],
      ["c", 3],
    ]);
    const labelled = tagged.setIndex({ index: ["p", "q", "r", "s"] });
    assert.deepEqual(labelled.explode("tags", { sep: "," }).index, [..."ppqrssss"]);
    assert.equal(tagged.iloc({ rows: ["0:0"] }).explode("tags", { sep: "," }).length, 0);
  });

  it("days as heads are written as days", () => {
    const dated = new DataFrame({
      k: ["a", "a"],
      d: [new Date("2024-02-29"), new Date("2024-03-01T12:00:00Z")],
      v: [1, 2],
    });
    const { columns } = dated.pivotTable({ index: "k", columns: "d", values: "v" });
    assert.deepEqual(columns, ["k", "2024-02-29", "2024-03-01T12:00:00.000Z"]);
  });

  it("says what does not fit", () => {
    const pivot = { index: "city", columns: "year", values: "sum" } as const;
    assert.throws(
      // @ts-expect-error -- no such column
      () => sales.pivotTable({ ...pivot, columns: "yaer" }),
      /no column "yaer".*"year"/,
    );
    assert.throws(
      () => sales.pivotTable({ ...pivot, aggFunc: "avg" as "mean" }),
      /no aggregation "avg"/,
    );
    assert.throws(() => sales.pivotTable({ ...pivot, values: "kind" }), /mean needs numbers/);
    const named = new DataFrame({ a: [1], k: ["a"], v: [2] });
    assert.throws(
      () => named.pivotTable({ index: "a", columns: "k", values: "v" }),
      /would be called "a"/,
    );
    assert.throws(
      () => wide.melt({ valueVars: ["id", "may"] }),
      /id is string, may is float64|id is string, may is int64/,
    );
    assert.throws(() => wide.melt({ idVars: ["id"], varName: "id" }), /would be called "id"/);
    assert.throws(() => crosstab(city, wide.column("id")), /8 rows, the other 3/);
    assert.throws(() => crosstab(city, kind, { normalize: "rows" as "all" }), /got "rows"/);
    assert.throws(
      () => sales.pivotTable({ ...pivot, values: ["sum", "n"], aggFunc: { sum: "max" } }),
      /aggFunc says nothing of "n"/,
    );
    assert.throws(
      () => sales.dropNa().pivot({ index: "city", columns: "kind", values: "n" }),
      /2 rows have city "Oslo", kind "a"\. Use pivotTable/,
    );
    assert.throws(() => sales.pivot({ index: "city", columns: "kind" }), /"city" has missing/);
    assert.throws(() => tagged.explode("tags"), /is string and has no lists.*\{ sep: "," \}/);
    assert.throws(() => wide.explode("g", { sep: "," }), /"g" is int64/);
    assert.throws(() => wide.stack(), /one column cannot hold all of these/);
    assert.throws(() => wide.transpose(), /mixes string and number|mixes/);
  });
});
