import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as frame from "../../../../library/src/frame/index.ts";
import { bar, line, scatter } from "../../../../library/src/plot/index.ts";

const { DataFrame, merge, readArrow, readCSV, readJSON, readParquet } = frame;

/**
 * A frame as plain JavaScript sees it: the compiler, which refuses every call below
 * (names.test-d.ts), says nothing here.
 */
type Loose = Record<string, (...given: unknown[]) => Loose>;
const typed = new DataFrame({ age: [31, 47], city: ["Rome", "Oslo"], note: ["a", null] });
const df = typed as unknown as Loose & { readonly cols: Loose };
const loose = (call: unknown): Loose[string] => call as Loose[string];
const add = (columns: { agee: { add: (one: number) => unknown } }): unknown => columns.agee.add(1);

/** Every way to name a column, with `agee` for `age`. */
const calls: Record<string, () => unknown> = {
  "new DataFrame(data, { columns })": () => new DataFrame([{ age: 1 }], { columns: ["agee"] }),
  "new DataFrame(data, { dtypes })": () =>
    new DataFrame({ age: [1] }, { dtypes: { agee: "int8" } }),
  "df.column": () => df.column?.("agee"),
  "df.cols": () => df.cols.agee,
  "df.at": () => df.at?.(0, "agee"),
  "df.loc columns": () => df.loc?.({ columns: ["agee"] }),
  "df.loc slice": () => df.loc?.({ columns: ["agee:city"] }),
  "df.filter": () => df.filter?.(add),
  "df.query": () => df.query?.(add),
  "df.sortValues": () => df.sortValues?.("agee"),
  "df.sortValues of several": () => df.sortValues?.(["city", "agee"]),
  "df.select": () => df.select?.("city", "agee"),
  "df.select of a list": () => df.select?.(["agee"]),
  "df.drop": () => df.drop?.({ columns: ["agee"] }),
  "df.addColumn by function": () => df.addColumn?.("x", add),
  "df.assign by function": () => df.assign?.({ x: add }),
  "df.rename": () => df.rename?.({ agee: "years" }),
  "df.reorder": () => df.reorder?.("agee"),
  "df.asType": () => df.asType?.("agee", "float64"),
  "df.asType of several": () => df.asType?.({ agee: "float64" }),
  "df.setIndex": () => df.setIndex?.({ column: "agee" }),
  "df.dropNa subset": () => df.dropNa?.({ subset: ["agee"] }),
  "df.fillNa by column": () => df.fillNa?.({ agee: 0 }),
  "df.fillNa columns": () => df.fillNa?.(0, { columns: ["agee"] }),
  "df.fillNa of lists": () => df.fillNa?.([0], { columns: ["agee"] }),
  "df.replace columns": () => df.replace?.(31, 32, { columns: ["agee"] }),
  "df.round by column": () => df.round?.({ agee: 1 }),
  "df.isIn by column": () => df.isIn?.({ agee: [1] }),
  "df.nLargest": () => df.nLargest?.(1, "agee"),
  "df.nSmallest": () => df.nSmallest?.(1, ["agee"]),
  "df.sample weights": () => df.sample?.(1, { weights: "agee" }),
  "df.groupby": () => df.groupby?.("agee"),
  "df.groupby of several": () => df.groupby?.(["city", "agee"]),
  "groups.agg": () => df.groupby?.("city").agg?.({ agee: "mean" }),
  "groups.agg by name": () =>
    df.groupby?.("city").agg?.({ mean: { column: "agee", aggFunc: "mean" } }),
  "groups.col": () => df.groupby?.("city").col?.(["agee"]).mean?.(),
  "df.pivotTable index": () => df.pivotTable?.({ index: "agee", columns: "city", values: "note" }),
  "df.pivotTable columns": () =>
    df.pivotTable?.({ index: "city", columns: "agee", values: "note" }),
  "df.pivotTable values": () =>
    df.pivotTable?.({ index: "city", columns: "note", values: ["agee"] }),
  "df.melt idVars": () => df.melt?.({ idVars: ["agee"] }),
  "df.melt valueVars": () => df.melt?.({ valueVars: ["agee"] }),
  "df.duplicated": () => df.duplicated?.({ subset: ["agee"] }),
  "df.dropDuplicates": () => df.dropDuplicates?.({ subset: ["agee"] }),
  merge: () => loose(merge)({ left: typed, right: typed, on: ["agee"] }),
  "merge, right side": () =>
    loose(merge)({ left: typed.rename({ age: "agee" }), right: typed, on: ["agee"] }),
  "plot.line": () => loose(line)(typed, { x: "agee", y: "age" }),
  "plot.bar": () => loose(bar)(typed, { x: "city", y: "agee" }),
  "plot.scatter": () => loose(scatter)(typed, { x: "age", y: "age", color: "agee" }),
};

const suggested = /no column ["']agee["']\. Did you mean ["']age["']/u;

describe("frame: a wrong column name", () => {
  for (const [name, call] of Object.entries(calls)) {
    it(`${name} suggests the nearest`, () => {
      assert.throws(call, { name: "RangeError", message: suggested });
    });
  }

  it("lists the columns where none is near, and says so where there are none", () => {
    assert.throws(() => df.column?.("weight"), /The columns are: age, city, note\./u);
    assert.throws(() => new DataFrame({}).column("a" as never), /The frame has no columns\./u);
  });

  it("never finds a column in what every object has", () => {
    for (const name of ["constructor", "toString", "__proto__"]) {
      assert.throws(() => df.column?.(name), RangeError);
    }
  });
});

describe("frame: a wrong column name beside a file", () => {
  const folder = mkdtempSync(join(tmpdir(), "names-"));
  const path = (name: string): string => join(folder, name);
  const age = new DataFrame({ age: [1], city: ["Rome"] });

  before(() => {
    writeFileSync(path("t.csv"), age.toCSV());
    writeFileSync(path("t.json"), JSON.stringify(age));
    age.toParquet(path("t.parquet"));
    age.toArrow(path("t.feather"));
  });
  after(() => rmSync(folder, { recursive: true }));

  const reads: Record<string, () => unknown> = {
    "readCSV columns": () => readCSV(path("t.csv"), { columns: ["agee"] }),
    "readCSV dtypes": () => readCSV(path("t.csv"), { dtypes: { agee: "string" } }),
    "readCSV parseDates": () => readCSV(path("t.csv"), { parseDates: ["agee"] }),
    "readJSON dtypes": () => readJSON(path("t.json"), { dtypes: { agee: "string" } }),
    "readJSON parseDates": () => readJSON(path("t.json"), { parseDates: ["agee"] }),
    "readParquet columns": () => readParquet(path("t.parquet"), { columns: ["agee"] }),
    "readArrow columns": () => readArrow(path("t.feather"), { columns: ["agee"] }),
  };
  for (const [name, read] of Object.entries(reads)) {
    it(`${name} suggests the nearest`, async () => {
      await assert.rejects(async () => read(), { name: "RangeError", message: suggested });
    });
  }
});
