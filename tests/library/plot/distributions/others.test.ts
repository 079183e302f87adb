import assert from "node:assert/strict";
import {
  acf,
  ecdf,
  embeddingScatter,
  hexbin,
  histogram2d,
  missingValues,
  pairs,
  parallelCoordinates,
  qqPlot,
  strip,
} from "../../../../library/src/plot/index.ts";
import { probabilityPlot } from "../../../../library/src/plot/distributions/qq-plot.ts";
import { autocorrelations } from "../../../../library/src/plot/charts/acf.ts";
import { assertClose, more } from "../more-answers.ts";
import { assertValidSpec } from "../valid-spec.ts";

const { spread, correlations, clusters } = more;
const rows = spread.values.map((value, i) => ({ value, twice: -value, kind: i % 3 }));

describe("qqPlot and acf", () => {
  it("have SciPy's quantiles and line", () => {
    const sorted = spread.values.toSorted((a, b) => a - b);
    const { points, slope, intercept } = probabilityPlot(sorted);
    assertClose(
      points.map(({ theoretical }) => theoretical),
      spread.qq.theoretical,
      1e-9,
    );
    assertClose(
      points.map(({ value }) => value),
      spread.qq.ordered,
    );
    assertClose([slope, intercept], [spread.qqLine.slope, spread.qqLine.intercept], 1e-9);
    assertValidSpec(qqPlot(spread.values));
    assert.throws(() => qqPlot([1]), /at least two values; there are 1/);
  });

  it("have NumPy's autocorrelations", () => {
    assertClose(autocorrelations(spread.values, 5), spread.acf);
    assertValidSpec(acf(spread.values, { lags: 12 }));
    assert.throws(() => acf([1, 1, 1]), /does not vary/);
    assert.throws(() => acf([1, 2, 3], { lags: 3 }), /from 1 to 2 for 3 values; it was 3/);
  });
});

describe("ecdf and strip", () => {
  it("step up by the share of each value", () => {
    const { values } = ecdf([3, 1, 3, 2]).spec.data;
    assert.deepEqual(
      values.map(({ value, share }) => [value, share]),
      [
        [1, 0],
        [1, 0.25],
        [2, 0.5],
        [3, 1],
      ],
    );
    assertValidSpec(ecdf(rows, { x: "value", color: "kind" }));
    assertValidSpec(ecdf(rows, { x: "value", facet: "kind" }));
  });

  it("keep the points of a swarm apart, and show each once", () => {
    const chart = strip(rows, { x: "kind", y: "value", mode: "swarm", width: 300, height: 200 });
    assertValidSpec(chart);
    const { values } = chart.spec.data;
    assert.equal(values.length, rows.length);
    const [low, high] = [Math.min(...spread.values), Math.max(...spread.values)];
    const places = values.map(({ place, value }) => [
      Number(place) * 100,
      (Number(value) / (high - low)) * 200,
    ]);
    places.forEach(([x, y], i) =>
      places.slice(i + 1).forEach(([u, v]) => assert.ok(Math.hypot(x - u, y - v) > 5.9)),
    );
    assertValidSpec(strip(rows, { y: ["value", "twice"], horizontal: true }));
    assert.match(strip(rows, { y: "value", maxPoints: 10 }).alt, /A sample of 10 of 64/);
  });
});

describe("histogram2d and hexbin", () => {
  it("count every point once", () => {
    for (const chart of [
      histogram2d(rows, { x: "value", y: "twice", bins: [10, 5] }),
      hexbin(rows, { x: "value", y: "twice", bins: 8 }),
    ]) {
      assertValidSpec(chart);
      const sum = chart.spec.data.values.reduce((total, { count }) => total + Number(count), 0);
      assert.equal(sum, rows.length);
    }
  });

  it("puts each point into the nearest hexagon", () => {
    const points = Array.from({ length: 500 }, (_, i) => [(i * 0.618) % 1, (i * 0.414) % 1]);
    const { spec } = hexbin(points, { bins: 12, width: 300, height: 300 });
    const side = (name: "x" | "y") =>
      (spec.encoding[name]["scale"] as { domain: [number, number] }).domain;
    const pixel = (value: number, [low, high]: [number, number]) =>
      ((value - low) / (high - low)) * 300;
    const centres = spec.data.values.map(({ x, y, count }) => ({
      x: pixel(Number(x), side("x")),
      y: pixel(Number(y), side("y")),
      count: Number(count),
      got: 0,
    }));
    for (const [x, y] of points) {
      const [px, py] = [pixel(x, side("x")), pixel(y, side("y"))];
      const away = (centre: { x: number; y: number }) => Math.hypot(centre.x - px, centre.y - py);
      const best = centres.reduce((a, b) => (away(b) < away(a) ? b : a));
      best.got++;
    }
    const misplaced = centres.filter(({ count, got }) => Math.abs(count - got) > 0);
    assert.ok(misplaced.length <= 2, JSON.stringify(misplaced));
  });

  it("refuse numbers of bins", () => {
    assert.throws(() => hexbin(rows, { bins: 1 }), /from 2 to 200; it was 1/);
    assert.throws(() => histogram2d(rows, { bins: 0 }), /from 1 to 1000; it was 0/);
  });
});

describe("pairs, parallelCoordinates, missingValues", () => {
  it("make valid specs of tables with missing values", () => {
    const chart = pairs(correlations.columns, { size: 80 });
    assertValidSpec(chart);
    assert.match(chart.alt, /3 of 30 rows have no a or b or c or d/);
    assertValidSpec(pairs(rows, { columns: ["value", "twice"], color: "kind" }));
    assertValidSpec(parallelCoordinates(correlations.columns));
    assertValidSpec(parallelCoordinates(rows, { color: "kind", columns: ["value", "twice"] }));
    assert.throws(() => pairs({ a: [1] }), /2 to 10 columns of numbers; here is 1: a/);
    assert.throws(() => parallelCoordinates({ a: ["x"] }), /two columns of numbers; here is none/);
  });

  it("put each axis of parallel coordinates from 0 to 1", () => {
    const { values } = parallelCoordinates({ a: [1, 2, 3], b: [30, 10, 20] }).spec.data;
    assert.deepEqual(
      values.map(({ part }) => part),
      [0, 1, 0.5, 0, 1, 0.5],
    );
  });

  it("show where values are missing, row by row", () => {
    const chart = missingValues(correlations.columns);
    assertValidSpec(chart);
    assert.match(chart.alt, /30 rows and 4 columns: a 2 and c 2/);
    const holes = chart.spec.data.values.filter(({ share }) => share === 1);
    assert.deepEqual(
      holes.map(({ column, row, to }) => [column, row, to]),
      [
        ["a (2)", 3, 4],
        ["a (2)", 7, 8],
        ["c (2)", 7, 8],
        ["c (2)", 9, 10],
      ],
    );
    const long = { x: Array.from({ length: 10_000 }, (_, i) => (i < 5000 ? null : i)) };
    assert.equal(missingValues(long).spec.data.values.length, 2);
  });
});

describe("embeddingScatter", () => {
  it("shows labels and texts, and keeps units equal", () => {
    const { points, labels } = clusters;
    const texts = labels.map((label, i) => `${String(label)}-${String(i)}`);
    const chart = embeddingScatter(points, { labels, texts, title: "Clusters" });
    assertValidSpec(chart);
    const { x, y } = chart.spec.encoding;
    const length = (channel: typeof x) => {
      const [low, high] = (channel["scale"] as { domain: [number, number] }).domain;
      return high - low;
    };
    const [across, up] = [
      Number(chart.spec.width) / length(x),
      Number(chart.spec.height) / length(y),
    ];
    assert.ok(Math.abs(across / up - 1) < 0.02, `${String(across)} ${String(up)}`);
    assertValidSpec(embeddingScatter(points));
    assert.throws(() => embeddingScatter(points, { labels: [1] }), /15 points and 1 labels/);
  });
});
