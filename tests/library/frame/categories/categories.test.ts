import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { DataFrame, getDummies, Series } from "daylab/frame";

const { order, values, answers } = JSON.parse(
  readFileSync(new URL("fixtures/answers.json", import.meta.url), "utf8"),
) as { order: string[]; values: (string | null)[]; answers: Record<string, unknown> };

const plain = new Series(values).asType("category");
const s = plain.cat.setCategories(order);
const df = new DataFrame({ size: values, n: [1, 2, 3, 4, 5, 6, 7] }).addColumn("size", s);
const sums = df.groupby("size").sum();

const asks: Record<string, () => unknown> = {
  "plain categories": () => plain.cat.categories,
  "plain codes": () => plain.cat.codes.values,
  "plain sorted": () => plain.sortValues().values,
  categories: () => s.cat.categories,
  codes: () => s.cat.codes.values,
  values: () => s.values,
  sorted: () => s.sortValues().values,
  "sorted down": () => s.sortValues({ ascending: false }).values,
  gt: () => s.gt("klein").values,
  le: () => s.le("mittel").values,
  eq: () => s.eq("größer").values,
  isin: () => s.isIn(["klein", "never"]).values,
  min: () => s.min(),
  max: () => s.max(),
  set: () => plain.cat.setCategories(["mittel", "klein"]).values,
  renamed: () => s.cat.renameCategories({ klein: "S", never: "N" }).values,
  "renamed categories": () => s.cat.renameCategories({ klein: "S", never: "N" }).cat.categories,
  "renamed all": () => s.cat.renameCategories([..."abcde"]).values,
  added: () => s.cat.addCategories(["x"]).cat.categories,
  removed: () => s.cat.removeCategories(["klein"]).values,
  "unused removed": () => s.cat.removeUnused().cat.categories,
  "reordered sorted": () => s.cat.reorderCategories(order.toReversed()).sortValues().values,
  "group keys": () => sums.column("size").values,
  "group sums": () => sums.column("n_sum").values,
  "frame sorted": () =>
    df.sortValues(["size", "n"], { ascending: [false, true] }).column("n").values,
  filtered: () => df.filter(({ size }) => size.ge("mittel")).column("n").values,
  described: () => s.head(6).describe().values,
  shifted: () => s.shift(1).values,
  mode: () => s.mode().values,
  ranks: () => s.rank().values,
  dummies: () => getDummies(s).columns,
};

describe("frame: categories, as pandas' ordered ones", () => {
  it("every answer is asked for", () => {
    assert.deepEqual(Object.keys(asks), Object.keys(answers));
  });
  for (const [name, ask] of Object.entries(asks))
    it(name, () => assert.deepEqual(ask(), answers[name]));

  it("stay what they are through verbs, and are shown", () => {
    assert.equal(s.dtype, "category");
    assert.deepEqual(df.head(2).column("size").cat.categories, order);
    assert.deepEqual(df.filter(df.column("n").gt(100)).column("size").cat.categories, order);
    assert.match(df.toString(), /category/u);
    assert.match(df.toString(), /日本;2/u);
    assert.equal(df.head(1).toCSV(), "size,n\ngrößer,1\n");
    assert.deepEqual(df.toRecords()[1], { size: null, n: 2 });
    assert.deepEqual(s.valueCounts().index, ["größer", "klein", "日本;2", "mittel"]);
    const none = new Series<string | null>([null], { dtype: "category" });
    assert.deepEqual(none.cat.setCategories(["a"]).cat.codes.values, [-1]);
  });

  it("says what it cannot do", () => {
    assert.throws(() => new Series([1]).cat, /\.cat is for categories; column "0" is int64/);
    assert.throws(
      () => s.cat.renameCategories({ kleim: "S" }),
      /no category "kleim"\. Did you mean "klein"/,
    );
    assert.throws(() => s.cat.renameCategories(["a"]), /5 categories need as many names; got 1/);
    assert.throws(() => s.cat.addCategories(["klein"]), /"klein" would be there twice/);
    assert.throws(() => s.cat.removeCategories(["x"]), /no category "x"/);
    assert.throws(() => s.cat.reorderCategories(["klein"]), /name all of/);
    assert.throws(() => s.cat.setCategories([1 as never]), /categories are texts; got 1/);
  });
});
