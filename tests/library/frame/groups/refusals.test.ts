import assert from "node:assert/strict";
import { DataFrame } from "daylab/frame";

const df = new DataFrame({ k: ["b", "a", "b"], v: [1, 2, 3], s: ["x", null, "z"] });
const groups = df.groupby("k");

describe("frame: what groups refuse, and what they keep", () => {
  it("an aggregation that is none, or of a column without numbers", () => {
    assert.throws(() => groups.agg("avg" as "mean"), /no aggregation "avg"; choose from sum, mean/);
    assert.throws(() => groups.agg({ s: "sem" }), /sem needs numbers, but column "s" is string/);
    assert.throws(() => groups.col("s").quantile(), /quantile needs numbers/);
    assert.throws(() => groups.col("s").cumSum(), /needs numbers, but column "s"/);
    assert.throws(() => groups.col("s").transform("mean"), /mean needs numbers/);
    assert.throws(() => groups.quantile(2), /between 0 and 1; got 2/);
    const dated = new DataFrame({ k: ["a"], d: [new Date(0)] });
    assert.throws(() => dated.groupby("k").agg({ d: "any" }), /column "d" is datetime/);
  });

  it("a result column that is not described, or occurs twice", () => {
    assert.throws(
      () => groups.agg({ total: { column: "w" as "v", aggFunc: "sum" } }),
      /no column "w"/,
    );
    assert.throws(
      () => groups.agg({ total: { column: "v", how: "sum" } as never }),
      /"total" is \{ column: "…", aggFunc: "…" \}; there is no "how"/,
    );
    assert.throws(() => groups.agg({ k: { column: "v", aggFunc: "sum" } }), /would be called "k"/);
    assert.throws(() => groups.agg(3 as never), /agg takes a name.*got 3/);
  });

  it("a function that makes another kind of thing", () => {
    assert.throws(
      () => groups.agg({ v: ((v: { values: number[] }) => v.values) as never }),
      /agg: a function makes one value.*got an array of 1/,
    );
    assert.throws(() => groups.transform(() => [1, 2, 3]), /has 1 rows, but the function made 3/);
    assert.throws(() => groups.filter((() => 1) as never), /answers true or false; got 1/);
    assert.throws(() => groups.apply((() => [1]) as never), /apply: .*got an array of 1/);
    let turn = 0;
    assert.throws(
      () => groups.apply((() => (turn++ === 0 ? 1 : { a: 1 })) as never),
      /made a value of the first group and a record of group 1/,
    );
  });

  it("a group that is not there, with those that are", () => {
    assert.throws(
      () => groups.getGroup("z"),
      /no group \["z"\]\. The groups begin \["a"\], \["b"\]/,
    );
    assert.throws(() => groups.getGroup(["a", "b"]), /has 1 keys; got 2/);
    assert.throws(() => groups.nth(0.5), /0.5 is no whole number/);
    assert.throws(() => groups.shift(1, { fillValue: "none" }), /does not fit a column of int64/);
    assert.throws(() => df.groupby([]), /at least one column/);
  });

  it("the frame, which no function changes", () => {
    const before = df.toRecords();
    groups.transform((v) => v.fillNa("x" as never));
    groups.apply((group) => group.drop({ columns: ["v"] }));
    assert.deepEqual(df.toRecords(), before);
  });

  it("keys that are written before the frames of apply, and dates and missing ones among them", () => {
    const day = new Date("2024-02-29");
    const dated = new DataFrame({ d: [day, null, day], g: [1, 1, 1], v: [1, 2, 3] });
    const both = dated.groupby(["d", "g"], { dropNa: false });
    assert.deepEqual(both.getGroup([new Date(day), 1]).column("v").values, [1, 3]);
    assert.deepEqual(both.getGroup([null, 1]).column("v").values, [2]);
    const last = both.apply((group) => group.select("v").tail(1));
    assert.deepEqual(last.toArrays(), [
      [day, 1, 3],
      [null, 1, 2],
    ]);
  });

  it("chosen columns, also in the frames of groups", () => {
    assert.deepEqual(groups.col("v").getGroup("a").columns, ["k", "v"]);
    assert.deepEqual(groups.col(["s", "v"]).head(1).columns, ["k", "v", "s"]);
    assert.throws(() => groups.col("w" as "v"), /no column "w"/);
  });
});
