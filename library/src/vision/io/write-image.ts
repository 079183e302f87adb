import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Sharp } from "sharp";
import { checkOptions } from "../../frame/engine/options.ts";
import { Image } from "../image/index.ts";
import type { ImageLike } from "../image/index.ts";

/** The kinds of file that are written. */
export type ImageFormat = "png" | "jpeg" | "webp";

/** How to write an image. */
export interface WriteImageOptions {
  /** By default what the ending of the name says. */
  readonly format?: ImageFormat;
  /** Of JPEG and WebP, 1 to 100. Default 90. */
  readonly quality?: number;
  /** Bits of a channel; 16 for PNG alone. Default 8. */
  readonly depth?: 8 | 16;
}

const known = ["format", "quality", "depth"];

/**
 * The bytes of a PNG, JPEG or WebP file. Floats from 0 to 1 are rounded; what lies outside is clipped.
 * JPEG has no alpha: the picture is laid on white.
 *
 * @throws TypeError for a colour space that files do not have: convert to RGB or gray first.
 * @example
 * const png = await encodeImage([[0, 1]], { format: "png" });
 * const again = await readImage(png);
 */
export async function encodeImage(
  image: ImageLike,
  options: WriteImageOptions & { readonly format: ImageFormat },
): Promise<Uint8Array> {
  checkOptions("encodeImage", options, known);
  const { format, quality = 90, depth = 8 } = options;
  const picture = Image.from(image);
  if (picture.colorSpace !== "gray" && picture.colorSpace !== "rgb") {
    throw new TypeError(
      `Files hold gray and RGB; this image is in ${picture.colorSpace}. Convert it first: convertColor(image, "rgb").`,
    );
  }
  if (!(quality >= 1 && quality <= 100))
    throw new RangeError(`The option quality is from 1 to 100; it was ${quality}.`);
  if (depth !== 8 && (depth !== 16 || format !== "png"))
    throw new RangeError(`The option depth is 8, or 16 for PNG; it was ${depth} for ${format}.`);
  const pipeline = await rawPixels(picture, depth);
  if (format === "png") return pipeline.png().toBuffer();
  if (format === "webp") return pipeline.webp({ quality }).toBuffer();
  if (format === "jpeg")
    return pipeline.flatten({ background: "white" }).jpeg({ quality }).toBuffer();
  throw new TypeError(`There is no format "${String(format)}". There are: png, jpeg, webp.`);
}

/**
 * Writes an image to a file; the ending of the name says which kind: `.png`, `.jpg`, `.jpeg` or `.webp`.
 *
 * @throws TypeError for another ending.
 * @example
 * await writeImage("edges.png", edges);
 */
export async function writeImage(
  file: string,
  image: ImageLike,
  options: WriteImageOptions = {},
): Promise<void> {
  checkOptions("writeImage", options, known);
  const endings: Record<string, ImageFormat> = {
    ".png": "png",
    ".jpg": "jpeg",
    ".jpeg": "jpeg",
    ".webp": "webp",
  };
  const format = options.format ?? endings[path.extname(file).toLowerCase()];
  if ((format as string | undefined) === undefined) {
    throw new TypeError(
      `The name of an image ends in ${Object.keys(endings).join(", ")}; it was '${file}'. Or give the option format.`,
    );
  }
  await writeFile(file, await encodeImage(image, { ...options, format }));
}

async function rawPixels(image: Image, depth: 8 | 16): Promise<Sharp> {
  const { default: sharp } = await import("sharp");
  const { height, width } = image;
  const channels = image.channels as 1 | 2 | 3 | 4;
  const gray = image.colorSpace === "gray";
  const raw = { raw: { height, width, channels } };
  if (depth === 8) {
    const { data } = image.toBytes();
    return sharp(data as Uint8Array, raw).toColourspace(gray ? "b-w" : "srgb");
  }
  const { data } = image.toFloat();
  const deep = Uint16Array.from(data, (value) =>
    Math.round(65535 * Math.min(1, Math.max(0, value))),
  );
  return sharp(deep, raw).toColourspace(gray ? "grey16" : "rgb16");
}
