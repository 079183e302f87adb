import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Series } from "daylab/frame";
import type { SeriesWindow } from "../../../../library/src/frame/series/window.ts";

type Cells = (number | null)[];

const { columns, answers } = JSON.parse(
  readFileSync(new URL("fixtures/answers.json", import.meta.url), "utf8"),
) as { columns: Record<string, Cells>; answers: Record<string, Cells> };

const statistics = ["sum", "mean", "std", "var", "min", "max", "median", "count"] as const;
const windows: Record<string, (s: Series<number | null>) => SeriesWindow> = {
  "rolling 1": (s) => s.rolling(1),
  "rolling 3": (s) => s.rolling(3),
  "rolling 3 min 1": (s) => s.rolling(3, { minPeriods: 1 }),
  "rolling 3 min 0": (s) => s.rolling(3, { minPeriods: 0 }),
  "rolling 4 centre": (s) => s.rolling(4, { center: true, minPeriods: 2 }),
  "rolling 50": (s) => s.rolling(50, { minPeriods: 5 }),
  expanding: (s) => s.expanding(),
  "expanding min 3": (s) => s.expanding({ minPeriods: 3 }),
};
const faded = {
  alpha: { alpha: 0.3 },
  span: { span: 5 },
  com: { com: 2 },
  halflife: { halflife: 1.5 },
  "not adjusted": { alpha: 0.3, adjust: false },
  ignore: { alpha: 0.3, ignoreNa: true },
  "not adjusted, ignore": { alpha: 0.3, adjust: false, ignoreNa: true },
  "min 3": { alpha: 0.3, minPeriods: 3 },
};
const lines = {
  default: {},
  "limit 1": { limit: 1 },
  backward: { limitDirection: "backward" },
  both: { limitDirection: "both" },
  "both, limit 1": { limitDirection: "both", limit: 1 },
} as const;

/** Rounding differs where values of many sizes come and go; a share of the largest value is allowed. */
function compare(ours: Cells, name: string, size: number): void {
  const theirs = answers[name];
  const square = /var$/.test(name) ? size * size : size;
  assert.equal(ours.length, theirs.length, name);
  ours.forEach((value, row) => {
    const wanted = theirs[row];
    if (value === null || wanted === null)
      return assert.equal(value, wanted, `${name}, row ${row}`);
    const near = Math.abs(value - wanted) <= 1e-12 * Math.max(square, Math.abs(wanted));
    assert.ok(near, `${name}, row ${row}: ${value}, pandas ${wanted}`);
  });
}

describe("frame: windows as pandas has them", () => {
  const asked = new Set<string>();
  const sizes = Object.entries(columns).map(([name, cells]) => ({
    name,
    cells,
    size: Math.max(1, ...cells.map((cell) => Math.abs(cell ?? 0))),
  }));
  const check = (ours: Series<number | null>, name: string, size: number): void => {
    asked.add(name);
    compare(ours.values, name, size);
  };

  for (const { name, cells, size } of sizes)
    it(name, () => {
      const series = new Series<number | null>(cells, { dtype: "float64" });
      for (const [window, make] of Object.entries(windows)) {
        for (const statistic of statistics)
          check(make(series)[statistic](), `${name} ${window} ${statistic}`, size);
        check(make(series).quantile(0.3), `${name} ${window} quantile`, size);
      }
      for (const [way, options] of Object.entries(faded)) {
        const window = series.ewm(options);
        for (const statistic of ["mean", "std", "var"] as const)
          check(window[statistic](), `${name} ewm ${way} ${statistic}`, size);
      }
      for (const [way, options] of Object.entries(lines))
        check(series.interpolate(options), `${name} interpolate ${way}`, size);
    });

  it("every answer was asked for", () => {
    assert.deepEqual([...asked].sort(), Object.keys(answers).sort());
  });

  it("a small value survives a large one that has left, where pandas loses it", () => {
    const large = new Series([1, 1e16, 1, 2, 3]).rolling(3);
    assert.equal(large.std().values.at(-1), 1);
    assert.equal(large.sum().values.at(-1), 6);
  });

  it("keeps the name and the row labels, takes whole numbers and booleans, no infinities", () => {
    const labelled = new Series([1, 2, 3], { name: "x", index: ["a", "b", "c"] });
    const mean = labelled.rolling(2).mean();
    assert.deepEqual([mean.name, mean.index], ["x", ["a", "b", "c"]]);
    assert.deepEqual(new Series([true, false, true]).expanding().sum().values, [1, 1, 2]);
    assert.deepEqual(
      new Series([1, Infinity, 3, 4]).rolling(2, { minPeriods: 1 }).sum().values,
      [1, 1, 3, 7],
    );
  });

  it("says what is wrong with an option or a column", () => {
    const s = new Series([1, 2, 3]);
    assert.throws(() => s.rolling(0), /rolling: the window is a whole number from 1; got 0/);
    assert.throws(() => s.rolling(2.5), /got 2\.5/);
    assert.throws(() => s.rolling(2, { minPeriods: 3 }), /minPeriods is 3, but a window has 2/);
    assert.throws(() => s.rolling(2, { min: 1 } as never), /no option "min"/);
    assert.throws(() => s.expanding({ minPeriods: -1 }), /got -1/);
    assert.throws(() => s.expanding().quantile(2), /q is from 0 to 1; got 2/);
    assert.throws(() => s.ewm({}), /needs one of alpha, span, com, halflife; got none/);
    assert.throws(() => s.ewm({ alpha: 0.5, span: 2 }), /got alpha and span/);
    assert.throws(() => s.ewm({ alpha: 0 }), /alpha is above 0 and up to 1; got 0/);
    assert.throws(() => s.ewm({ halflife: 0 }), /halflife is above 0; got 0/);
    assert.throws(() => s.interpolate({ limit: 0 }), /limit is a whole number from 1; got 0/);
    assert.throws(() => s.interpolate({ limitDirection: "up" as "both" }), /got "up"/);
    assert.throws(() => new Series(["a"]).rolling(1).mean(), /rolling needs numbers, but column/);
  });
});
