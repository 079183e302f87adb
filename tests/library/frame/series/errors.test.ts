import assert from "node:assert/strict";
import { DataFrame, Series } from "../../../../library/src/frame/index.ts";

const numbers = new Series([1, 2, 3], { name: "n" });
const texts = new Series(["a", "b", "c"], { name: "s" });

describe("frame: what a Series refuses", () => {
  it("operators between kinds that do not belong together", () => {
    assert.throws(
      () => numbers.add("x" as never),
      /add: column "n" is int64 and cannot be used with "x"/,
    );
    assert.throws(
      () => numbers.gt(texts as never),
      /gt: column "n" is int64.*column "s", which is string/,
    );
    assert.throws(() => texts.mul(2), /mul: column "s" is string/);
    assert.throws(() => numbers.and(true), /and: column "n" is int64/);
    assert.throws(() => numbers.not(), /not: column "n" is int64, not boolean/);
    assert.throws(() => numbers.isIn(["x"] as never), /"x" can never be in it/);
    assert.throws(
      () => numbers.eq({} as never),
      /eq takes a value or a column; got an object Object/,
    );
  });

  it("columns of another length", () => {
    assert.throws(() => numbers.add([1, 2]), /add: one column has 3 rows, the other 2/);
    assert.throws(() => numbers.filter([true]), /filter has 1 values for 3 rows/);
    assert.throws(() => numbers.corr(new Series([1])), /corr: one column has 3 rows, the other 1/);
  });

  it("statistics of texts, accessors of the wrong type, casts that lose values", () => {
    assert.throws(() => texts.mean(), /mean needs numbers, but column "s" is string.*asType/);
    assert.throws(() => numbers.str, /\.str is for texts; column "n" is int64/);
    assert.throws(() => texts.dt, /\.dt is for dates; column "s" is string/);
    assert.throws(() => texts.asType("int64"), /"s" \(string\) cannot become int64.*"a"/);
    assert.throws(() => numbers.quantile(25), /between 0 and 1; got 25/);
    assert.throws(
      () => new Series([1, null], { name: "n" }).fillNa("x" as never),
      /"x" does not fit/,
    );
  });

  it("rows and labels that are not there", () => {
    assert.throws(() => numbers.iat(3), /no row 3: the column has 3/);
    assert.throws(() => numbers.at("x"), /no row "x": rows are numbered 0 to 2/);
    assert.throws(
      () => new Series([1, 2], { index: ["a", "a"] }).at("a"),
      /2 rows are labelled "a"/,
    );
    assert.throws(() => numbers.iloc(["a:b"]), /"a:b" is not "start:end"/);
    assert.throws(() => numbers.iloc([0.5]), /no row 0\.5/);
    assert.throws(() => numbers.sample(4), /0 to 3 of 3 rows; got 4/);
  });
});

describe("frame: what a DataFrame refuses", () => {
  const df = new DataFrame({ k: ["a", "b"], v: [1, 2] });
  it("wrong columns, aggregations and options, with the remedy", () => {
    assert.throws(() => df.groupby("kk" as never), /no column "kk"\. Did you mean "k"/);
    assert.throws(
      () => df.groupby("k").agg({ v: "avg" as never }),
      /no aggregation "avg"; choose from sum, mean/,
    );
    assert.throws(
      () => df.groupby("k").agg({ k: "mean" }),
      /mean needs numbers, but column "k" is string/,
    );
    assert.throws(() => df.select("v", "v"), /"v" is asked for twice/);
    assert.throws(() => df.rename({ v: "k" }), /Two columns would be called "k"/);
    assert.throws(
      () => df.sortValues(["k", "v"], { ascending: [true] }),
      /2 sort keys, but 1 directions/,
    );
    assert.throws(
      () => df.sortValues("k", { acending: true } as never),
      /Did you mean "ascending"\?/,
    );
    assert.throws(() => df.addColumn("w", [1]), /"w" has 1 values for 2 rows/);
    assert.throws(() => df.filter(df.column("v") as never), /booleans; got int64/);
    assert.throws(() => df.iat(0, 2), /no column 2: the frame has 2/);
    assert.throws(() => df.toTensor(), /tensor needs numbers, but column "k" is string/);
    assert.throws(
      () => df.select("v").addColumn("w", [1, null]).tensor,
      /"w" has 1: dropNa or fillNa/,
    );
  });
});
