import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { cut, qcut, Series } from "daylab/frame";

type Column = Series<number | null>;
type Answer = { readonly values: unknown[] } | { readonly error: string };

const { columns, answers } = JSON.parse(
  readFileSync(new URL("fixtures/answers.json", import.meta.url), "utf8"),
) as { columns: Record<string, (number | null)[]>; answers: Record<string, Answer> };

const edges = {
  whole: [0, 18, 65, 120],
  parts: [-0.5, 0.25, 1.125, 1000],
  open: [-Infinity, 0, 18, Infinity],
};
const asks: Record<string, (s: Column) => { readonly values: unknown[] }> = {};
for (const bins of [1, 3, 5]) {
  asks[`cut ${bins}`] = (s) => cut(s, bins);
  asks[`cut ${bins} left`] = (s) => cut(s, bins, { right: false });
  asks[`cut ${bins} numbers`] = (s) => cut(s, bins, { labels: false });
  asks[`cut ${bins} lowest`] = (s) => cut(s, bins, { includeLowest: true });
}
for (const q of [1, 2, 4, 10]) {
  asks[`qcut ${q}`] = (s) => qcut(s, q);
  asks[`qcut ${q} drop`] = (s) => qcut(s, q, { duplicates: "drop", labels: false });
}
asks["qcut shares"] = (s) => qcut(s, [0, 0.1, 0.9, 1], { precision: 2 });
for (const [way, given] of Object.entries(edges)) {
  asks[`edges ${way}`] = (s) => cut(s, given);
  asks[`edges ${way} left`] = (s) => cut(s, given, { right: false });
  asks[`edges ${way} lowest`] = (s) => cut(s, given, { includeLowest: true });
  asks[`edges ${way} left lowest`] = (s) =>
    cut(s, given, { right: false, includeLowest: true, labels: false });
  asks[`edges ${way} named`] = (s) => cut(s, given, { labels: ["x", "y", "z"] });
}

describe("frame: numbers in bins, as pandas has them", () => {
  for (const [name, cells] of Object.entries(columns))
    it(name, () => {
      const series = new Series(cells, { dtype: "float64" });
      for (const [key, answer] of Object.entries(answers)) {
        if (!key.startsWith(`${name} `)) continue;
        const ask = asks[key.slice(name.length + 1)];
        if ("error" in answer) assert.throws(() => ask(series), RangeError, key);
        else assert.deepEqual(ask(series).values, answer.values, key);
      }
    });

  it("labels flow into the type, names and row labels are kept", () => {
    const ages = new Series([3, 40], { name: "age", index: ["ann", "bob"] });
    const grown = cut(ages, [0, 18, 120], { labels: ["child", "adult"] });
    const values: readonly ("child" | "adult" | null)[] = grown.values;
    assert.deepEqual(values, ["child", "adult"]);
    assert.deepEqual([grown.name, grown.index], ["age", ["ann", "bob"]]);
    const numbers: readonly (number | null)[] = cut(ages, 2, { labels: false }).values;
    assert.deepEqual(numbers, [0, 1]);
  });

  it("says what does not fit", () => {
    const s = new Series([1, 2, 2, 2]);
    assert.throws(() => cut(s, 0), /number of bins is a whole number from 1; got 0/);
    assert.throws(() => cut(s, [3, 1]), /edges must rise; edge 1 is 1, the one before 3/);
    assert.throws(() => cut(s, [1]), /two edges at least; got 1/);
    assert.throws(() => cut(s, [0, "x" as never]), /edge 1 is "x", not a number/);
    assert.throws(() => cut(s, [0, 1, 2], { labels: ["a"] }), /2 bins need as many labels; got 1/);
    assert.throws(() => qcut(s, 4), /edges are equal.*duplicates: "drop"/);
    assert.throws(() => qcut(s, [0, 2]), /shares are from 0 to 1; got 2/);
    assert.throws(() => qcut(s, 1.5), /got 1\.5/);
    assert.throws(() => cut(new Series(["a"]) as never, 2), /cut needs numbers/);
    const none = new Series<number | null>([null], { dtype: "float64" });
    assert.throws(() => cut(none, 2), /no values/);
    assert.throws(() => qcut(none, 2), /no values/);
    assert.throws(() => cut(new Series([1, Infinity]), 2), /infinite values/);
  });
});
