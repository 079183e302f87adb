import type { AnySpec, Channel } from "./spec.ts";

/** A place along an axis, in the axis's own values. */
export type Place = number | string | Date;

/**
 * What is drawn on top of a chart:
 * - `{ x: 3 }` or `{ y: 3 }`: a line across;
 * - `{ x: [3, 5] }` or `{ y: [3, 5] }`: a band across; both: a box;
 * - `{ x: 3, y: 5, text: "here" }`: a label beside the place, with a line to it.
 */
export interface Annotation {
  readonly x?: Place | readonly [Place, Place];
  readonly y?: Place | readonly [Place, Place];
  /** What is written at it. */
  readonly text?: string;
  /** By default the colour of text. */
  readonly color?: string;
  /** How far the label of a place is away from it, in pixels. Default 28 to the right, 24 up. */
  readonly dx?: number;
  readonly dy?: number;
}

type Layers = Record<string, unknown>[];

/**
 * The spec with annotations as further layers.
 *
 * @throws TypeError for a spec of several charts, or an annotation that says no place.
 */
export function annotated(spec: AnySpec, annotations: readonly Annotation[]): AnySpec {
  const several = ["concat", "hconcat", "vconcat", "repeat"].find((name) => name in spec);
  if (several !== undefined) {
    throw new TypeError(
      `Annotations belong to a chart with one pair of axes: annotate the charts before you put them into a grid (${several}).`,
    );
  }
  const said = annotations.map(({ text }) => text).filter((text) => text !== undefined);
  const copy = structuredClone(spec);
  if (said.length > 0 && copy.description !== undefined)
    copy.description = `${copy.description} Marked: ${said.join(", ")}.`;
  if ("spec" in copy) return { ...copy, spec: annotated(copy["spec"] as AnySpec, annotations) };
  const { mark, layer, encoding, transform, ...rest } = copy;
  const axes = axesOf(copy);
  const below =
    layer === undefined
      ? { mark, encoding, ...(transform !== undefined && { transform }) }
      : { layer, encoding, ...(transform !== undefined && { transform }) };
  const layers = annotations.flatMap((annotation) => layersOf(annotation, axes));
  return {
    ...rest,
    layer: [below, ...layers],
  };
}

interface Axes {
  readonly x: Channel;
  readonly y: Channel;
}

/** Type and title of both axes, from the first layer that has them: titles of layers would be joined. */
function axesOf(spec: Record<string, unknown>): Axes {
  const found = (name: "x" | "y", part: Record<string, unknown>): Channel | undefined => {
    const channel = (part["encoding"] as Record<string, Channel> | undefined)?.[name];
    if (channel?.["type"] !== undefined) return channel;
    const layers = (part["layer"] ?? []) as Layers;
    return layers.map((layer) => found(name, layer)).find((one) => one !== undefined);
  };
  const [x, y] = (["x", "y"] as const).map((name) => {
    const { type = "quantitative", title = "" } = found(name, spec) ?? {};
    return { type, title };
  });
  return { x, y };
}

function plain(place: Place): number | string {
  return place instanceof Date ? place.toISOString() : place;
}

function layersOf(annotation: Annotation, axes: Axes): Layers {
  const { x, y, text, color } = annotation;
  if (x === undefined && y === undefined)
    throw new TypeError(
      `An annotation has a place x or y, or both; this one is ${JSON.stringify(annotation)}.`,
    );
  const values: Record<string, number | string> = { ...(text !== undefined && { text }) };
  const encoding: Record<string, Channel> = {};
  for (const [name, place] of [
    ["x", x],
    ["y", y],
  ] as const) {
    if (place === undefined) continue;
    const [from, to] = (Array.isArray(place) ? place : [place]) as Place[];
    values[name] = plain(from);
    const category = ["nominal", "ordinal"].includes(axes[name]["type"] as string);
    // A field of a layer of its own would take part in the order of categories; a constant does not.
    encoding[name] = { ...axes[name], ...(category ? { datum: plain(from) } : { field: name }) };
    if (Array.isArray(place)) {
      values[`${name}2`] = plain(to);
      encoding[`${name}2`] = { field: `${name}2` };
    }
  }
  const data = { data: { values: [values] } };
  const paint = color === undefined ? { style: "ink" } : { color };
  const written = (mark: Record<string, unknown>, channels: Record<string, Channel>) =>
    text === undefined
      ? []
      : [
          {
            ...data,
            mark: { type: "text", fontSize: 11, ...paint, ...mark },
            encoding: { ...channels, text: { field: "text", type: "nominal" } },
          },
        ];
  const { x2, y2, ...middle } = encoding;
  if (x2 !== undefined || y2 !== undefined) {
    return [
      { ...data, mark: { type: "rect", opacity: 0.13, ...paint }, encoding },
      ...written(
        { align: "left", baseline: "top", dx: 4, dy: 4 },
        {
          ...middle,
          ...(middle["x"] === undefined && { x: { value: 0 } }),
          ...(y2 !== undefined && { y: { ...axes.y, field: "y2" } }),
          ...(middle["y"] === undefined && { y: { value: 0 } }),
        },
      ),
    ];
  }
  if (x !== undefined && y !== undefined) {
    const { dx = 28, dy = -24 } = annotation;
    return [
      {
        ...data,
        mark: { type: "point", size: 90, strokeWidth: 1.5, opacity: 1, ...paint },
        encoding,
      },
      {
        ...data,
        mark: {
          type: "point",
          filled: false,
          // The line goes from the circle to where the text begins; a path's unit is half a pixel at size 1.
          shape: `M${String(dx * 0.25)},${String(dy * 0.25)}L${String(dx * 0.9)},${String(dy * 0.9)}`,
          size: 4,
          strokeWidth: 1,
          opacity: 1,
          ...paint,
        },
        encoding,
      },
      ...written({ dx, dy, align: dx < 0 ? "right" : "left", baseline: "middle" }, encoding),
    ];
  }
  return [
    { ...data, mark: { type: "rule", strokeDash: [5, 3], ...paint }, encoding },
    ...written(
      {
        align: "left",
        dx: 4,
        dy: x === undefined ? -6 : 0,
        baseline: x === undefined ? "bottom" : "top",
      },
      x === undefined ? { ...encoding, x: { value: 0 } } : { ...encoding, y: { value: 4 } },
    ),
  ];
}
