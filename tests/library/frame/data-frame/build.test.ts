import assert from "node:assert/strict";
import { DataFrame, Series } from "../../../../library/src/frame/index.ts";

describe("frame: making a DataFrame", () => {
  it("takes columns, records and row arrays", () => {
    const columns = new DataFrame({ age: [31, null, 47.5], city: ["Rome", "Oslo", "日本"] });
    assert.deepEqual(columns.shape, [3, 2]);
    assert.deepEqual(columns.dtypes, ["float64", "string"]);
    assert.deepEqual(columns.column("city").values, ["Rome", "Oslo", "日本"]);
    const records = new DataFrame<{ a?: number; b?: string }>([{ a: 1 }, { b: "x" }]);
    assert.deepEqual(records.columns, ["a", "b"]);
    assert.deepEqual(records.column("b").values, [null, "x"]);
    const rows = new DataFrame(
      [
        [1, "x"],
        [2, "y"],
      ],
      { columns: ["n", "s"] },
    );
    assert.deepEqual(rows.column("n").values, [1, 2]);
  });

  it("keeps 64-bit integers exact, dates to the millisecond and negative zero", () => {
    const dates = [new Date("1969-12-31T23:59:59.999Z"), null, new Date("2024-02-29")];
    const df = new DataFrame({ n: [9007199254740993n, null, -5n], d: dates, z: [-0, 0, 1] });
    assert.deepEqual(df.dtypes, ["int64", "datetime", "float64"]);
    assert.deepEqual(df.column("n").values, [9007199254740993n, null, -5]);
    assert.deepEqual(df.column("d").values, dates);
    assert.ok(Object.is(df.column("z").values[0], -0));
  });

  it("reads NaN and undefined as missing, and keeps the type of typed arrays", () => {
    assert.deepEqual(new Series([1, Number.NaN, undefined]).values, [1, null, null]);
    const typed = new DataFrame({
      f: new Float32Array([1.5, Number.NaN]),
      u: new Uint8Array([0, 255]),
    });
    assert.deepEqual(typed.dtypes, ["float32", "uint8"]);
    assert.deepEqual(typed.column("f").values, [1.5, null]);
  });

  it("makes empty frames, with and without columns", () => {
    assert.deepEqual(new DataFrame({}).shape, [0, 0]);
    assert.deepEqual(new DataFrame([], { columns: ["a", "b"] }).shape, [0, 2]);
  });

  it("refuses what it cannot hold, naming the value and the remedy", () => {
    assert.throws(
      () => new DataFrame({ a: [1, "x"] }),
      /"a" mixes number and string.*row 1 is "x".*dtypes/s,
    );
    assert.throws(() => new DataFrame({ a: [1], b: [1, 2] }), /one length; got a: 1, b: 2/);
    assert.throws(() => new DataFrame([[1], [1, 2]]), /Row 1 is an array of 2/);
    assert.throws(() => new DataFrame({ a: [{}] as never }), /"a" has an object Object in row 0/);
    assert.throws(() => new DataFrame("x" as never), /made from columns/);
    assert.throws(() => new DataFrame({ a: [1] }, { inplace: true } as never), /never change/);
    assert.throws(
      () => new DataFrame({ a: [1] }, { index: ["x", "y"] }),
      /1 rows need as many row labels; got 2/,
    );
  });

  it("suggests the nearest column", () => {
    const df = new DataFrame({ age: [1], city: ["x"] });
    assert.throws(() => df.column("ctiy" as never), /no column "ctiy"\. Did you mean "city"\?/);
    assert.throws(() => df.cols["zzzzzz" as never], /The columns are: age, city/);
  });
});
