import assert from "node:assert/strict";
import { bar, box, grid, line, scatter } from "../../../../library/src/plot/index.ts";
import { isChart } from "../../../../library/src/plot/figure/chart.ts";
import { assertValidSpec } from "../valid-spec.ts";

const rows = [
  { x: 1, y: 2, kind: "a" },
  { x: 3, y: 5, kind: "b" },
  { x: 4, y: 1, kind: "b" },
];
const days = rows.map(({ x, y }) => ({ day: new Date(Date.UTC(2026, 0, x)), y }));

describe("annotate", () => {
  it("marks lines, bands, boxes and places, on charts of every build", () => {
    const all = [
      { x: 2, text: "a line" },
      { y: [1, 3], text: "a band" },
      { x: [1, 2], y: [3, 4], color: "#D55E00" },
      { x: 3, y: 5, text: "a place", dx: -20 },
    ] as const;
    for (const chart of [
      scatter(rows, { x: "x", y: "y", title: "Points" }),
      line(rows, { x: "x", y: "y", color: "kind" }),
      scatter(rows, { x: "x", y: "y", facet: "kind" }),
      box(rows, { x: "kind", y: "y" }),
    ]) {
      const marked = chart.annotate(...all);
      assertValidSpec(marked);
      assert.match(marked.alt, /Marked: a line, a band, a place\.$/);
    }
    assertValidSpec(line(days, { x: "day", y: "y" }).annotate({ x: days[1].day, text: "now" }));
    assertValidSpec(bar(rows, { x: "kind", y: "y" }).annotate({ x: "b", y: 3, text: "here" }));
  });

  it("draws each at its place, and joins no titles of axes", async () => {
    const chart = scatter(rows, { x: "x", y: "y", xTitle: "Time (s)" });
    const domain = { domain: [0, 10], nice: false };
    for (const name of ["x", "y"])
      chart.spec.encoding[name] = { ...chart.spec.encoding[name], scale: domain };
    chart.spec.width = 100;
    chart.spec.height = 100;
    const svg = await chart
      .annotate({ x: 4, color: "#123456" }, { y: 3, color: "#654321" })
      .toSVG();
    assert.match(
      svg,
      /translate\(40,100\)" x2="0" y2="-100"[^>]*stroke="#123456"|translate\(40,0\)" x2="0" y2="100"[^>]*stroke="#123456"/,
    );
    assert.match(svg, /translate\((?:0|100),70\)" x2="-?100" y2="0"[^>]*stroke="#654321"/);
    assert.equal(svg.match(/>Time \(s\)</g)?.length, 1);
  });

  it("leaves the chart as it was", () => {
    const chart = scatter(rows, { x: "x", y: "y" });
    const before = structuredClone(chart.spec);
    chart.annotate({ x: 1 });
    assert.deepEqual(chart.spec, before);
  });

  it("names what is wrong", () => {
    assert.throws(() => scatter(rows).annotate({ text: "no place" }), /place x or y.*no place/);
    const both = grid([scatter(rows), scatter(rows)]);
    assert.ok(isChart(both));
    assert.throws(() => both.annotate({ x: 1 }), /before you put them into a grid \(hconcat\)/);
  });
});
