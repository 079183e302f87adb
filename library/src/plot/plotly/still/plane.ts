import { okabeIto } from "../../figure/palette.ts";
import { renderVega } from "../../figure/vega.ts";
import { schemaUrl } from "../../figure/spec.ts";
import type { Layer } from "../../figure/spec.ts";
import type { PlotlySpec, Trace } from "../spec.ts";
import { part, titleText } from "../spec.ts";
import { list, numberOr } from "./lists.ts";

const kinds = new Set(["scatter", "scattergl", "bar", "histogram", "box", "heatmap"]);

/**
 * The usual traces in the plane, drawn by Vega-Lite: points, lines, bars, histograms, boxes, heat maps.
 * Of an animation it shows the first frame.
 *
 * @returns nothing when a trace is of another kind
 */
export async function drawPlane(spec: PlotlySpec, alt: string): Promise<string | undefined> {
  const traces = spec.data.filter((trace) => trace["visible"] !== false);
  if (traces.length === 0 || !traces.every(({ type = "scatter" }) => kinds.has(type)))
    return undefined;
  const layout = part(spec.layout);
  const names = traces.map((trace, i) =>
    typeof trace["name"] === "string" ? trace["name"] : `trace ${String(i)}`,
  );
  const legend = layout["showlegend"] !== false && traces.length > 1;
  const color = (index: number) => ({
    color: {
      datum: names[index],
      type: "nominal",
      scale: { domain: [...new Set(names)], range: names.map((_, i) => tint(traces[i] ?? {}, i)) },
      legend: legend ? { title: titleText(part(layout["legend"])["title"]) ?? null } : null,
    },
  });
  const axis = (name: "x" | "y", value: unknown[]) => {
    const about = part(layout[`${name}axis`]);
    const range = list(about["range"]);
    const kind = measureOf(value);
    const log = about["type"] === "log";
    return {
      field: name,
      type: kind,
      title: titleText(about["title"]) ?? null,
      ...(kind === "nominal" && { axis: { labelAngle: 0 } }),
      scale: {
        ...(kind === "quantitative" && { zero: false }),
        // A range on a logarithmic axis is in powers of ten.
        ...(range.length === 2 &&
          kind === "quantitative" && {
            domain: log ? range.map((power) => 10 ** Number(power)) : range,
            nice: false,
          }),
        ...(log && { type: "log" }),
      },
    };
  };
  const layers = traces.flatMap((trace, i) => layersOf(trace, color(i), axis));
  const frames = spec.frames?.length ?? 0;
  const notes = [
    ...(frames > 1
      ? [`Frame 1 of ${String(frames)}: ${String(spec.frames?.[0]?.name)}. It moves in JupyterLab.`]
      : []),
    ...[titleText(part(layout["title"])["subtitle"])].filter((note) => note !== undefined),
  ];
  return renderVega({
    $schema: schemaUrl,
    description: alt,
    data: { values: [] },
    title: {
      // Vega leaves a subtitle out where the title is empty.
      text: titleText(layout["title"]) ?? " ",
      anchor: "start",
      subtitle: notes,
    },
    width: 440,
    height: 300,
    background: "white",
    encoding: {},
    layer: layers,
    config: {
      axis: { titleFontWeight: "normal", gridColor: "#e6e6e6" },
      legend: { titleFontWeight: "normal" },
      title: { fontSize: 14, subtitleFontSize: 11, subtitleColor: "#555555", offset: 10 },
    },
  });
}

function tint(trace: Trace, index: number): string {
  const named = part(trace["marker"])["color"] ?? part(trace["line"])["color"];
  return typeof named === "string" ? named : (okabeIto[index % okabeIto.length] ?? "#000");
}

type Axis = (name: "x" | "y", values: unknown[]) => Record<string, unknown>;

function layersOf(
  trace: Trace,
  color: Record<string, Record<string, unknown>>,
  axis: Axis,
): Layer[] {
  const given = { x: list(trace["x"]), y: list(trace["y"]) };
  const length = Math.max(given.x.length, given.y.length);
  const count = (_: unknown, i: number) => i;
  const x = given.x.length > 0 ? given.x : Array.from({ length }, count);
  const y = given.y.length > 0 ? given.y : Array.from({ length }, count);
  const sizes = list(part(trace["marker"])["size"]);
  const values = x.map((value, i) => ({ x: value, y: y[i], size: sizes[i] }));
  const data = { values };
  const place = { x: axis("x", x), y: axis("y", y) };
  switch (trace.type ?? "scatter") {
    case "bar":
      return [
        {
          data,
          mark: { type: "bar" },
          encoding: {
            ...color,
            x: trace["orientation"] === "h" ? place.x : banded(place.x, discrete(x)),
            y: trace["orientation"] === "h" ? banded(place.y, discrete(y)) : place.y,
          },
        },
      ];
    case "histogram":
      return [
        {
          data,
          mark: { type: "bar", opacity: 0.8 },
          encoding: {
            ...color,
            x: { ...place.x, bin: { maxbins: numberOr(trace["nbinsx"], 30) } },
            y: { aggregate: "count", type: "quantitative", title: "count" },
          },
        },
      ];
    case "box": {
      const group = given.x.length > 0 ? x : y.map(() => color["color"]?.["datum"]);
      const boxes = y.map((value, i) => ({ x: group[i], y: value }));
      return [
        {
          data: { values: boxes },
          mark: { type: "boxplot" },
          encoding: { ...color, x: banded(place.x, "nominal"), y: place.y },
        },
      ];
    }
    case "heatmap":
      return [heatmapLayer(trace, place)];
    default: {
      const mode = typeof trace["mode"] === "string" ? trace["mode"] : "lines+markers";
      const look = part(trace["marker"]);
      return [
        ...(mode.includes("lines")
          ? [
              {
                data,
                mark: { type: "line", strokeWidth: numberOr(part(trace["line"])["width"], 2) },
                encoding: { ...color, ...place, order: { value: 0 } },
              },
            ]
          : []),
        ...(mode.includes("markers")
          ? [
              {
                data,
                mark: { type: "point", filled: true, opacity: numberOr(look["opacity"], 0.8) },
                encoding: {
                  ...color,
                  ...place,
                  ...(sizes.length > 0 && {
                    size: {
                      field: "size",
                      type: "quantitative",
                      legend: null,
                      scale: { rangeMin: 12, rangeMax: 900 },
                    },
                  }),
                },
              },
            ]
          : []),
      ];
    }
  }
}

function heatmapLayer(trace: Trace, place: Record<string, Record<string, unknown>>): Layer {
  const rows = list(trace["z"]).map(list);
  const [x, y] = [list(trace["x"]), list(trace["y"])];
  const values = rows.flatMap((row, i) => row.map((z, j) => ({ x: x[j] ?? j, y: y[i] ?? i, z })));
  return {
    data: { values },
    mark: { type: "rect" },
    encoding: {
      x: banded(place["x"], "ordinal"),
      y: { ...banded(place["y"], "ordinal"), sort: "descending" },
      color: {
        field: "z",
        type: "quantitative",
        scale: { scheme: "viridis" },
        title: titleText(part(trace["colorbar"])["title"]) ?? "z",
      },
    },
  };
}

function measureOf(values: readonly unknown[]): "quantitative" | "temporal" | "nominal" {
  const present = values.filter((value) => value !== null && value !== undefined);
  if (present.every((value) => typeof value === "number")) return "quantitative";
  return present.every((value) => typeof value === "string" && /^\d{4}-\d\d/.test(value))
    ? "temporal"
    : "nominal";
}

function discrete(values: readonly unknown[]): string {
  return measureOf(values) === "temporal" ? "temporal" : "ordinal";
}

/** A position on an axis of bands, which has no use for the scale of a numeric one. */
function banded(place: Record<string, unknown> | undefined, type: string): Record<string, unknown> {
  return { ...place, type, scale: {} };
}
