import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { crosstab, DataFrame } from "daylab/frame";
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
  inputs: { sales: Columns<Sale>; one: Columns<Sale>; wide: Columns<Wide> };
  answers: Record<string, unknown>;
};
const sales = new DataFrame(inputs.sales);
const one = new DataFrame(inputs.one);
const wide = new DataFrame(inputs.wide);
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
    assert.throws(() => wide.transpose(), /mixes string and number|mixes/);
  });
});
