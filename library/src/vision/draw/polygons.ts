import { textWidth } from "../../plot/figure/fonts.ts";
import { dashes, okabeIto } from "../../plot/figure/palette.ts";
import { round, svgText } from "../../plot/images/svg.ts";
import type { Image, ImageLike } from "../image/index.ts";
import { positive } from "../options.ts";
import type { Polygon } from "../segmentation/index.ts";
import { canvasOf, drawOn } from "./canvas.ts";
import type { DrawOptions } from "./canvas.ts";
import { cssColor, inkOn } from "./colors.ts";
import type { RGB } from "./colors.ts";
import { pathOf, rimmed, tag } from "./shapes.ts";

/** Options of `drawPolygons`. */
export interface DrawPolygonsOptions extends DrawOptions {
  /** A word for each polygon, written at its first point. */
  readonly labels?: readonly string[];
  /** Fill them a little. Default true. */
  readonly fill?: boolean;
}

/** Options of `drawText`. */
export interface DrawTextOptions extends DrawOptions {
  /** Height of the letters in pixels of the result. Default 12. */
  readonly size?: number;
  /** A name, `#rrggbb` or `[red, green, blue]`. Default black. */
  readonly color?: string | RGB;
  /** The ground behind the letters; `"none"` for none. Default white. */
  readonly background?: string | RGB;
}

/**
 * Polygons on an image, each in a colour and dash of its own.
 *
 * @param polygons - Points `[x, y]` on the edges of pixels, as `maskToPolygons` gives.
 * @returns A new image in bytes and RGB.
 * @throws RangeError where there is not a label for each polygon.
 * @example
 * drawPolygons([[0, 0], [0, 0]], [[[0, 0], [2, 0], [0, 2]]], { scale: 10 }).shape; // [20, 20, 3]
 */
export function drawPolygons(
  image: ImageLike,
  polygons: readonly Polygon[],
  options: DrawPolygonsOptions = {},
): Image {
  const { labels, fill = true } = options;
  if (labels !== undefined && labels.length !== polygons.length)
    throw new RangeError(
      `There are ${String(polygons.length)} polygons and ${String(labels.length)} labels.`,
    );
  const canvas = canvasOf(image);
  return drawOn(canvas, options, (scale) => {
    const shapes = polygons.map((polygon, i) => {
      const color = okabeIto[i % okabeIto.length];
      const path = pathOf(polygon, scale, true);
      const dash = i % dashes.length === 0 ? "" : dashes[i % dashes.length].join(" ");
      const inside = fill ? `<path d="${path}" fill="${color}" fill-opacity="0.3"/>` : "";
      return inside + rimmed(path, color, 2, dash);
    });
    const names = (labels ?? []).map((text, i) => {
      const color = okabeIto[i % okabeIto.length];
      const [x, y] = polygons[i][0];
      return tag(x * scale, Math.max(0, y * scale - 14), text, color, inkOn(color));
    });
    return [...shapes, ...names].join("");
  });
}

/**
 * A line of text on an image, in the font that the library ships.
 *
 * @param at - The left end of the text's top edge, in pixels of the image.
 * @returns A new image in bytes and RGB.
 * @throws RangeError for a size that is not above 0.
 * @example
 * drawText({ data: new Uint8Array(900), shape: [30, 30] }, "7", [2, 2]).shape; // [30, 30, 3]
 */
export function drawText(
  image: ImageLike,
  text: string,
  at: readonly [x: number, y: number],
  options: DrawTextOptions = {},
): Image {
  const size = positive("size", options.size ?? 12);
  const ground = cssColor(options.background ?? "white");
  const color = cssColor(options.color ?? "black");
  return drawOn(canvasOf(image), options, (scale) => {
    const [x, y] = [at[0] * scale, at[1] * scale];
    const width = textWidth(text, size) + 0.5 * size;
    const behind =
      ground === "none"
        ? ""
        : `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(1.3 * size)}" fill="${ground}"/>`;
    return behind + svgText(x + 0.25 * size, y + size, text, { size, color });
  });
}
