import assert from "node:assert/strict";
import { isChart } from "../../../../library/src/plot/figure/chart.ts";
import type { Figure } from "../../../../library/src/plot/index.ts";
import { jupyterDisplay } from "../../../../library/src/host/index.ts";
import {
  bar,
  facet,
  grid,
  histogram,
  imageGrid,
  layer,
  line,
  scatter,
} from "../../../../library/src/plot/index.ts";
import { inkOf, readPng } from "../read-png.ts";
import { assertValidSpec } from "../valid-spec.ts";

const rows = Array.from({ length: 24 }, (_, i) => ({
  x: i,
  y: (i * 7) % 11,
  kind: i % 2 === 0 ? "a" : "b",
  side: i % 3 === 0 ? "left" : "right",
}));
const picture = () =>
  imageGrid([
    [
      [0, 1],
      [1, 0],
    ],
  ]);

describe("facets", () => {
  it("repeat every chart with axes for the values of a column", () => {
    const options = { x: "x", y: "y", facet: "kind" } as const;
    for (const chart of [
      scatter(rows, options),
      line(rows, { ...options, color: "side" }),
      bar(rows, { x: "side", y: "y", facet: { row: "kind" } }),
      histogram(rows, { x: "y", facet: { column: "kind", row: "side", scales: "independent" } }),
      histogram(rows, {
        x: "y",
        facet: { wrap: "kind", columns: 1, scales: { y: "independent" } },
      }),
    ]) {
      assertValidSpec(chart);
      assert.match(chart.alt, /Repeated for each/);
    }
  });

  it("count and summarise within each facet", () => {
    const { values } = bar(rows, { x: "side", facet: "kind" }).spec.data;
    assert.deepEqual(values, [
      { side: "left", kind: "a", count: 4 },
      { side: "right", kind: "b", count: 8 },
      { side: "right", kind: "a", count: 8 },
      { side: "left", kind: "b", count: 4 },
    ]);
  });

  it("name what is wrong", () => {
    // @ts-expect-error no such column
    assert.throws(() => scatter(rows, { facet: "knd" }), /no column 'knd'/);
    assert.throws(() => scatter(rows, { facet: {} }), /facet names a column.*it was \{\}/);
    assert.throws(() => scatter(rows, { facet: { wrap: "kind", row: "side" } }), /names a column/);
  });
});

describe("facet", () => {
  it("draws any chart for each value, and shares scales", () => {
    const chart = facet(rows, { by: "kind", columns: 1, title: "Both" }, (part) =>
      histogram(part, { x: "y" }),
    );
    assert.ok(isChart(chart));
    assertValidSpec(chart);
    assert.match(chart.alt, /2 charts, one for each kind/);
  });

  it("makes a static grid of pictures", () => {
    const figure = facet(rows, { by: "kind" }, () => picture());
    assert.deepEqual(figure.interactive(), {});
  });
});

describe("layer", () => {
  it("draws points and lines of different groups without a word on the console", async () => {
    const points = scatter(rows, { x: "x", y: "y", color: "kind" });
    const lines = line(rows, { x: "x", y: "y", color: "side" });
    const said: unknown[] = [];
    const { warn } = console;
    console.warn = (...words) => void said.push(...words);
    try {
      await layer([points, lines]).toPNG();
    } finally {
      console.warn = warn;
    }
    assert.deepEqual(said, []);
    const apart = layer([points, lines], { scales: { color: "independent" } });
    assert.match(JSON.stringify(apart.spec), /"sort":\["left","right"\]/);
  });

  it("draws charts on the same axes, with the first one's titles", async () => {
    const chart = layer(
      [
        scatter(rows, { x: "x", y: "y", xTitle: "Place (m)" }),
        line(
          [
            { u: 0, v: 0 },
            { u: 20, v: 9 },
          ],
          { x: "u", y: "v" },
        ),
      ],
      { title: "Two" },
    );
    assertValidSpec(chart);
    const svg = await chart.toSVG();
    assert.ok(svg.includes(">Place (m)<") && !svg.includes(">Place (m), u<"));
  });

  it("refuses charts of several axes", () => {
    assert.throws(() => layer([scatter(rows, { facet: "kind" })]), /made of several \(facet\)/);
    assert.throws(() => layer([]), /at least one chart/);
  });
});

describe("grid", () => {
  it("makes one interactive spec of charts", async () => {
    const chart = grid([[scatter(rows), bar(rows, { x: "kind" })], [line(rows)]], {
      title: "All",
      scales: { x: "shared" },
    });
    assert.ok(isChart(chart));
    assertValidSpec(chart);
    assert.match(chart.alt, /^All\. 3 figures\. 1: Scatter/);
    assert.ok("application/vnd.vegalite.v5+json" in (await chart[jupyterDisplay]()).data);
    const row = grid([scatter(rows), line(rows)]);
    assert.ok(isChart(row));
    assertValidSpec(row);
  });

  it("has one legend a chart: shape and dash go with the colour", async () => {
    for (const draw of [scatter, line]) {
      const one = draw(rows, { x: "x", y: "y", color: "kind" });
      const legends = (svg: string) => svg.match(/role-legend-title/g)?.length;
      assert.equal(legends(await one.toSVG()), 1);
      const pair = grid([one, one]);
      assert.ok(isChart(pair));
      assertValidSpec(pair);
      assert.equal(legends(await pair.toSVG()), 2);
    }
  });

  it("makes one static picture of charts and pictures, with clip paths kept apart", async () => {
    const figure = grid([[scatter(rows), picture()], [scatter(rows)]]);
    const svg = await figure.toSVG();
    const ids = [...svg.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const [, id] of svg.matchAll(/url\(#([^)]+)\)/g)) assert.ok(ids.includes(id), id);
    const [one, all] = [readPng(await scatter(rows).toPNG()), readPng(await figure.toPNG())];
    assert.ok(inkOf(all) > 2 * inkOf(one));
    assert.ok(all.height > 2 * one.height && all.width > one.width);
  });

  it("refuses what is no figure", () => {
    assert.throws(() => grid([]), /made of figures.*there is none/);
    assert.throws(() => grid([[{} as Figure]]), /one of them is of type object/);
  });
});
