import { svgDocument, svgText } from "../../images/svg.ts";
import type { PlotlySpec, Trace } from "../spec.ts";
import { part, titleText } from "../spec.ts";
import { drawBox } from "./box.ts";
import { camera, fit } from "./camera.ts";
import type { Point } from "./camera.ts";
import { drawKey } from "./key.ts";
import { stillSize } from "./size.ts";
import { makeScale } from "./scale.ts";
import type { Scale } from "./scale.ts";
import { lists } from "./lists.ts";
import { kindsInSpace, piecesOf } from "./traces.ts";
import type { Key, Space } from "./traces.ts";

/**
 * A figure in space as SVG: each mark, line piece and patch of a surface is drawn by itself, the
 * farthest first (the painter's algorithm, M. Newell and others, 1972).
 *
 * @returns nothing when a trace is of a kind that it does not know
 */
export async function drawSpace(spec: PlotlySpec, alt: string): Promise<string | undefined> {
  const traces = spec.data.filter((trace) => trace["visible"] !== false);
  if (traces.length === 0 || !traces.every(({ type }) => kindsInSpace.has(type ?? "")))
    return undefined;
  const layout = part(spec.layout);
  const scene = part(layout["scene"]);
  const scales = axes(traces, scene);
  const aspect = proportions(scales, scene);
  const place = ([x, y, z]: readonly unknown[]): Point => [
    (scales[0].at(x) - 0.5) * aspect[0],
    (scales[1].at(y) - 0.5) * aspect[1],
    (scales[2].at(z) - 0.5) * aspect[2],
  ];
  const title = titleText(layout["title"]);
  const note = titleText(part(layout["title"])["subtitle"]);
  const width = pixels(layout["width"]) ?? stillSize.width;
  const height = pixels(layout["height"]) ?? stillSize.height;
  const top = title === undefined && note === undefined ? 0 : note === undefined ? 34 : 52;
  const eye = direction(part(scene["camera"])["eye"], [1.25, 1.25, 1.25]);
  const look = camera(
    eye,
    direction(part(scene["camera"])["center"], [0, 0, 0]),
    direction(part(scene["camera"])["up"], [0, 0, 1]),
  );
  const project = fit(look, aspect, {
    left: 78,
    right: width - 130,
    top: top + 12,
    bottom: height - 52,
  });
  const space: Space = { place, project };
  const keys: Key[] = [];
  const pieces = [];
  for (const [i, trace] of traces.entries()) {
    const drawn = await piecesOf(trace, i, space);
    for (const piece of drawn.pieces) pieces.push(piece);
    keys.push(...drawn.keys);
  }
  pieces.sort((a, b) => b.depth - a.depth);
  const legend = layout["showlegend"] === false ? keys.filter(({ ramp }) => ramp) : keys;
  return svgDocument(width, height, alt, [
    ...drawBox(scales, aspect, eye, project),
    ...pieces.map(({ svg }) => svg),
    ...drawKey(legend, titleText(part(layout["legend"])["title"]), width - 120, top + 30),
    ...(title === undefined ? [] : [svgText(12, 24, title, { size: 14, weight: "bold" })]),
    ...(note === undefined ? [] : [svgText(12, 42, note, { size: 11, color: "#555" })]),
  ]);
}

function axes(traces: readonly Trace[], scene: Record<string, unknown>): [Scale, Scale, Scale] {
  const scale = (name: "x" | "y" | "z"): Scale =>
    makeScale(
      traces.flatMap((trace) => lists(trace)[name]),
      scene[`${name}axis`],
      name,
    );
  return [scale("x"), scale("y"), scale("z")];
}

/** Lengths of the box's sides; "auto" is a cube unless a side of the data is four times another. */
function proportions(
  scales: readonly [Scale, Scale, Scale],
  scene: Record<string, unknown>,
): readonly [number, number, number] {
  const mode = scene["aspectmode"] ?? (scene["aspectratio"] === undefined ? "auto" : "manual");
  if (mode === "manual") return direction(scene["aspectratio"], [1, 1, 1]);
  const spans = scales.map(({ span }) => Math.abs(span));
  const [a = 1, b = 1, c = 1] = spans;
  const uneven = Math.max(...spans) > 4 * Math.min(...spans);
  if (mode === "cube" || (mode === "auto" && uneven)) return [1, 1, 1];
  const mean = Math.cbrt(a * b * c) || 1;
  return [a / mean, b / mean, c / mean];
}

function direction(given: unknown, missing: Point): Point {
  const { x, y, z } = part(given);
  const number = (value: unknown, other: number) => (typeof value === "number" ? value : other);
  return [number(x, missing[0]), number(y, missing[1]), number(z, missing[2])];
}

function pixels(value: unknown): number | undefined {
  return typeof value === "number" && value >= 50 && value <= 4000 ? value : undefined;
}
