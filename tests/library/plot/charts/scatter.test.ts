import assert from "node:assert/strict";
import { jupyterDisplay } from "../../../../library/src/host/index.ts";
import { scatter } from "../../../../library/src/plot/index.ts";
import { assertValidSpec } from "../valid-spec.ts";

const birds = [
  { mass: 3750, flipper: 181, species: "Adelie", year: 2007 },
  { mass: 5000, flipper: 221, species: "Gentoo", year: 2008 },
  { mass: null, flipper: 190, species: "Adelie", year: 2008 },
];

describe("scatter", () => {
  it("makes a valid spec with each kind of colour, size and tooltip", () => {
    assertValidSpec(scatter(birds, { x: "flipper", y: "mass" }));
    assertValidSpec(
      scatter(birds, {
        x: "flipper",
        y: "mass",
        color: "species",
        title: "Birds",
        tooltip: ["year"],
      }),
    );
    assertValidSpec(
      scatter(birds, {
        x: "flipper",
        y: "mass",
        color: "mass",
        size: "mass",
        colorTitle: "Mass (g)",
      }),
    );
    assertValidSpec(
      scatter({ when: [new Date(0), new Date(9e8)], y: [1, 2] }, { x: "when", y: "y" }),
    );
  });

  it("tells groups apart by shape as well as by colour, and classes from amounts", () => {
    const { encoding } = scatter(birds, { x: "flipper", y: "mass", color: "year" }).spec;
    assert.equal(encoding["color"]?.["type"], "nominal");
    assert.equal(encoding["shape"]?.["field"], "year");
    const amounts = scatter(birds, { x: "flipper", y: "mass", color: "flipper" }).spec.encoding;
    assert.equal(amounts["color"]?.["type"], "nominal", "three different whole numbers");
    const many = Array.from({ length: 20 }, (_, i) => ({ x: i, y: i, z: i }));
    const scale = scatter(many, { x: "x", y: "y", color: "z" }).spec.encoding;
    assert.equal(scale["color"]?.["type"], "quantitative");
    assert.equal(scale["shape"], undefined);
  });

  it("leaves out rows without a place, and says so in the picture and in words", async () => {
    const chart = scatter(birds, { x: "flipper", y: "mass" });
    assert.deepEqual(chart.spec.data.values, [
      { flipper: 181, mass: 3750 },
      { flipper: 221, mass: 5000 },
    ]);
    assert.match(JSON.stringify(chart.spec.title), /1 of 3 rows have no flipper or mass/);
    assert.match(await chart.toSVG(), />1 of 3 rows have no flipper or mass/);
    assert.match(
      chart.alt,
      /2 points: flipper from 181 to 221, mass from 3750 to 5000.*1 of 3 rows/,
    );
  });

  it("stays small with 100 000 points, the same sample each time, and says so", async () => {
    const x = Float32Array.from({ length: 100_000 }, (_, i) => Math.sin(i) * 1000);
    const chart = scatter({ x, y: x.map((value) => value * value) }, { x: "x", y: "y" });
    assert.equal(chart.spec.data.values.length, 2000);
    assert.match(chart.alt, /A sample of 2,000 of 100,000 points/);
    assert.deepEqual(
      scatter({ x, y: x.map((value) => value * value) }, { x: "x", y: "y" }).spec,
      chart.spec,
    );
    const bytes = JSON.stringify((await chart[jupyterDisplay]()).data).length;
    assert.ok(bytes < 400_000, `${String(bytes)} bytes`);
  });

  it("takes columns whose names hold dots, brackets and quotes", async () => {
    const rows = [
      { "a.b": 1, "c[0]": 2, "it's": "x" },
      { "a.b": 3, "c[0]": 4, "it's": "y" },
    ];
    const chart = scatter(rows, { x: "a.b", y: "c[0]", color: "it's" });
    assertValidSpec(chart);
    const svg = await chart.toSVG();
    assert.equal(svg.match(/aria-roledescription="point"/g)?.length, 2);
    assert.match(svg, /a\.b: 3; c\[0\]: 4/);
  });

  it("uses the caller's own words", () => {
    const { spec, alt } = scatter(birds, {
      x: "flipper",
      y: "mass",
      xTitle: "Flipper (mm)",
      yTitle: "Mass (g)",
      alt: "Two birds.",
      title: "Birds",
    });
    assert.equal(alt, "Two birds.");
    assert.equal(spec.description, "Two birds.");
    assert.equal(spec.encoding["x"]?.["title"], "Flipper (mm)");
  });

  it("refuses unknown columns, data without a complete row, and impossible sizes", () => {
    assert.throws(
      () => scatter(birds, { x: "wing" as never, y: "mass" }),
      /no column 'wing'.*'mass'/,
    );
    assert.throws(
      () => scatter([{ a: null, b: 1 }], { x: "a", y: "b" }),
      /no row has a value in each of a, b/,
    );
    assert.throws(() => scatter([{ s: "x" }]), /Name the columns along x and y.*s/);
    assert.throws(
      () => scatter(birds, { x: "flipper", y: "mass", width: -5 }),
      /width.*1 to 4000.*-5/,
    );
  });
});
