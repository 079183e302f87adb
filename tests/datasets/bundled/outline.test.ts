import assert from "node:assert/strict";
import {
  outline,
  outlineInfo,
  readColumns,
  type Outline,
  type OutlineName,
} from "@daylab/datasets";

type Shape = Outline | Outline["features"][number];
type Place = [longitude: number, latitude: number];
// Vega's own; it comes without types.
const d3: string = "d3-geo";
const { geoArea, geoCentroid, geoContains } = (await import(d3)) as {
  geoArea: (shape: Shape) => number;
  geoCentroid: (shape: Shape) => Place;
  geoContains: (shape: Shape, place: Place) => boolean;
};
const earth = 4 * Math.PI;

describe("datasets: outlines", () => {
  const land = outline("land");
  const countries = outline("countries");
  const country = (name: string) =>
    countries.features.find(({ properties }) => properties.name === name)!;

  it("hold places on land and none at sea, by d3-geo", () => {
    const [shape] = land.features;
    for (const place of [
      [-6.3, 53.3],
      [139.5, 35.9],
      [-58.5, -34.7],
    ] as Place[])
      assert.ok(geoContains(shape, place), String(place));
    for (const place of [
      [-40, 40],
      [80, -20],
      [-150, 10],
    ] as Place[])
      assert.ok(!geoContains(shape, place), String(place));
  });

  it("cover the land's 29 % of the globe: the rings run the way D3 wants", () => {
    for (const shapes of [land, countries])
      assert.ok(Math.abs(geoArea(shapes) / earth - 0.29) < 0.02);
  });

  it("countries have their English names by ISO 3166-1 numbers", () => {
    assert.equal(countries.features.length, 177);
    for (const [name, number, inside] of [
      ["France", 250, [2.5, 47]],
      ["Brazil", 76, [-50, -10]],
      ["Japan", 392, [138.5, 36]],
      ["United States", 840, [-98, 39]],
    ] as const) {
      assert.equal(country(name).id, number);
      assert.ok(geoContains(country(name), [...inside]), name);
    }
    const unnumbered = countries.features.filter(({ id }) => id === undefined);
    assert.deepEqual(
      unnumbered.map(({ properties }) => properties),
      [{}, {}, {}],
    );
  });

  it("states and counties have FIPS codes, and the counties of the unemployment are there", () => {
    const states = outline("us-states").features;
    const texas = states.find(({ id }) => id === 48)!;
    const [x, y] = geoCentroid(texas);
    assert.ok(Math.hypot(x + 99.3, y - 31.5) < 0.5, `${x} ${y}`);
    const ids = new Set(outline("us-counties").features.map(({ id }) => id));
    const known = readColumns("unemployment").id.filter((id) => ids.has(id)).length;
    // The source leaves the independent cities of Virginia and small places out.
    assert.equal(known, 3218 - 33);
  });

  it("have no empty shapes", () => {
    for (const name of ["land", "countries", "us-states", "us-counties"] as const)
      for (const { geometry } of outline(name).features) assert.ok(geometry.coordinates.length > 0);
  });

  it("have a card, and an unknown name is answered with the nearest", () => {
    assert.match(outlineInfo("us-states").licence.name, /ISC/);
    assert.throws(() => outline("contries" as OutlineName), /no outline "contries".*"countries"\?/);
    assert.throws(() => outline("toString" as OutlineName), /There are: land, countries/);
  });
});
