import assert from "node:assert/strict";
import { box, density, violin } from "../../../../library/src/plot/index.ts";
import { boxStatistics } from "../../../../library/src/plot/distributions/statistics.ts";
import {
  bandwidthOf,
  densityAt,
} from "../../../../library/src/plot/distributions/kernel-density.ts";
import { assertClose, more } from "../more-answers.ts";
import { assertValidSpec } from "../valid-spec.ts";

const { spread } = more;
const rows = spread.values.map((value, i) => ({
  value,
  half: i < 32 ? "first" : "second",
  kind: i % 2 === 0 ? "even" : "odd",
}));
const twice = [...rows, ...rows];

describe("box", () => {
  it("has NumPy's quartiles, and whiskers and outliers by Tukey's rule", () => {
    const { outliers, ...five } = boxStatistics(spread.values);
    assert.deepEqual(outliers, spread.outliers);
    for (const name of ["q1", "median", "q3", "low", "high"] as const)
      assert.ok(Math.abs(five[name] - spread.box[name]) < 1e-12, name);
    const { values } = box(spread.values).spec.data;
    assert.equal(values[0]["median"], five.median);
    assert.deepEqual(
      values.slice(1).map(({ outlier }) => outlier),
      spread.outliers,
    );
  });

  it("makes valid specs of groups, colours, several columns and facets", () => {
    assertValidSpec(box(rows, { x: "half", y: "value", color: "kind", title: "Boxes" }));
    assertValidSpec(box(rows, { x: "half", y: "value", horizontal: true, outliers: false }));
    assertValidSpec(box({ a: [1, 2, null], b: [3, 4, 5] }));
    assertValidSpec(box(twice, { x: "half", y: "value", facet: "kind" }));
  });

  it("draws a box for each column of numbers, and says what is missing", () => {
    const chart = box({ name: ["x", "y", "z"], a: [1, 2, null], b: [3, 4, 5] });
    assert.deepEqual(
      chart.spec.data.values.map(({ group, median, n }) => [group, median, n]),
      [
        ["a", 1.5, 2],
        ["b", 4, 3],
      ],
    );
    assert.match(chart.alt, /a median 1.5.*1 missing values are left out/);
  });

  it("puts colours of one place side by side, and keeps the middle where colour repeats the place", () => {
    const middles = (chart: ReturnType<typeof box>) =>
      chart.spec.data.values.flatMap(({ middle, q1 }) => (q1 === undefined ? [] : [middle]));
    const own = box(rows, { x: "kind", y: "value", color: "kind", outliers: false });
    assertClose(middles(own), [0, 1], 1e-9);
    const nested = box(rows, { x: "half", y: "value", color: "kind", outliers: false });
    assert.equal(new Set(middles(nested)).size, 4);
  });

  it("names what is wrong", () => {
    assert.throws(() => box(rows, { y: "kind" }), /Column 'kind' must hold numbers/);
    // @ts-expect-error no such column
    assert.throws(() => box(rows, { y: "valeu" }), /no column 'valeu'/);
    assert.throws(() => box([{ a: "x" }]), /Name a column of numbers as y; the columns are a/);
    assert.throws(() => box([{ a: null }], { y: "a" }), /nothing to plot/);
  });
});

describe("density and violin", () => {
  it("have SciPy's kernel density", () => {
    for (const rule of ["scott", "silverman"] as const)
      assertClose(
        densityAt(spread.values, spread.at, bandwidthOf(spread.values, rule)),
        spread.kde[rule],
      );
    assertClose(
      densityAt(spread.values, spread.at, bandwidthOf(spread.values, 0.5)),
      spread.kdeHalf,
    );
  });

  it("make valid specs", () => {
    assertValidSpec(density(rows, { x: "value", color: "half" }));
    assertValidSpec(density({ a: [1, 2, 4], b: [3, 4, 5] }, { x: ["a", "b"], fill: false }));
    assertValidSpec(density(rows, { x: "value", facet: "kind" }));
    assertValidSpec(violin(rows, { x: "half", y: "value", color: "kind" }));
    assertValidSpec(violin(rows, { x: "half", y: "value", horizontal: true }));
    assertValidSpec(violin(twice, { x: "half", y: "value", facet: { column: "kind" } }));
  });

  it("have an area of 1, and violins their widest place where the density is highest", () => {
    const curve = density(spread.values, { points: 2000 }).spec.data.values;
    const step = Number(curve[1]["at"]) - Number(curve[0]["at"]);
    const area = curve.reduce((sum, point) => sum + Number(point["density"]) * step, 0);
    assert.ok(Math.abs(area - 1) < 0.005, String(area));
    const outline = violin(spread.values).spec.data.values.filter((row) => "density" in row);
    const widest = outline.reduce((best, row) =>
      Number(row["density"]) > Number(best["density"]) ? row : best,
    );
    assert.ok(Number(widest["to"]) - Number(widest["from"]) > 0.7);
  });

  it("name a group that has no density", () => {
    assert.throws(() => density([3, 3, 3]), /at least two different values.*3 values, all equal/);
    assert.throws(() => violin([3]), /there is 1 value/);
    assert.throws(() => density([1, 2], { bandwidth: -1 }), /bandwidth.*it was -1/);
  });
});
