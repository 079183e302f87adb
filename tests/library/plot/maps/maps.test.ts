import assert from "node:assert/strict";
import { choropleth, mapScatter } from "../../../../library/src/plot/index.ts";
import type { GeoShapes } from "../../../../library/src/plot/index.ts";
import { assertValidSpec } from "../valid-spec.ts";

/** Squares of ten degrees; GeoJSON's outer rings go round so that the inside is the smaller part. */
const regions: GeoShapes = {
  type: "FeatureCollection",
  features: [0, 20, 40].map((west, i) => ({
    type: "Feature",
    id: i,
    properties: { name: `region ${String(i)}` },
    geometry: {
      type: "Polygon",
      coordinates: [
        [
          [west, 0],
          [west, 10],
          [west + 10, 10],
          [west + 10, 0],
          [west, 0],
        ],
      ],
    },
  })),
};
const cities = [
  { city: "Quito", longitude: -78.5, latitude: -0.2, people: 1.9 },
  { city: "Oslo", longitude: 10.7, latitude: 59.9, people: 0.7 },
];

describe("mapScatter", () => {
  it("draws points and the lines of the globe, and loads nothing", async () => {
    const chart = mapScatter(cities, { color: "city", size: "people", title: "Cities" });
    assertValidSpec(chart);
    assertValidSpec(mapScatter(cities, { outline: regions, projection: "orthographic" }));
    assert.ok(!JSON.stringify(chart.spec).includes('"url"'));
    const svg = await chart.toSVG();
    assert.ok((svg.match(/<path/g)?.length ?? 0) > 3);
    assert.match(chart.alt, /2 points: longitude from -78.5 to 10.7/);
  });

  it("puts the origin into the middle, and north up", async () => {
    const at = async (longitude: number, latitude: number) => {
      const { spec } = mapScatter([{ longitude, latitude }], { width: 200, height: 100 });
      const chart = mapScatter([{ longitude, latitude }], { width: 200, height: 100 });
      chart.spec = {
        ...spec,
        projection: { type: "equirectangular", scale: 30, translate: [100, 50] },
      };
      const [, x, y] =
        /mark-symbol[^]*?translate\(([-\d.]+),([-\d.]+)\)/.exec(await chart.toSVG()) ?? [];
      return [Number(x), Number(y)];
    };
    assert.deepEqual((await at(0, 0)).map(Math.round), [100, 50]);
    // Ninety degrees are a quarter turn: 30 · π / 2 pixels.
    assert.deepEqual((await at(90, 0)).map(Math.round), [147, 50]);
    assert.deepEqual((await at(0, 45)).map(Math.round), [100, 26]);
  });

  it("refuses places outside the globe", () => {
    assert.throws(
      () => mapScatter([{ longitude: 1, latitude: 100 }]),
      /'latitude' holds degrees from −90 to 90; row 0 is 100.*swapped/,
    );
    assert.throws(() => mapScatter([{ lon: 1 }]), /no column 'longitude'/);
  });
});

describe("choropleth", () => {
  it("keeps regions without a value, in grey", async () => {
    const svg = await choropleth(regions, { 0: 1, 1: 2 }).toSVG();
    assert.ok(svg.includes('fill="#bbbbbb"'));
  });

  it("colours regions by id or name, and says which have no value", () => {
    assertValidSpec(choropleth(regions, { 0: 1, 1: 2, 2: 3 }));
    const chart = choropleth(regions, { "region 1": 5, "region 2": 7 }, { key: "name" });
    assertValidSpec(chart);
    assert.match(chart.alt, /region 2 7 and region 1 5.*1 of 3 regions have no value/);
  });

  it("names what does not fit", () => {
    assert.throws(
      () => choropleth(regions, { 9: 1 }),
      /no region '9'; the regions by id are 0, 1, 2/,
    );
    assert.throws(() => choropleth(regions, { 0: NaN }), /No region has a finite value/);
  });
});
