import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-node";
import { DataFrame as DanfoFrame } from "danfojs-node";
import { DataFrame } from "../../../../library/src/frame/index.ts";
import { column, readTable } from "../../../../library/src/plot/table/read.ts";
import type { ChartData } from "../../../../library/src/plot/index.ts";

const plain = (data: ChartData) =>
  Object.fromEntries([...readTable(data).columns].map(([name, values]) => [name, [...values]]));

describe("chart data", () => {
  it("are read alike from records, columns and dataframes of several makers", () => {
    const records = [
      { a: 1, s: "x" },
      { a: 2, s: "y" },
    ];
    const expected = { a: [1, 2], s: ["x", "y"] };
    assert.deepEqual(plain(records), expected);
    assert.deepEqual(plain({ a: [1, 2], s: ["x", "y"] }), expected);
    assert.deepEqual(plain(new DataFrame(records)), expected);
    assert.deepEqual(plain(new DataFrame(records).polars as unknown as ChartData), expected);
    assert.deepEqual(plain(new DanfoFrame(records) as unknown as ChartData), expected);
  });

  it("take numbers, typed arrays and a series as one column beside its row numbers", () => {
    assert.deepEqual(plain([5, 6]), { index: [0, 1], value: [5, 6] });
    assert.deepEqual(plain(new Uint8Array([5, 6])), { index: [0, 1], value: [5, 6] });
    assert.deepEqual(plain(new DataFrame({ mass: [5, 6] }).column("mass")), {
      index: [0, 1],
      mass: [5, 6],
    });
  });

  it("take matrices and tensors column by column, and leave no tensor behind", () => {
    const tensors = [
      tf.tensor1d([0.1, 0.2]),
      tf.tensor2d([
        [1, 2],
        [3, 4],
      ]),
      tf.zeros([2, 2, 2]),
    ] as const;
    const before = tf.memory().numTensors;
    assert.deepEqual(plain(tensors[0]), { index: [0, 1], value: [0.1, 0.2] });
    assert.deepEqual(plain(tensors[1]), { x0: [1, 3], x1: [2, 4] });
    assert.deepEqual(
      plain([
        [1, 2],
        [3, 4],
      ]),
      { x0: [1, 3], x1: [2, 4] },
    );
    assert.deepEqual(plain({ n: [1, 2], t: tensors[0] }), { n: [1, 2], t: [0.1, 0.2] });
    assert.throws(() => plain(tensors[2]), /rank 1 or 2.*\[2, 2, 2\]/);
    assert.throws(() => plain({ t: tensors[1] }), /Column 't'.*\[2, 2\].*rank 1/);
    assert.equal(tf.memory().numTensors, before);
    tf.dispose([...tensors]);
  });

  it("keep a column that only later records have", () => {
    assert.deepEqual(plain([{ a: 1 }, { a: 2, b: 3 }]), { a: [1, 2], b: [undefined, 3] });
  });

  it("name what is broken", () => {
    assert.throws(() => readTable([]), /no rows/);
    assert.throws(() => readTable({ a: [1, 2], b: [1] }), /differ in length \(a: 2, b: 1\)/);
    assert.throws(() => readTable([[1, 2], [3]]), /Row 1.*1 values.*row 0 has 2/);
    assert.throws(() => readTable(null as never), /received null/);
    assert.throws(() => readTable(3 as never), /received number/);
    assert.throws(
      () => readTable({ a: 3 } as never),
      /Column 'a' is neither an array nor a tensor/,
    );
    assert.throws(() => column(readTable([{ a: 1, b: 2 }]), "c"), /no column 'c'.*'a', 'b'/);
  });
});
