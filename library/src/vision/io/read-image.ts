import { endianness } from "node:os";
import type { Metadata } from "sharp";
import { checkOptions } from "../../frame/engine/options.ts";
import { Image } from "../image/index.ts";
import type { PixelData } from "../image/index.ts";
import { readSource } from "./source.ts";
import type { ImageSource } from "./source.ts";

/** How to read an image. */
export interface ReadImageOptions {
  /** `"keep"` takes gray as gray and colours as RGB. Default `"keep"`. */
  readonly color?: "keep" | "rgb" | "gray";
  /** `"keep"` has alpha where the file has it; `"drop"` leaves it out. Default `"keep"`. */
  readonly alpha?: "keep" | "drop";
  /** Turn the picture as its EXIF orientation says. Default true. */
  readonly orient?: boolean;
  /** Refuse larger images before any memory is taken for them. Default 100 million. */
  readonly maxPixels?: number;
}

/**
 * Reads a PNG, JPEG, WebP, GIF (the first frame), TIFF or AVIF. Pictures of 8 bits become bytes, those of
 * 16 bits floats from 0 to 1. It decodes with sharp (libvips).
 *
 * @throws Error for a file that is missing, broken or cut short, of an unknown kind or too large.
 * @example
 * const cat = await readImage("cat.jpg");
 */
export async function readImage(
  source: ImageSource,
  options: ReadImageOptions = {},
): Promise<Image> {
  checkOptions("readImage", options, ["color", "alpha", "orient", "maxPixels"]);
  const { color = "keep", alpha = "keep", orient = true, maxPixels = 100e6 } = options;
  const { bytes, name } = await readSource(source);
  const { default: sharp } = await import("sharp");
  const file = sharp(bytes, { failOn: "error", limitInputPixels: false });
  const metadata = await explain(name, () => file.metadata());
  checkSize(metadata, maxPixels, name);
  const deep = metadata.depth === "ushort";
  const gray = color === "gray" || (color === "keep" && ["b-w", "grey16"].includes(metadata.space));
  let pipeline = orient ? file.autoOrient() : file;
  if (alpha === "drop") pipeline = pipeline.removeAlpha();
  if (deep) pipeline = pipeline.toColourspace(gray ? "grey16" : "rgb16");
  else pipeline = pipeline.toColourspace(gray ? "b-w" : "srgb");
  const { data, info } = await explain(name, () =>
    pipeline.raw({ depth: deep ? "ushort" : "uchar" }).toBuffer({ resolveWithObject: true }),
  );
  return new Image({
    height: info.height,
    width: info.width,
    channels: info.channels,
    data: deep ? halves(data) : bytesOf(data),
    colorSpace: gray ? "gray" : "rgb",
  });
}

const bytesOf = (data: Buffer): PixelData =>
  new Uint8Array(data.buffer, data.byteOffset, data.length);

/** 16-bit numbers as floats from 0 to 1. */
function halves(data: Buffer): PixelData {
  const values = new Float32Array(data.length / 2);
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  const little = endianness() === "LE";
  for (let i = 0; i < values.length; i++) values[i] = view.getUint16(2 * i, little) / 65535;
  return values;
}

function checkSize({ width, height }: Metadata, maxPixels: number, name: string): void {
  if (width * height <= maxPixels) return;
  throw new RangeError(
    `The picture in ${name} is ${width} × ${height}, ${width * height} pixels; the limit is ${maxPixels}. Raise maxPixels to read it all the same.`,
  );
}

async function explain<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const reason = (error as Error).message.split("\n")[0];
    const remedy = /unsupported image format/u.test(reason)
      ? "it is none of PNG, JPEG, WebP, GIF, TIFF and AVIF"
      : `the file is broken or cut short (${reason})`;
    throw new Error(`There is no image to read in ${name}: ${remedy}.`, { cause: error });
  }
}
