import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs-node";
import { DataFrame, MinMaxScaler, Series, StandardScaler } from "daylab/frame";
import { type Cells, matrices, scaledAnswer } from "./answers.ts";

const scalers: Record<string, () => StandardScaler | MinMaxScaler> = {
  standard: () => new StandardScaler(),
  "standard without mean": () => new StandardScaler({ withMean: false }),
  "standard without std": () => new StandardScaler({ withStd: false }),
  minmax: () => new MinMaxScaler(),
  "minmax range": () => new MinMaxScaler({ featureRange: [-2, 3] }),
  "minmax clip": () => new MinMaxScaler({ clip: true }),
};

/** To 1e-12 of the size; beside 0 absolutely. */
function close(ours: readonly Cells[], theirs: readonly Cells[], what: string): void {
  assert.equal(ours.length, theirs.length, what);
  ours.forEach((row, i) =>
    row.forEach((value, j) => {
      const wanted = theirs[i][j];
      if (value === null || wanted === null) assert.equal(value, wanted, `${what}, ${i}, ${j}`);
      else {
        const near = Math.abs(value - wanted) <= 1e-12 * Math.max(1, Math.abs(wanted));
        assert.ok(near, `${what}, ${i}, ${j}: ${value}, scikit-learn ${wanted}`);
      }
    }),
  );
}

const rowsOf = (frame: { toArrays(): unknown }): Cells[] => frame.toArrays() as Cells[];

describe("frame: scalers, as scikit-learn has them", () => {
  for (const [name, columns] of Object.entries(matrices)) {
    const dtypes = Object.fromEntries(Object.keys(columns).map((one) => [one, "float64" as const]));
    const frame = new DataFrame(columns, { dtypes });
    const later = new DataFrame(
      Object.fromEntries(
        Object.entries(columns).map(([one, cells]) => [
          one,
          cells.map((cell) => (cell === null ? null : cell * 2 - 1)),
        ]),
      ),
      { dtypes },
    );
    for (const [way, make] of Object.entries(scalers))
      it(`${name} ${way}`, () => {
        const scaler = make().fit(frame);
        const { transformed, later: laterAnswer, back } = scaledAnswer(`${name} ${way}`);
        const scaled = scaler.transform(frame);
        close(rowsOf(scaled), transformed, "transform");
        close(rowsOf(scaler.transform(later)), laterAnswer, "later rows");
        close(rowsOf(scaler.inverseTransform(scaled)), back, "inverse");
      });
  }

  it("answers with the kind it was given", () => {
    const rows = [
      [0, 10],
      [10, 30],
    ];
    const frame = new DataFrame({ a: [0, 10], b: [10, 30] }, { index: ["x", "y"] });
    const scaled = new MinMaxScaler().fitTransform(frame);
    assert.deepEqual(
      [scaled.columns, scaled.index],
      [
        ["a", "b"],
        ["x", "y"],
      ],
    );
    assert.deepEqual(new MinMaxScaler().fitTransform(rows), scaled.toArrays());
    const series = new MinMaxScaler().fitTransform(
      new Series([1, 3, null], { name: "s", index: ["p", "q", "r"] }),
    );
    assert.deepEqual(
      [series.name, series.index, series.values],
      ["s", ["p", "q", "r"], [0, 1, null]],
    );
    assert.deepEqual(new MinMaxScaler().fitTransform([1, null, 3]), [0, Number.NaN, 1]);
    assert.deepEqual(new MinMaxScaler().fitTransform(new Float32Array([1, 3])), [0, 1]);
    const tensor = new MinMaxScaler().fitTransform(tf.tensor2d(rows));
    assert.deepEqual([tensor.shape, tensor.arraySync()], [[2, 2], scaled.toArrays()]);
    assert.deepEqual(new StandardScaler().fitTransform(tf.tensor1d([1, 3])).arraySync(), [-1, 1]);
    assert.deepEqual(frame.column("a").values, [0, 10]);
  });

  it("keeps what it learned where one reads it", () => {
    const scaler = new StandardScaler().fit([1, 3, 5]);
    assert.deepEqual([scaler.mean_, scaler.var_], [[3], [8 / 3]]);
    const range = new MinMaxScaler().fit([1, 3, 5]);
    assert.deepEqual([range.dataMin_, range.dataMax_, range.scale_], [[1], [5], [0.25]]);
  });

  it("says what it cannot do", () => {
    const fitted = new StandardScaler().fit(new DataFrame({ age: [1, 2], size: [3, 4] }));
    assert.throws(
      () => new StandardScaler().transform([1]),
      /StandardScaler\.transform comes after fit/,
    );
    assert.throws(() => new MinMaxScaler().fit([]), /nothing to learn from: 0 rows/);
    assert.throws(() => new MinMaxScaler().fit([1, Infinity]), /column 0 has Infinity in row 1/);
    assert.throws(() => fitted.transform([[1, 2, 3]]), /fit had 2 columns; got 3/);
    assert.throws(
      () => fitted.transform(new DataFrame({ agee: [1], size: [2] })),
      /no column "agee".*"age"/,
    );
    assert.throws(
      () => fitted.transform(new DataFrame({ size: [1], age: [2] })),
      /in the order age, size; got size, age/,
    );
    assert.throws(() => fitted.fit(["a"] as never), /needs numbers; value 0 is "a"/);
    assert.throws(() => fitted.fit(new Series(["a"] as never)), /needs numbers, but column/);
    assert.throws(() => fitted.fit([[1, 2], [3]]), /row 1 is an array of 1, but row 0 has 2/);
    assert.throws(
      () => fitted.fit("abc" as never),
      /takes a frame, a column, an array or a tensor/,
    );
    assert.throws(() => fitted.fit(tf.zeros([1, 1, 1])), /got \[1, 1, 1\]/);
    assert.throws(() => new MinMaxScaler({ featureRange: [1, 1] }), /got \[1, 1\]/);
    assert.throws(() => new MinMaxScaler({ range: [0, 1] } as never), /no option "range"/);
  });
});
