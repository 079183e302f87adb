import assert from "node:assert/strict";
import * as danfo from "danfojs-node";
import { DataFrame, fromDanfo, Series } from "../../../../library/src/frame/index.ts";

describe("frame: tensors and danfo", () => {
  it("makes float32 tensors row by row", () => {
    const df = new DataFrame({ a: [1, 2], b: [0.5, -0], t: [true, false] });
    const tensor = df.tensor;
    assert.deepEqual(tensor.shape, [2, 3]);
    assert.equal(tensor.dtype, "float32");
    assert.deepEqual([...tensor.dataSync()], [1, 0.5, 1, 2, -0, 0]);
    const column = new Series([1, 2, 3]).tensor;
    assert.deepEqual(column.shape, [3]);
    tensor.dispose();
    column.dispose();
  });

  it("goes to a real danfo DataFrame and back", () => {
    const df = new DataFrame({ n: [1, 2], s: ["x", "y"] }, { index: ["a", "b"] });
    const there = df.toDanfo<InstanceType<typeof danfo.DataFrame>>(danfo);
    assert.deepEqual(there.columns, ["n", "s"]);
    assert.deepEqual(there.values, [
      [1, "x"],
      [2, "y"],
    ]);
    assert.deepEqual(there.index, ["a", "b"]);
    const back = fromDanfo(there as never);
    assert.deepEqual(back.toRecords(), df.toRecords());
    assert.deepEqual(back.index, ["a", "b"]);
  });

  it("reads danfo's missing values as null, and refuses what is no frame", () => {
    const theirs = new danfo.DataFrame({ a: [1, Number.NaN], b: ["x", undefined] });
    assert.deepEqual(fromDanfo(theirs as never).toRecords(), [
      { a: 1, b: "x" },
      { a: null, b: null },
    ]);
    assert.throws(
      () => fromDanfo({ columns: [] } as never),
      /takes a danfo DataFrame; got an object/,
    );
    assert.throws(() => fromDanfo(null as never), /got null/);
  });
});
