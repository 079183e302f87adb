import { Chart } from "../figure/chart.ts";
import { schemaUrl } from "../figure/spec.ts";
import type { Channel, VegaLiteSpec } from "../figure/spec.ts";
import { lookOf } from "../figure/theme.ts";
import { column } from "../table/read.ts";
import type { Table } from "../table/read.ts";
import { measure } from "../table/values.ts";
import { faceted, facetSize } from "./facets.ts";
import type { Facets } from "./facets.ts";
import { defaultSize } from "./options.ts";
import type { FigureOptions } from "./options.ts";

/** What a chart adds to the frame that all charts share. */
export interface ChartParts extends Pick<VegaLiteSpec, "mark" | "encoding" | "layer"> {
  readonly values: Record<string, unknown>[];
  readonly alt: string;
  /** What the reader must know about the data shown: sampled, left out, … */
  readonly notes: readonly string[];
  readonly width?: VegaLiteSpec["width"];
  readonly height?: VegaLiteSpec["height"];
  readonly facets?: Facets | undefined;
  /** Further members of the spec, such as `projection` or `params`. */
  readonly more?: Record<string, unknown>;
}

/** Puts a chart together: title, notes below it, size, palette and the alternative text. */
export function buildChart(options: FigureOptions, parts: ChartParts): Chart {
  checkSize("width", options.width);
  checkSize("height", options.height);
  const { facets } = parts;
  const size = facets ? facetSize : defaultSize;
  const picture = {
    width: options.width ?? parts.width ?? size.width,
    height: options.height ?? parts.height ?? size.height,
    ...(parts.mark && { mark: parts.mark }),
    ...(parts.layer && { layer: parts.layer }),
    encoding: parts.encoding,
    ...parts.more,
  };
  const said = facets ? [`Repeated for each ${facets.names.join(" and ")}.`] : [];
  const { background, config } = lookOf(options.theme);
  const subtitle = [...(options.subtitle === undefined ? [] : [options.subtitle]), ...parts.notes];
  const spec = {
    $schema: schemaUrl,
    description: options.alt ?? [parts.alt, ...said, ...parts.notes].join(" "),
    data: { values: parts.values },
    ...(facets ? faceted(facets, picture) : picture),
    background,
    config,
    ...((options.title !== undefined || subtitle.length > 0) && {
      // Vega leaves a subtitle out where the title is empty.
      title: { text: options.title ?? " ", ...(subtitle.length > 0 && { subtitle }) },
    }),
  } as VegaLiteSpec;
  return new Chart(spec);
}

/** A channel that shows a column; dots and brackets in its name are not paths. */
export function channel(
  name: string,
  type: string,
  title: string | undefined,
  more: Channel = {},
): Channel {
  return { field: name.replace(/[\\.[\]'"]/g, "\\$&"), type, title: title ?? name, ...more };
}

/** What a pointer resting on a mark shows. Vega-Lite takes a list here and nowhere else. */
export function tooltips(table: Table, names: readonly string[]): Channel {
  return tooltipList(
    [...new Set(names)].map((name) => channel(name, measure(column(table, name)), undefined)),
  );
}

/** The same from channels made already: only their field, type and title count. */
export function tooltipList(channels: readonly Channel[]): Channel {
  return channels.map(({ field, type, title, format }) => ({
    field,
    type,
    title,
    ...(format !== undefined && { format }),
  })) as unknown as Channel;
}

function checkSize(name: string, value: number | undefined): void {
  if (value === undefined || (value > 0 && value <= 4000)) return;
  throw new RangeError(
    `The option ${name} is a number of pixels from 1 to 4000; it was ${String(value)}.`,
  );
}
