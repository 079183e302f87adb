import { feature } from "topojson-client";
import type { Polygon, Topology } from "topojson-specification";
import { nearest } from "../nearest.ts";
import { readDatasetFile, type BundledFile } from "./verified-file.ts";

/** Coasts and borders that come with Daylab. */
export type OutlineName = "land" | "countries" | "us-states" | "us-counties";

/** Shapes in degrees, as GeoJSON; rings run clockwise around what they hold, as D3 and Vega want. */
export interface Outline {
  readonly type: "FeatureCollection";
  readonly features: readonly {
    readonly type: "Feature";
    /** ISO 3166-1 number of a country; FIPS code of a state or county; none for land. */
    readonly id?: number;
    readonly properties: { readonly name?: string };
    readonly geometry: { readonly type: string; readonly coordinates: readonly unknown[] };
  }[];
}

/** What there is to know about an outline. */
export interface OutlineInfo extends BundledFile {
  readonly name: OutlineName;
  readonly title: string;
  readonly description: string;
  readonly source: { readonly title: string; readonly url: string };
  readonly licence: { readonly name: string; readonly url: string };
}

const world = {
  source: {
    title: "Natural Earth 1:110 million, as TopoJSON World Atlas, through vega-datasets 3.2.1",
    url: "https://www.naturalearthdata.com/downloads/110m-cultural-vectors/",
  },
  licence: {
    name: "Public domain (Natural Earth); ISC (World Atlas)",
    url: "https://www.naturalearthdata.com/about/terms-of-use/",
  },
  file: { package: "vega-datasets", path: "data/world-110m.json" },
  sha256: "d635dc07cb126f61c21f06b503cc60462d2418b7d3ed8913dbb5a271a4c34135",
};
const usa = {
  source: {
    title: "US Census Bureau, as TopoJSON US Atlas, through vega-datasets 3.2.1",
    url: "https://www.census.gov/geographies/mapping-files/time-series/geo/cartographic-boundary.html",
  },
  licence: {
    name: "Public domain (work of the US government); ISC (US Atlas)",
    url: "https://github.com/topojson/us-atlas/blob/master/LICENSE.md",
  },
  file: { package: "vega-datasets", path: "data/us-10m.json" },
  sha256: "1f20340f18e02998937e1b086405ca6a16e6529e50af75d397452b695180164d",
};

const outlines: Readonly<Record<OutlineName, OutlineInfo>> = {
  land: {
    ...{ name: "land", title: "Land of the world" },
    description: "Coasts of the continents and larger islands, as one shape.",
    ...world,
  },
  countries: {
    ...{ name: "countries", title: "Countries of the world" },
    description:
      "Borders of 177 countries and territories with their ISO 3166-1 numbers and English names.",
    ...world,
  },
  "us-states": {
    ...{ name: "us-states", title: "States of the USA" },
    description: "Borders of the states and territories of the USA with their FIPS codes.",
    ...usa,
  },
  "us-counties": {
    ...{ name: "us-counties", title: "Counties of the USA" },
    description:
      "Borders of the counties of the USA with their FIPS codes, as in the set unemployment.",
    ...usa,
  },
};

/**
 * What an outline shows, its source and its licence.
 *
 * @throws RangeError with the nearest names where there is no such outline
 * @example
 * outlineInfo("countries").title; // "Countries of the world"
 */
export function outlineInfo(name: OutlineName): OutlineInfo {
  return known(name);
}

/**
 * Coasts or borders for maps: `mapScatter` takes them as `outline`, `choropleth` as its regions.
 *
 * @param name - `"land"` and `"countries"` of the world (coarse, for a map as wide as a page),
 * `"us-states"` and `"us-counties"`.
 * @throws RangeError with the nearest names where there is no such outline
 * @throws DatasetFileError where its file is missing or damaged
 * @example
 * outline("countries").features.length; // 177
 * outline("countries").features.find(({ id }) => id === 372)?.properties.name; // "Ireland"
 */
export function outline(name: OutlineName): Outline {
  const card = known(name);
  const topology = JSON.parse(readDatasetFile(card)) as Topology;
  // Land is one shape, the others are collections.
  const object = topology.objects[name.replace("us-", "")];
  const shapes = object.type === "GeometryCollection" ? object.geometries : [object];
  return {
    type: "FeatureCollection",
    features: shapes
      .map((shape) => feature(topology, shape as Polygon))
      // The source lists places without a shape: islands that its scale leaves out.
      .filter(({ geometry }) => (geometry as { coordinates: unknown[] } | null)?.coordinates.length)
      .map(({ id, geometry }) => ({
        type: "Feature",
        // In Natural Earth -99 stands for "no number".
        ...(typeof id === "number" && id >= 0 && { id }),
        properties: name === "countries" ? nameOf(Number(id)) : {},
        geometry: {
          type: geometry.type,
          coordinates: rounded((geometry as { coordinates: unknown[] }).coordinates),
        },
      })),
  };
}

/** Degrees to three places, finer than the grid of the source: half the characters in a figure. */
function rounded(coordinates: readonly unknown[]): unknown[] {
  return coordinates.map((part) =>
    typeof part === "number" ? Math.round(part * 1000) / 1000 : rounded(part as unknown[]),
  );
}

function known(name: OutlineName): OutlineInfo {
  if (Object.hasOwn(outlines, name)) return outlines[name];
  const names = Object.keys(outlines);
  const near = nearest(String(name), names).map((n) => `"${n}"`);
  const question = near.length > 0 ? ` Did you mean ${near.join(" or ")}?` : "";
  throw new RangeError(
    `There is no outline "${String(name)}".${question} There are: ${names.join(", ")}.`,
  );
}

const english = new Intl.DisplayNames("en", { type: "region" });

/** The English name of a country by its ISO 3166-1 number, from the tables of JavaScript itself. */
function nameOf(number: number): { name?: string } {
  if (number < 0) return {};
  // A language tag with the number is rewritten to the letters, which alone have names.
  const { region } = new Intl.Locale(`und-${String(number).padStart(3, "0")}`);
  return region === undefined ? {} : { name: english.of(region) ?? region };
}
