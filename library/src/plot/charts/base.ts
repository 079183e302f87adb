import { Chart } from "../figure/chart.ts";
import { schemaUrl } from "../figure/spec.ts";
import type { Channel, VegaLiteSpec } from "../figure/spec.ts";
import { column } from "../table/read.ts";
import type { Table } from "../table/read.ts";
import { measure } from "../table/values.ts";
import { defaultSize } from "./options.ts";
import type { FigureOptions } from "./options.ts";
import { okabeIto } from "./palette.ts";

const ink = "#222222";

/**
 * The look of every chart: a white card with dark text. JupyterLab's dark theme would make text white
 * and leave the rest, so each colour of text and axes is named.
 */
const config = {
  range: { category: [...okabeIto] },
  mark: { color: okabeIto[0] },
  style: { "guide-label": { fill: ink }, "guide-title": { fill: ink } },
  title: {
    anchor: "start",
    color: ink,
    fontSize: 14,
    subtitleFontSize: 11,
    subtitleColor: "#555555",
    offset: 10,
  },
  axis: {
    domainColor: "#888888",
    gridColor: "#e6e6e6",
    tickColor: "#888888",
    labelFlush: false,
    labelFontSize: 11,
    titleFontSize: 12,
    titleFontWeight: "normal",
    titlePadding: 8,
  },
  legend: { labelFontSize: 11, titleFontSize: 12, titleFontWeight: "normal" },
  view: { stroke: "#bbbbbb" },
};

/** What a chart adds to the frame that all charts share. */
export interface ChartParts extends Pick<VegaLiteSpec, "mark" | "encoding" | "layer"> {
  readonly values: Record<string, unknown>[];
  readonly alt: string;
  /** What the reader must know about the data shown: sampled, left out, … */
  readonly notes: readonly string[];
  readonly width?: VegaLiteSpec["width"];
  readonly height?: VegaLiteSpec["height"];
}

/** Puts a chart together: title, notes below it, size, palette and the alternative text. */
export function buildChart(options: FigureOptions, parts: ChartParts): Chart {
  checkSize("width", options.width);
  checkSize("height", options.height);
  const spec: VegaLiteSpec = {
    $schema: schemaUrl,
    description: options.alt ?? [parts.alt, ...parts.notes].join(" "),
    data: { values: parts.values },
    width: options.width ?? parts.width ?? defaultSize.width,
    height: options.height ?? parts.height ?? defaultSize.height,
    ...(parts.mark && { mark: parts.mark }),
    ...(parts.layer && { layer: parts.layer }),
    encoding: parts.encoding,
    background: "white",
    config: structuredClone(config),
  };
  if (options.title !== undefined || parts.notes.length > 0) {
    spec.title = {
      text: options.title ?? "",
      ...(parts.notes.length > 0 && { subtitle: [...parts.notes] }),
    };
  }
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
  return channels.map(({ field, type, title }) => ({ field, type, title })) as unknown as Channel;
}

function checkSize(name: string, value: number | undefined): void {
  if (value === undefined || (value > 0 && value <= 4000)) return;
  throw new RangeError(
    `The option ${name} is a number of pixels from 1 to 4000; it was ${String(value)}.`,
  );
}
