import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { type RankOptions, Series } from "daylab/frame";
import { difference, encoded } from "../compare.ts";

interface Answer {
  readonly index: number[];
  readonly values: unknown[];
}

const { columns, answers } = JSON.parse(
  readFileSync(new URL("fixtures/answers.json", import.meta.url), "utf8"),
) as { columns: Record<string, (number | null)[]>; answers: Record<string, Answer> };

type Column = Series<number | null>;

const anything: Record<string, (s: Column) => unknown> = {
  shift: (s) => s.shift(),
  "shift 2": (s) => s.shift(2),
  "shift -1": (s) => s.shift(-1),
  "shift 99": (s) => s.shift(99),
  duplicated: (s) => s.duplicated(),
  "duplicated last": (s) => s.duplicated({ keep: "last" }),
  "duplicated none": (s) => s.duplicated({ keep: "none" }),
  dropDuplicates: (s) => s.dropDuplicates(),
  "dropDuplicates last": (s) => s.dropDuplicates({ keep: "last" }),
};
for (const method of ["average", "min", "max", "first", "dense"] as const) {
  const rank = (options: RankOptions) => (s: Column) => s.rank({ method, ...options });
  anything[`rank ${method}`] = rank({});
  anything[`rank ${method} down`] = rank({ ascending: false });
  anything[`rank ${method} top`] = rank({ naOption: "top" });
  anything[`rank ${method} bottom`] = rank({ naOption: "bottom" });
  anything[`rank ${method} pct`] = rank({ pct: true });
}
const numbers: Record<string, (s: Column) => unknown> = {
  "shift fill": (s) => s.shift(2, { fillValue: 9 }),
  diff: (s) => s.diff(),
  "diff -2": (s) => s.diff(-2),
  pctChange: (s) => s.pctChange(),
  cumSum: (s) => s.cumSum(),
  cumProd: (s) => s.cumProd(),
  cumMin: (s) => s.cumMin(),
  cumMax: (s) => s.cumMax(),
  nLargest: (s) => s.nLargest(3),
  nSmallest: (s) => s.nSmallest(3),
};
const asks = { ...anything, ...numbers };

describe("frame: a value among its neighbours, as pandas has it", () => {
  for (const [name, cells] of Object.entries(columns))
    it(name, () => {
      const texts = name === "texts";
      const numbered = cells.map((_, row) => row);
      const series = new Series(cells, { dtype: texts ? "string" : "float64", index: numbered });
      for (const [key, { index, values }] of Object.entries(answers)) {
        if (!key.startsWith(`${name} `)) continue;
        const ours = encoded(asks[key.slice(name.length + 1)](series), true);
        // Without rows there are no labels to compare.
        assert.equal(difference(ours, { values, index }), undefined, key);
      }
    });

  it("whole numbers stay whole, small and unsigned ones do not wrap around", () => {
    const bytes = new Series(new Uint8Array([200, 100, 250]));
    assert.deepEqual(bytes.cumSum().values, [200, 300, 550]);
    assert.deepEqual(bytes.diff().values, [null, -100, 150]);
    assert.equal(new Series([1, 2]).cumSum().dtype, "int64");
    assert.deepEqual(new Series([true, true]).cumSum().values, [1, 2]);
  });

  it("positions of order and extremes", () => {
    const s = new Series([3, null, 9, 9, 1]);
    assert.deepEqual(s.argSort(), [4, 0, 2, 3, 1]);
    assert.deepEqual(s.argSort({ ascending: false }), [2, 3, 0, 4, 1]);
    assert.deepEqual([s.argMax(), s.argMin()], [2, 4]);
    const none = new Series<number | null>([null], { dtype: "float64" });
    assert.deepEqual([none.argMax(), none.argMin()], [-1, -1]);
  });

  it("says what does not fit", () => {
    const s = new Series([1, 2]);
    assert.throws(() => s.shift(1.5), /shift takes a whole number of rows; got 1\.5/);
    assert.throws(() => s.shift(1, { fillValue: "x" as never }), /fillValue "x" does not fit/);
    assert.throws(() => s.nLargest(-1), /from 0; got -1/);
    assert.throws(
      () => s.rank({ method: "mean" as "min" }),
      /method is one of average.*got "mean"/,
    );
    assert.throws(() => s.duplicated({ keep: "all" as "last" }), /got "all"/);
    assert.throws(() => new Series(["a"]).diff(), /diff needs numbers/);
    assert.throws(() => new Series(["a"]).cumSum(), /cumSum needs numbers/);
  });
});
