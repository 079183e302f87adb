import { checkOptions } from "../../frame/engine/options.ts";
import { borderIndices, checkChoice, checkCount } from "../core/index.ts";
import type { BorderMode } from "../core/index.ts";
import { emptyLike, Image, imageLike } from "../image/index.ts";
import type { ImageLike } from "../image/index.ts";
import { pick } from "./resize.ts";

const count = (length: number): number[] => Array.from({ length }, (_, i) => i);

/**
 * Mirrors left and right (`"horizontal"`), top and bottom (`"vertical"`), or both. OpenCV's flip.
 *
 * @example
 * flip([[1, 2], [3, 4]], "horizontal").rows(); // [[2, 1], [4, 3]]
 */
export function flip(
  image: ImageLike,
  direction: "horizontal" | "vertical" | "both" = "horizontal",
): Image {
  checkChoice("direction", direction, ["horizontal", "vertical", "both"]);
  const picture = Image.from(image);
  const rows = count(picture.height);
  const columns = count(picture.width);
  return pick(
    picture,
    direction === "horizontal" ? rows : rows.reverse(),
    direction === "vertical" ? columns : columns.reverse(),
  );
}

/**
 * Turns by quarters, counter-clockwise. numpy's rot90.
 *
 * @param quarters - How many, negative for clockwise.
 * @throws RangeError for a number that is not whole.
 * @example
 * rotate90([[1, 2], [3, 4]]).rows(); // [[2, 4], [1, 3]]
 */
export function rotate90(image: ImageLike, quarters = 1): Image {
  if (!Number.isInteger(quarters))
    throw new RangeError(`Quarters are whole; got ${quarters}. For other angles use rotate.`);
  const turns = ((quarters % 4) + 4) % 4;
  const picture = Image.from(image);
  if (turns === 0) return picture;
  if (turns === 2) return flip(picture, "both");
  const { height, width, channels, data } = picture;
  const into = emptyLike(data, data.length);
  for (let y = 0, to = 0; y < width; y++) {
    for (let x = 0; x < height; x++) {
      const from = turns === 1 ? x * width + width - 1 - y : (height - 1 - x) * width + y;
      for (let c = 0; c < channels; c++) into[to++] = data[from * channels + c];
    }
  }
  return imageLike(picture, into, { height: width, width: height });
}

/** A rectangle of pixels. */
export interface CropBox {
  /** The first column. */
  readonly x: number;
  /** The first row. */
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Cuts a rectangle out.
 *
 * @throws RangeError for a rectangle that is not wholly inside the image.
 * @example
 * crop([[1, 2, 3], [4, 5, 6]], { x: 1, y: 0, width: 2, height: 1 }).rows(); // [[2, 3]]
 */
export function crop(image: ImageLike, box: CropBox): Image {
  checkOptions("crop", box, ["x", "y", "width", "height"]);
  const picture = Image.from(image);
  const { x, y, width, height } = box;
  const inside = x + width <= picture.width && y + height <= picture.height;
  if (
    ![x, y, width, height].every(Number.isInteger) ||
    x < 0 ||
    y < 0 ||
    width < 1 ||
    height < 1 ||
    !inside
  ) {
    throw new RangeError(
      `A crop is whole pixels inside the image, ${picture.width} wide and ${picture.height} high; it was { x: ${x}, y: ${y}, width: ${width}, height: ${height} }. To reach beyond the edge, pad first.`,
    );
  }
  return pick(
    picture,
    count(height).map((i) => y + i),
    count(width).map((i) => x + i),
  );
}

/** How much to add on each side, in pixels, and what. */
export interface PadOptions {
  readonly top?: number;
  readonly bottom?: number;
  readonly left?: number;
  readonly right?: number;
  /** Default `"constant"`. */
  readonly border?: BorderMode;
  /** The colour for `"constant"`: one value, or one for each channel. Default 0. */
  readonly borderValue?: number | readonly number[];
}

/**
 * Adds a border. OpenCV's copyMakeBorder, numpy's pad.
 *
 * @throws RangeError for a width that is negative or no whole number, or another number of values than channels.
 * @example
 * pad([[1, 2, 3]], { left: 2, right: 2, border: "reflect101" }).rows(); // [[3, 2, 1, 2, 3, 2, 1]]
 */
export function pad(image: ImageLike, options: PadOptions): Image {
  checkOptions("pad", options, ["top", "bottom", "left", "right", "border", "borderValue"]);
  const { top = 0, bottom = 0, left = 0, right = 0, border = "constant" } = options;
  for (const [name, value] of Object.entries({ top, bottom, left, right }))
    checkCount(name, value, 0);
  const picture = Image.from(image);
  const { channels, data } = picture;
  const fill = colourOf(options.borderValue ?? 0, channels);
  const rows = borderIndices(picture.height, top, bottom, border);
  const columns = borderIndices(picture.width, left, right, border);
  const padded = emptyLike(data, rows.length * columns.length * channels);
  for (let y = 0, to = 0; y < rows.length; y++) {
    for (let x = 0; x < columns.length; x++) {
      const outside = rows[y] < 0 || columns[x] < 0;
      const from = (rows[y] * picture.width + columns[x]) * channels;
      for (let c = 0; c < channels; c++) padded[to++] = outside ? fill[c] : data[from + c];
    }
  }
  return imageLike(picture, padded, { height: rows.length, width: columns.length });
}

/** One value for each channel. */
export function colourOf(value: number | readonly number[], channels: number): number[] {
  if (typeof value === "number") return new Array<number>(channels).fill(value);
  if (value.length === channels) return [...value];
  throw new RangeError(
    `The option borderValue is one number, or one for each of the ${channels} channels; it was [${value.join(", ")}].`,
  );
}
