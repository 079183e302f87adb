import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { DataFrame, getDummies, Series } from "daylab/frame";
import { difference, encoded } from "../compare.ts";

interface Columns {
  n: number[];
  x: (number | null)[];
  s: (string | null)[];
  t: (boolean | null)[];
  d: (string | null)[];
}

const { columns, numbers, answers } = JSON.parse(
  readFileSync(new URL("fixtures/answers.json", import.meta.url), "utf8"),
) as { columns: Columns; numbers: (number | null)[]; answers: Record<string, unknown> };

const utc = (text: string): Date => new Date(text.includes("T") ? `${text}Z` : text);
const df = new DataFrame({
  ...columns,
  d: columns.d.map((text) => (text === null ? null : utc(text))),
});
const s = new Series(numbers);
const pairs = new DataFrame({
  k: ["b", "a", "b", null, "a", "b"],
  v: [1, 2, 1, 1, null, 3],
}).asType("v", "float64");
const labels = new DataFrame(
  { n: [1, 2, 3, 4], k: ["b", null, "ü", "b"], m: ["x", "y", "x", "x"], f: [1, 2.5, 1, null] },
  { index: [0, 1, 2, 3] },
);

const asks: Record<string, () => unknown> = {
  "describe numeric": () => df.describe(),
  "describe all": () => df.describe({ include: "all" }),
  "describe texts": () => df.describe({ include: ["string", "boolean"] }),
  "describe dates and numbers": () => df.describe({ include: ["number", "datetime"] }),
  "describe without floats": () =>
    df.describe({ exclude: ["float", "string", "boolean", "datetime"] }),
  "describe percentiles": () => df.describe({ percentiles: [0.1, 0.995] }),
  "describe dates": () => df.select("d").describe(),
  "describe column of numbers": () => df.column("x").describe(),
  "describe column of texts": () => df.column("s").describe(),
  "describe column of truths": () => df.column("t").describe(),
  "describe column of dates": () => df.column("d").describe({ percentiles: [0.9] }),
  "describe empty": () => new Series([], { dtype: "float64" }).describe(),
  "describe one": () => new Series([5], { dtype: "float64" }).describe(),
  "count bins": () => s.valueCounts({ bins: 3 }),
  "count bins normalize": () => s.valueCounts({ bins: 3, normalize: true }),
  "count bins edges": () => s.valueCounts({ bins: [-5, 0, 4, 6, 10] }),
  "count bins edges unsorted": () => s.valueCounts({ bins: [-5, 0, 4], sort: false }),
  "count bins ascending": () => s.valueCounts({ bins: 2, ascending: true }),
  "count unsorted": () => s.valueCounts({ sort: false }),
  "count missing": () => s.valueCounts({ dropNa: false }),
  "count missing normalize": () => s.valueCounts({ dropNa: false, normalize: true }),
  "count pairs": () => pairs.valueCounts(),
  "count pairs missing": () => pairs.valueCounts(["k", "v"], { dropNa: false, sort: false }),
  "count pairs normalize": () => pairs.valueCounts("v", { normalize: true }),
  "count pairs one": () => pairs.valueCounts("k"),
  "dummies default": () => getDummies(labels),
  "dummies columns": () => getDummies(labels, { columns: ["m"] }),
  "dummies numbers": () => getDummies(labels, { columns: ["n", "f"] }),
  "dummies prefix": () => getDummies(labels, { prefix: "p", columns: ["k"] }),
  "dummies prefixes": () => getDummies(labels, { prefix: ["a", "b"], prefixSep: "." }),
  "dummies prefix by column": () => getDummies(labels, { prefix: { k: "K", m: "M" } }),
  "dummies drop first": () => getDummies(labels, { dropFirst: true }),
  "dummies missing": () => getDummies(labels, { dummyNa: true }),
  "dummies missing drop first": () => getDummies(labels, { dummyNa: true, dropFirst: true }),
  "dummies numbers as dtype": () => getDummies(labels, { dtype: "int64" }),
  "dummies column": () => getDummies(labels.column("k")),
  "dummies column prefix": () => getDummies(labels.column("k"), { prefix: "k" }),
  "dummies one label": () =>
    getDummies(new DataFrame({ k: ["x"], rows: [1] }), { dropFirst: true }),
};

/** A column of texts in ours has its counts, truths and times as texts: pandas' in the same form. */
function asTexts(theirs: unknown, ours: unknown): unknown {
  if (Array.isArray(theirs) && Array.isArray(ours)) {
    return theirs.map((cell: unknown, at) => {
      const own: unknown = ours[at];
      if (typeof own !== "string") return cell;
      const time = (cell as { time?: number } | null)?.time;
      if (time === undefined) return String(cell);
      const near = Math.abs(utc(own.replace(" ", "T")).getTime() - time * 1000) <= 1;
      return near ? own : new Date(time * 1000).toISOString();
    });
  }
  if (typeof theirs !== "object" || theirs === null) return theirs;
  return Object.fromEntries(
    Object.entries(theirs).map(([key, value]) => [
      key,
      key === "index" ? value : asTexts(value, (ours as Record<string, unknown>)[key]),
    ]),
  );
}

describe("frame: describe, valueCounts and getDummies, as pandas has them", () => {
  it("every answer is asked for", () => {
    assert.deepEqual(Object.keys(asks), Object.keys(answers));
  });

  for (const [name, ask] of Object.entries(asks))
    it(name, () => {
      const theirs = answers[name] as { index: unknown[] };
      // A frame without labels of its own is numbered.
      const made = ask();
      const ours = encoded(made, true);
      assert.equal(difference(ours, asTexts(theirs, ours)), undefined);
    });

  it("says what is wrong with an option", () => {
    assert.throws(() => df.describe({ include: "numbr" as never }), /no dtype "numbr".*"number"/);
    assert.throws(() => df.describe({ percentiles: [25] }), /from 0 to 1; got 25/);
    assert.throws(() => df.describe({ percentile: [0.1] } as never), /Did you mean "percentiles"/);
    assert.throws(() => pairs.valueCounts("kk" as never), /no column "kk"/);
    assert.throws(
      () => pairs.rename({ v: "count" }).valueCounts(),
      /a column is called "count"; rename it first/,
    );
    assert.throws(() => s.valueCounts({ bins: 0 }), /got 0/);
    assert.throws(() => getDummies(labels, { columns: ["q"] }), /no column "q"/);
    assert.throws(() => getDummies(labels, { prefix: ["a"] }), /1 prefixes for 2 columns/);
    assert.throws(() => getDummies(labels, { prefix: { kk: "a" } }), /no column "kk"/);
    assert.throws(
      () => getDummies(new DataFrame({ a_b: [1], a: ["b"] })),
      /two columns would be called "a_b"; give a prefix/,
    );
    assert.throws(() => getDummies([1] as never), /takes a frame or a column; got an array of 1/);
  });
});
