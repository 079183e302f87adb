import assert from "node:assert/strict";
import { animatedScatter, plotly } from "../../../../library/src/plot/index.ts";
import type { Trace } from "../../../../library/src/plot/index.ts";

describe("plotly", () => {
  it("keeps a spec as it is, with typed arrays and dates as plain JSON", () => {
    const figure = plotly({
      data: [{ type: "scatter", x: [new Date(0)], y: Float32Array.of(1.5), n: 3n }],
      config: { scrollZoom: true },
    });
    assert.deepEqual(figure.spec, {
      data: [{ type: "scatter", x: ["1970-01-01T00:00:00.000Z"], y: [1.5], n: 3 }],
      layout: {},
      config: { scrollZoom: true },
    });
    assert.equal(figure.alt, "Plotly figure with 1 trace: scatter.");
    assert.equal(plotly({ data: [], alt: "Nothing." }).alt, "Nothing.");
  });

  it("does not touch what it was given", () => {
    const data = [{ type: "bar", y: [1, 2] }];
    const figure = plotly({ data });
    figure.spec.data[0] = { type: "pie" };
    assert.deepEqual(data, [{ type: "bar", y: [1, 2] }]);
  });

  it("says what it takes", () => {
    assert.throws(() => plotly({ data: "bar" as never }), /data: \[trace, …\].*data was "bar"/);
    assert.throws(() => plotly({} as never), /data was undefined/);
  });

  it("has a picture of the usual traces in the plane", async () => {
    const count = async (data: Trace[], role: string) => {
      const svg = await plotly({ data }).toSVG();
      return svg.match(new RegExp(`aria-roledescription="${role}"`, "g"))?.length ?? 0;
    };
    assert.equal(await count([{ type: "bar", x: ["a", "b"], y: [1, 2] }], "bar"), 2);
    assert.equal(await count([{ mode: "markers", y: [1, 2, 3] }], "point"), 3);
    assert.equal(
      await count(
        [
          { mode: "lines", y: [1, 2] },
          { mode: "lines", y: [2, 1] },
        ],
        "line mark",
      ),
      2,
    );
    const cells = {
      type: "heatmap",
      z: [
        [1, 2],
        [3, 4],
      ],
    };
    assert.match(await plotly({ data: [cells] }).toSVG(), /z: 4|mark-rect/);
    assert.match(
      await plotly({ data: [{ type: "histogram", x: [1, 2, 2] }] }).toSVG(),
      /mark-rect/,
    );
    assert.match(await plotly({ data: [{ type: "box", y: [1, 2, 9] }] }).toSVG(), /mark-rect/);
  });

  it("has a card with the description for what it cannot draw", async () => {
    const figure = plotly({ data: [{ type: "sankey" }], alt: "Flows & <more>." });
    const svg = await figure.toSVG();
    assert.match(svg, />Flows &amp; &lt;more&gt;\.</);
    assert.match(svg, /JupyterLab, Notebook 7, VS Code/);
  });

  it("draws meshes, dates and categories in space, and survives broken numbers", async () => {
    const mesh = {
      type: "mesh3d",
      x: [0, 1, 0],
      y: [0, 0, 1],
      z: [0, 0, 0],
      i: [0],
      j: [1],
      k: [2],
    };
    assert.match(await plotly({ data: [mesh] }).toSVG(), /class="patch"/);
    const points = {
      ...{ type: "scatter3d", mode: "markers", z: [1, null, 3] },
      ...{ x: ["2024-01-01", "2024-02-01", "2024-03-01"], y: ["a", "b", "c"] },
    };
    const svg = await plotly({ data: [points] }).toSVG();
    assert.equal(svg.match(/class="mark"/g)?.length, 2);
    assert.match(svg, />2024-0\d-\d\d</);
    assert.match(svg, />b</);
    const empty = { type: "scatter3d", x: [], y: [], z: [] };
    assert.match(await plotly({ data: [empty] }).toSVG(), /^<svg/);
  });
});

describe("animatedScatter", () => {
  const rows = [2020, 2021, 2022].flatMap((year) =>
    ["a", "b"].map((name, i) => ({ year, name, x: year - 2020 + i, y: i * 10, weight: 5 + i })),
  );

  it("has a frame for each value of its column, with a step of the slider", () => {
    const { spec, alt } = animatedScatter(rows, {
      ...{ x: "x", y: "y", frame: "year", color: "name", size: "weight", id: "name" },
    });
    assert.deepEqual(
      spec.frames?.map(({ name }) => name),
      ["2020", "2021", "2022"],
    );
    assert.deepEqual(spec.data, spec.frames?.[0]?.data);
    const [slider] = spec.layout["sliders"] as { steps: { args: unknown[][] }[] }[];
    assert.deepEqual(
      slider?.steps.map(({ args }) => args[0]),
      [["2020"], ["2021"], ["2022"]],
    );
    assert.deepEqual(spec.frames?.[1]?.data[1]?.["ids"], ["b"]);
    assert.match(alt, /6 points in 3 frames, year from 2020 to 2022/);
  });

  it("keeps the axes and the groups of every frame the same", () => {
    const uneven = rows.filter(({ year, name }) => year > 2020 || name === "a");
    const { spec } = animatedScatter(uneven, { x: "x", y: "y", frame: "year", color: "name" });
    assert.ok(spec.frames?.every(({ data }) => data.length === 2));
    assert.deepEqual(spec.frames?.[0]?.data[1]?.["x"], [null]);
    const range = (spec.layout["xaxis"] as { range: number[] }).range;
    assert.ok((range[0] ?? 1) < 0 && (range[1] ?? 0) > 3);
  });

  it("has a picture of the first frame that says so", async () => {
    const svg = await animatedScatter(rows, { x: "x", y: "y", frame: "year" }).toSVG();
    assert.match(svg, /Frame 1 of 3: 2020/);
    assert.equal(svg.match(/aria-roledescription="point"/g)?.length, 2);
  });

  it("names an unknown column", () => {
    assert.throws(() => animatedScatter(rows, { frame: "month" as never }), /no column 'month'/);
  });
});
