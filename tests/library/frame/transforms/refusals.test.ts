import assert from "node:assert/strict";
import { DataFrame, Series } from "daylab/frame";

const df = new DataFrame({ a: [3, 1, 2], s: ["x", "y", "z"] }, { index: ["p", "q", "r"] });

describe("frame: what verbs of frames refuse, and what they keep", () => {
  it("columns that are not numbers, and options that do not exist", () => {
    assert.throws(() => df.diff(), /diff needs numbers, but column "s" is string/);
    assert.throws(() => df.abs(), /abs needs numbers, but column "s"/);
    assert.throws(() => df.rolling(2).mean(), /rolling needs numbers, but column "s"/);
    assert.throws(() => df.rolling(0), /the window is a whole number from 1; got 0/);
    assert.throws(() => df.clip(0, 1), /clip needs numbers/);
    assert.throws(() => df.select("a").clip(2, 1), /lower bound 2 is above the upper bound 1/);
    assert.throws(() => df.corr({ method: "pearsen" as never }), /got "pearsen"/);
    assert.throws(() => df.cov({ dof: 1 } as never), /Did you mean "ddof"/);
    assert.throws(() => df.quantile([0.5, 2]), /between 0 and 1; got 2/);
    assert.throws(() => df.sum({ axes: 1 } as never), /Did you mean "axis"/);
    assert.throws(() => df.nLargest(-1, "a"), /from 0; got -1/);
    assert.throws(() => df.nLargest(1, "b" as never), /no column "b"/);
    assert.throws(() => df.round({ b: 1 } as never), /no column "b"/);
    const dated = new DataFrame({ d: [new Date(0)] });
    assert.throws(() => dated.any(), /"d" is datetime, neither true nor false/);
  });

  it("values of another kind in place of a column's own", () => {
    assert.throws(
      () => df.replace(3, "three"),
      /replace: column "a" is int64; "three" does not fit/,
    );
    assert.throws(() => df.replace([1, 2], [9]), /2 values, but 1 in their place/);
    assert.throws(
      () => df.where([true, true, false], 0),
      /where: column "s" is string; 0 does not/,
    );
    assert.throws(() => df.where([true]), /1 values for 3 rows/);
    assert.throws(() => df.isIn({ b: [1] } as never), /no column "b"/);
    assert.throws(() => new Series([1]).where([true], [1, 2] as never), /has 1 rows, the other 2/);
  });

  it("shapes that do not fit", () => {
    assert.throws(() => df.compare(df.select("a")), /has the columns a, s; the other a/);
    assert.throws(() => df.compare(df.head(1)), /has 3 rows, the other 1/);
    assert.throws(() => df.insert(5, "n", [1, 2, 3]), /from 0 to 2; got 5/);
    assert.throws(() => df.insert(0, "a", [1, 2, 3]), /there is a column "a" already/);
    assert.throws(() => df.reorder("b" as never), /no column "b"/);
    assert.throws(() => df.selectDtypes("txt" as never), /There is no dtype "txt"/);
    assert.throws(() => df.apply(() => 1, { axis: 2 as never }), /axis is 0 .* or 1 .*; got 2/);
    assert.throws(() => [...new DataFrame({ Index: [1] }).itertuples()], /use iterrows/);
    assert.throws(() => df.column("a").cov(new Series([1])), /has 3 rows, the other 1/);
  });

  it("draws by share, again and by weight, and says where it cannot", () => {
    const numbers = new DataFrame({ n: Array.from({ length: 1000 }, (_, i) => i) });
    assert.equal(numbers.sample({ frac: 0.1 }).length, 100);
    const drawn = numbers.sample({ frac: 0.5, seed: 3 }).column("n").values;
    assert.equal(new Set(drawn).size, 500);
    const again = numbers.sample({ n: 1000, replace: true }).column("n");
    assert.ok(again.nUnique() > 550 && again.nUnique() < 720, "about 1 − 1/e of them");
    const weights = numbers.column("n").values.map((n) => (n < 500 ? 3 : 1));
    const share = (rows: DataFrame<{ n: number }>): number =>
      rows.column("n").values.filter((n) => n < 500).length / rows.length;
    const often = share(numbers.sample(2000, { replace: true, weights }));
    assert.ok(Math.abs(often - 0.75) < 0.05, String(often));
    const once = share(numbers.sample(100, { weights }));
    assert.ok(once > 0.6 && once < 0.88, String(once));
    assert.throws(() => df.sample(4), /draws 0 to 3 of 3 rows; got 4\. With replace: true, more/);
    assert.throws(() => df.sample({ n: 1, frac: 1 }), /n or frac, not both/);
    assert.throws(() => df.sample({ frac: -1 }), /a share from 0; got -1/);
    assert.throws(() => df.sample(2, { weights: [1, 0, 0] }), /1 rows have a weight above 0/);
    assert.throws(() => df.sample(1, { weights: [1] }), /1 weights for 3 rows/);
    assert.throws(() => df.sample(1, { weights: [1, -1, 1] }), /numbers from 0; got -1/);
    assert.throws(() => df.sample(1, { weights: "w" as never }), /no column "w"/);
  });

  it("keeps labels and types, and changes nothing", () => {
    assert.deepEqual(df.shift().index, ["p", "q", "r"]);
    assert.deepEqual(df.nSmallest(2, "a").index, ["q", "r"]);
    assert.deepEqual(df.select("a").cumSum().dtypes, ["int64"]);
    assert.deepEqual(df.select("a").clip(2).dtypes, ["int64"]);
    const big = new DataFrame({ b: [9007199254740993n, 1n] });
    assert.deepEqual(big.clip(2).column("b").values, [9007199254740993n, 2]);
    assert.deepEqual(big.replace(1, 7).column("b").values, [9007199254740993n, 7]);
    assert.deepEqual(big.idxMax().values, [0]);
    assert.deepEqual([...df.iterrows()][1], ["q", { a: 1, s: "y" }]);
    assert.deepEqual([...df.itertuples()][0], { Index: "p", a: 3, s: "x" });
    assert.deepEqual(df.toRecords()[0], { a: 3, s: "x" });
    assert.ok(df.equals(df.shift(0)));
    assert.ok(!df.equals(df.setIndex({ index: [1, 2, 3] })));
    assert.ok(!df.equals(df.rename({ a: "b" })));
  });

  it("tells what a frame is made of", () => {
    const lines: string[] = [];
    const log = console.log;
    console.log = (text: string) => void lines.push(...text.split("\n"));
    try {
      new DataFrame({ n: [1, null, 3], town: ["ü", "Rome", null] }).info();
    } finally {
      console.log = log;
    }
    assert.deepEqual(lines.slice(0, -1), [
      "3 rows, 0 to 2",
      "2 columns:",
      " #  Column  Count       Dtype",
      " 0  n       2 non-null  int64",
      " 1  town    2 non-null  string",
      "dtypes: int64(1), string(1)",
    ]);
    assert.match(lines.at(-1) ?? "", /^memory: about \d+ bytes$/u);
    const sizes = new DataFrame({ n: [1, 2], t: [true, false] }).memoryUsage();
    assert.deepEqual([sizes.at("n"), sizes.at("t"), sizes.at("Index")], [16, 1, 0]);
  });
});
