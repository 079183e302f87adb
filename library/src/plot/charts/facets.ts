import type { Channel } from "../figure/spec.ts";
import { defaultSize } from "./options.ts";
import type { FacetOption, Scales } from "./options.ts";

/** Where the facets of a chart go, in Vega-Lite's words. */
export interface Facets {
  /** The columns of the data that facets need. */
  readonly names: readonly string[];
  readonly wrap?: string;
  readonly row?: string;
  readonly column?: string;
  readonly columns: number;
  readonly scales: Scales;
}

/**
 * Reads the option `facet`.
 *
 * @throws TypeError when it names no column, or `wrap` beside `row` or `column`.
 */
export function facetsOf(option: FacetOption | undefined): Facets | undefined {
  if (option === undefined) return undefined;
  const given = typeof option === "string" ? { wrap: option } : option;
  const { wrap, row, column, columns = 3, scales = "shared" } = given;
  const names = [...new Set([wrap, row, column].filter((name) => name !== undefined))];
  if (names.length === 0 || (wrap !== undefined && names.length > 1)) {
    throw new TypeError(
      `The option facet names a column, { wrap: column }, or { row: column, column: column }; it was ${JSON.stringify(option)}.`,
    );
  }
  return {
    names,
    columns,
    scales,
    ...(wrap !== undefined && { wrap }),
    ...(row !== undefined && { row }),
    ...(column !== undefined && { column }),
  };
}

/** Default size of each facet in pixels. */
export const facetSize = { width: defaultSize.width / 2, height: 180 } as const;

/** Turns the parts of a chart that make its picture into the same picture for each facet. */
export function faceted(facets: Facets, picture: Record<string, unknown>): Record<string, unknown> {
  const field = (name: string): Channel => ({
    field: name.replace(/[\\.[\]'"]/g, "\\$&"),
    type: "nominal",
    title: name,
  });
  const resolve = resolution(facets.scales);
  if (facets.wrap !== undefined) {
    return { facet: field(facets.wrap), columns: facets.columns, spec: picture, ...resolve };
  }
  return {
    facet: {
      ...(facets.row !== undefined && { row: field(facets.row) }),
      ...(facets.column !== undefined && { column: field(facets.column) }),
    },
    spec: picture,
    ...resolve,
  };
}

/** Vega-Lite's `resolve` for scales; nothing where its own default is meant. */
export function resolution(scales: Scales | undefined): { resolve?: Record<string, unknown> } {
  if (scales === undefined) return {};
  const each = typeof scales === "string" ? { x: scales, y: scales, color: scales } : { ...scales };
  // Shape and dash say the same as colour: resolved otherwise, they would have a legend of their own.
  const { color } = each;
  return { resolve: { scale: { ...each, ...(color && { shape: color, strokeDash: color }) } } };
}
