import assert from "node:assert/strict";
import { concat, DataFrame, merge, Series } from "daylab/frame";

const left = new DataFrame({ k: ["a", "b", "a"], v: [1, 2, 3] });
const right = new DataFrame({ k: ["b", "b", null], w: [4, 5, 6] });
const once = new DataFrame({ k: ["a", "b"], n: [1, 2] });

describe("frame: what merge and concat refuse", () => {
  it("keys that stand in several rows, naming one", () => {
    const wrong = (validate: "1:1" | "one_to_many", side: string, key: string): RegExp =>
      new RegExp(`merge is not ${validate}: the key ${key} stands in 2 rows of the ${side} frame`);
    assert.throws(() => left.merge(once, { validate: "1:1" }), wrong("1:1", "left", '"a"'));
    assert.throws(() => once.merge(right, { validate: "1:1" }), wrong("1:1", "right", '"b"'));
    assert.throws(
      () => left.merge(once, { on: "k", validate: "one_to_many" }),
      wrong("one_to_many", "left", '"a"'),
    );
    const missing = new DataFrame({ k: [null, "a", null] as (string | null)[], v: [1, 2, 2] });
    assert.throws(
      () => once.merge(missing, { on: "k", validate: "one_to_one" }),
      /the key null stands in 2 rows of the right frame/,
    );
    assert.throws(
      () => left.merge(left.head(0), { on: ["k", "v"], validate: "1:2" as "1:1" }),
      /validate is one of one_to_one, 1:1.*got "1:2"/,
    );
    assert.equal(left.merge(once, { validate: "many_to_one" }).length, 3);
    assert.equal(left.merge(right, { validate: "m:m" }).length, 2);
    assert.equal(left.merge(left, { on: ["k", "v"], validate: "1:1" }).length, 3);
  });

  it("keys that are not there, do not fit or are said twice", () => {
    const other = right.rename({ k: "key" });
    assert.throws(() => merge({ left, right, on: "key" as "k" }), /no column "key"/);
    assert.throws(() => left.merge(other), /no column in common; give leftOn and rightOn/);
    assert.throws(() => left.merge(other, { leftOn: "k" }), /no key for the right frame/);
    assert.throws(
      () => left.merge(other, { leftOn: ["k", "v"], rightOn: "key" }),
      /2 keys on the left, 1 on the right/,
    );
    assert.throws(
      () => left.merge(right, { on: "k", leftIndex: true } as never),
      /give on, or leftOn and rightOn/,
    );
    assert.throws(
      () => left.merge(right, { leftOn: "k", leftIndex: true, rightIndex: true }),
      /leftOn or leftIndex, not both/,
    );
    assert.throws(
      () => left.merge(right, { leftOn: "v", rightOn: "k" }),
      /the key "v" is int64 on the left and "k" is string on the right; use asType first/,
    );
    assert.throws(() => left.merge(right, { how: "cross", on: "k" }), /leave on out/);
    assert.throws(() => left.merge(right, { how: "full" as "outer" }), /got "full"/);
    assert.throws(
      () => left.merge(right, { onn: "k" } as never),
      /no option "onn"\. Did you mean "on"/,
    );
  });

  it("names that would occur twice", () => {
    const both = { on: "k", suffixes: ["", null] } as const;
    assert.throws(() => left.merge(left, both), /would be called "v"\. Give suffixes/);
    assert.throws(() => left.join(left), /would be called "k"/);
    assert.throws(() => left.merge(left, { suffixes: ["_x"] as never }), /suffixes are two/);
    assert.throws(
      () => concat({ dfList: [left, right], axis: 1 }),
      /two frames have a column "k"; rename one first, or give keys/,
    );
  });

  it("rows and columns that cannot be put together", () => {
    assert.throws(
      () => concat({ dfList: [left, new DataFrame({ v: ["x"] })] as never }),
      /column "v" is number in frame 0 and string in frame 1/,
    );
    const labels = left.setIndex({ index: ["p", "p", "q"] });
    assert.throws(
      () => concat({ dfList: [labels, new DataFrame({ z: [1] }, { index: ["p"] })], axis: 1 }),
      /the label "p" stands in several rows of frame 0/,
    );
    assert.throws(() => concat({ dfList: [] }), /at least one frame/);
    assert.throws(() => concat({ dfList: [left], keys: ["a", "b"] }), /2 keys for 1 frames/);
    assert.throws(() => concat({ dfList: [left], join: "left" as "inner" }), /got "left"/);
  });

  it("nothing of its operands changes", () => {
    const before = JSON.stringify([left, right]);
    left.merge(right, { how: "outer", indicator: true });
    concat({ dfList: [left, right], keys: ["x", "y"] });
    concat({ dfList: [left.column("v"), new Series([1])] });
    assert.equal(JSON.stringify([left, right]), before);
  });

  it("categories of two frames meet by their texts, and a key without values meets any", () => {
    const one = new DataFrame({ k: ["b", "a"], v: [1, 2] }).asType("k", "category");
    const other = new DataFrame({ k: ["a", "c"], w: [3, 4] }).asType("k", "category");
    assert.deepEqual(one.merge(other).toRecords(), [{ k: "a", v: 2, w: 3 }]);
    const none = new DataFrame<{ k: string | null; w: number }>({ k: [null, null], w: [1, 2] });
    assert.deepEqual(once.merge(none, { on: "k", how: "left" }).column("w").values, [null, null]);
  });
});
