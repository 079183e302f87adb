import assert from "node:assert/strict";
import { jupyterDisplay } from "../../../../library/src/host/index.ts";
import { line3d, scatter3d, surface } from "../../../../library/src/plot/index.ts";

const birds = [
  { mass: 3750, flipper: 181, bill: 39, species: "Adelie" },
  { mass: 5000, flipper: 221, bill: 47, species: "Gentoo" },
  { mass: null, flipper: 190, bill: 38, species: "Adelie" },
  { mass: 3700, flipper: 195, bill: 40, species: "Adelie" },
];

const marks = (svg: string) => svg.match(/class="(mark|patch|piece)"/g)?.length ?? 0;

describe("scatter3d", () => {
  it("gives each group a trace with a colour and a symbol of its own", () => {
    const { data, layout } = scatter3d(birds, {
      x: "bill",
      y: "flipper",
      z: "mass",
      color: "species",
    }).spec;
    assert.deepEqual(
      data.map(({ type, name, x, z }) => ({ type, name, x, z })),
      [
        { type: "scatter3d", name: "Adelie", x: [39, 40], z: [3750, 3700] },
        { type: "scatter3d", name: "Gentoo", x: [47], z: [5000] },
      ],
    );
    const looks = data.map((trace) => trace["marker"] as { color: string; symbol: string });
    assert.notEqual(looks[0]?.color, looks[1]?.color);
    assert.notEqual(looks[0]?.symbol, looks[1]?.symbol);
    assert.equal(layout["showlegend"], true);
  });

  it("colours by amounts with a scale, and chooses the first three columns of numbers", () => {
    const many = Array.from({ length: 30 }, (_, i) => ({
      name: "a",
      a: i,
      b: -i,
      c: i * i,
      d: i / 7,
    }));
    const { data, layout } = scatter3d(many, { color: "d", colorTitle: "Depth (m)" }).spec;
    const marker = data[0]?.["marker"] as {
      color: number[];
      colorbar: { title: { text: string } };
    };
    assert.equal(marker.color.length, 30);
    assert.equal(marker.colorbar.title.text, "Depth (m)");
    const axes = layout["scene"] as Record<string, { title: { text: string } }>;
    assert.deepEqual(
      ["xaxis", "yaxis", "zaxis"].map((axis) => axes[axis]?.title.text),
      ["a", "b", "c"],
    );
  });

  it("leaves rows without a place out and says so; describes itself", () => {
    const figure = scatter3d(birds, { x: "bill", y: "flipper", z: "mass" });
    assert.match(figure.alt, /3 points: bill from 38 to 47, .*1 of 4 rows have no/);
    assert.match(JSON.stringify(figure.spec.layout["title"]), /1 of 4 rows/);
  });

  it("shows a repeatable sample of many points", () => {
    const x = Float64Array.from({ length: 20_000 }, (_, i) => Math.sin(i));
    const data = { x, y: x, z: x };
    const figure = scatter3d(data);
    assert.equal((figure.spec.data[0]?.["x"] as number[]).length, 5000);
    assert.match(figure.alt, /A sample of 5,000 of 20,000 points/);
    assert.deepEqual(scatter3d(data).spec, figure.spec);
  });

  it("names what is wrong", () => {
    assert.throws(() => scatter3d(birds, { x: "beak" as never }), /no column 'beak'/);
    assert.throws(() => scatter3d({ a: [1], b: [2] }), /Name the columns along x, y and z.*a, b/);
    assert.throws(() => scatter3d(birds, { width: -1 }), /width is a number of pixels.*-1/);
    assert.throws(
      () => scatter3d(birds, { x: "bill", y: "flipper", z: "mass", size: "species" }),
      /size takes a column of numbers; 'species'/,
    );
  });

  it("comes as Plotly's MIME type with a picture of as many marks, and words", async () => {
    const figure = scatter3d(birds, { x: "bill", y: "flipper", z: "mass", title: "Birds" });
    const { data, metadata } = await figure[jupyterDisplay]();
    assert.deepEqual(Object.keys(data), [
      "application/vnd.plotly.v1+json",
      "image/png",
      "text/plain",
    ]);
    assert.equal(data["text/plain"], figure.alt);
    assert.equal((metadata["image/png"] as { alt: string }).alt, figure.alt);
    assert.equal(marks(await figure.toSVG()), 3);
    figure.spec.data[0] = { ...figure.spec.data[0], x: [1], y: [1], z: [1] };
    assert.equal(marks(await figure.toSVG()), 1, "the picture follows the spec");
  });
});

describe("line3d", () => {
  it("joins the rows in their order, each group by itself", async () => {
    const at = Array.from({ length: 10 }, (_, i) => i);
    const rows = ["up", "down"].flatMap((way) =>
      at.map((t) => ({ t, x: t, y: way === "up" ? t : -t, way })),
    );
    const figure = line3d(rows, { x: "x", y: "y", z: "t", color: "way" });
    assert.deepEqual(
      figure.spec.data.map(({ name, mode, y }) => [name, mode, (y as number[])[9]]),
      [
        ["down", "lines", -9],
        ["up", "lines", 9],
      ],
    );
    assert.equal(marks(await figure.toSVG()), 18);
    assert.match(figure.alt, /2 paths through 20 points/);
  });
});

describe("surface", () => {
  const at = Float64Array.from({ length: 11 }, (_, i) => i - 5);
  const bowl = Array.from(at, (y) => at.map((x) => x * x + y * y));

  it("takes rows of any kind of array, and places along x and y", async () => {
    const figure = surface(bowl, { x: at, y: at, zTitle: "Loss" });
    assert.deepEqual(figure.spec, JSON.parse(JSON.stringify(figure.spec)), "plain JSON");
    assert.deepEqual((figure.spec.data[0]?.["z"] as number[][])[0]?.[0], 50);
    assert.match(figure.alt, /11 by 11 places: x from -5 to 5, y from -5 to 5, Loss from 0 to 50/);
    assert.equal(marks(await figure.toSVG()), 100);
  });

  it("leaves holes where a height is missing, in the spec and in the picture", async () => {
    const holed = bowl.map((row) => [...row]);
    holed[5][5] = NaN;
    const figure = surface(holed);
    assert.equal((figure.spec.data[0]?.["z"] as unknown[][])[5]?.[5], null);
    assert.equal(marks(await figure.toSVG()), 96, "the four patches around it");
  });

  it("draws a large one with no more than 60 by 60 patches", async () => {
    const large = Array.from({ length: 100 }, (_, i) =>
      Array.from({ length: 100 }, (_, j) => i * j),
    );
    assert.equal(marks(await surface(large).toSVG()), 3600);
  });

  it("names what is wrong", () => {
    assert.throws(() => surface([[1, 2], [3]]), /Row 1 of the matrix has 1 values; row 0 has 2/);
    assert.throws(() => surface([[1, 2]]), /at least 2 rows and 2 columns; this matrix is 1 by 2/);
    assert.throws(
      () => surface(bowl, { x: [1, 2] }),
      /x holds 2 places; the matrix has 11 columns/,
    );
    assert.throws(
      () =>
        surface([
          [NaN, NaN],
          [NaN, NaN],
        ]),
      /no finite value/,
    );
  });
});
