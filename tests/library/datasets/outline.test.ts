import assert from "node:assert/strict";
import { load, outline } from "daylab/datasets";
import { choropleth, mapScatter } from "daylab/plot";
import { assertValidSpec } from "../plot/valid-spec.ts";

const cities = [
  { city: "Quito", longitude: -78.5, latitude: -0.2 },
  { city: "Oslo", longitude: 10.7, latitude: 59.9 },
];
const paths = (svg: string): number => svg.match(/<path/g)?.length ?? 0;

describe("library datasets: outlines on maps", () => {
  it("lie below points", async () => {
    const bare = mapScatter(cities, { color: "city" });
    const chart = mapScatter(cities, { color: "city", outline: outline("countries") });
    assertValidSpec(chart);
    assert.ok(paths(await chart.toSVG()) - paths(await bare.toSVG()) >= 170);
  });

  it("are regions to colour: by name, by FIPS code", () => {
    const { country, year, life_expect } = load("gapminder").toColumns();
    const names = new Set(outline("countries").features.map(({ properties }) => properties.name));
    const known = country.flatMap((name, i) =>
      year[i] === 2000 && names.has(name) ? [[name, life_expect[i]] as const] : [],
    );
    assert.ok(known.length > 50, String(known.length));
    const life = choropleth(outline("countries"), Object.fromEntries(known), { key: "name" });
    assertValidSpec(life);
    const shares = outline("us-states").features.map(({ id }) => [id, Number(id) % 7] as const);
    assertValidSpec(
      choropleth(outline("us-states"), Object.fromEntries(shares) as Record<string, number>),
    );
  });
});
