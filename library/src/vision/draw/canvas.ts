import { createRequire } from "node:module";
import type * as ResvgModule from "@resvg/resvg-js";
import { fontFiles } from "../../plot/figure/fonts.ts";
import { svgDocument, svgImage } from "../../plot/images/svg.ts";
import { Image } from "../image/index.ts";
import type { ImageLike } from "../image/index.ts";
import { wholeNumber } from "../options.ts";

/** What every drawing takes. */
export interface DrawOptions {
  /** Pixels of the result for each pixel of the image: lines and letters are fine, pixels stay square. Default 1. */
  readonly scale?: number;
}

/** A picture as drawings read it. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray;
}

type Resvg = typeof ResvgModule;

let loaded: Resvg | undefined;

/** Read when the first picture is drawn: it is a large library. */
const resvg = (): Resvg => (loaded ??= createRequire(import.meta.url)("@resvg/resvg-js") as Resvg);

/**
 * Reads an image in grey or RGB.
 *
 * @throws TypeError for another colour space.
 */
export function canvasOf(input: ImageLike): Canvas {
  const image = Image.from(input);
  if (image.colorSpace !== "gray" && image.colorSpace !== "rgb")
    throw new TypeError(
      `Drawings go on grey or RGB; the image is in ${image.colorSpace}. Convert it by convertColor first.`,
    );
  const { data } = image.toBytes();
  const { height, width, channels, hasAlpha } = image;
  const rgba = new Uint8ClampedArray(4 * width * height).fill(255);
  const coloured = channels >= 3;
  for (let i = 0; i < width * height; i++) {
    const at = i * channels;
    for (let c = 0; c < 3; c++) rgba[4 * i + c] = data[coloured ? at + c : at];
    if (hasAlpha) rgba[4 * i + 3] = data[at + channels - 1];
  }
  return { width, height, rgba };
}

/** The picture with shapes on it, in bytes and RGB. `shapes` is told how large a pixel is. */
export function drawOn(
  canvas: Canvas,
  options: DrawOptions,
  shapes: (scale: number) => string,
): Image {
  const scale = wholeNumber("scale", options.scale ?? 1);
  const [width, height] = [canvas.width * scale, canvas.height * scale];
  const svg = svgDocument(width, height, "", [
    svgImage(0, 0, canvas, width, height),
    shapes(scale),
  ]);
  const font = {
    loadSystemFonts: false,
    fontFiles: Object.values(fontFiles),
    defaultFontFamily: "DejaVu Sans",
    sansSerifFamily: "DejaVu Sans",
  };
  const { Resvg } = resvg();
  const { pixels } = new Resvg(svg, { font, background: "white" }).render();
  const data = new Uint8Array(3 * width * height);
  for (let i = 0; i < width * height; i++)
    for (let c = 0; c < 3; c++) data[3 * i + c] = pixels[4 * i + c];
  return new Image({ height, width, channels: 3, data, colorSpace: "rgb" });
}
