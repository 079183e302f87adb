/** One visual channel of a chart, as Vega-Lite writes it: field, type, title, scale, axis, … */
export type Channel = Record<string, unknown>;

/** The mark of a chart: its type and its constant properties. */
export interface Mark {
  type: string;
  [property: string]: unknown;
}

/** One layer of a chart. */
export interface Layer {
  mark: Mark;
  encoding?: Record<string, Channel>;
  [property: string]: unknown;
}

/** Any Vega-Lite 5 specification: a chart, or several of them in layers, facets or rows. */
export interface AnySpec {
  $schema: string;
  description?: string;
  title?: string | Record<string, unknown>;
  [property: string]: unknown;
}

/**
 * A Vega-Lite 5 specification. It is plain JSON and yours to edit before the figure is shown; the
 * names are those of https://vega.github.io/vega-lite-v5/docs. A chart of layers that is repeated for
 * facets keeps `encoding`, `width` and `height` one level deeper, under `spec`.
 */
export interface VegaLiteSpec extends AnySpec {
  data: { values: Record<string, unknown>[] };
  width?: number | Record<string, number>;
  height?: number | Record<string, number>;
  mark?: Mark;
  encoding: Record<string, Channel>;
  layer?: Layer[];
}

/** The schema that JupyterLab 4 and VS Code draw. */
export const schemaUrl = "https://vega.github.io/schema/vega-lite/v5.json";
