import { host, jupyterDisplay } from "../../host/index.ts";
import type { Displayable, MimeBundle } from "../../host/index.ts";
import { tensorflow } from "../../tensorflow/index.ts";
import type { Tensor3D } from "../../tensorflow/index.ts";
import { displayPng, displayRange } from "./display.ts";
import { checkRaster } from "./raster.ts";
import type { ColorSpace, PixelData, Raster } from "./raster.ts";
import { readRaster } from "./read.ts";
import type { ImageLike } from "./read.ts";

/** How to show an image. */
export interface ShowOptions {
  /** What the picture shows, for those who cannot see it. By default its size and kind. */
  readonly alt?: string;
  /** Pixels of the screen for each pixel of the image, 1 to 64. By default images below 96 pixels grow to about that. */
  readonly zoom?: number;
}

/**
 * An image: rows of pixels from the top, `[height, width, channels]`, as bytes (0 to 255) or as
 * floats (0 to 1), and the colour space that its channels are in. Nothing changes an image; every
 * function gives a new one. As a cell's last value a notebook shows it.
 *
 * @example
 * const image = Image.from([[0, 0.5], [0.5, 1]]);
 * image.shape; // [2, 2, 1]
 * image.colorSpace; // "gray"
 */
export class Image implements Displayable, Raster {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly data: PixelData;
  readonly colorSpace: ColorSpace;

  /**
   * @throws RangeError or TypeError where sizes, values and colour space do not fit together.
   */
  constructor(raster: Raster) {
    checkRaster(raster);
    this.height = raster.height;
    this.width = raster.width;
    this.channels = raster.channels;
    this.data = raster.data;
    this.colorSpace = raster.colorSpace;
  }

  /**
   * Reads a tensor, nested arrays, `{ data, shape }` or an image. Bytes and floats are not copied.
   *
   * @param colorSpace - By default gray for 1 and 2 channels, RGB for 3 and 4.
   * @throws RangeError for a shape that is no image.
   * @example
   * Image.from({ data: new Uint8Array([255, 0, 0]), shape: [1, 1, 3] }).at(0, 0); // [255, 0, 0]
   */
  static from(input: ImageLike, colorSpace?: ColorSpace): Image {
    return input instanceof Image && (colorSpace ?? input.colorSpace) === input.colorSpace
      ? input
      : new Image(readRaster(input, colorSpace));
  }

  /** `[height, width, channels]`. */
  get shape(): [height: number, width: number, channels: number] {
    return [this.height, this.width, this.channels];
  }

  /** Bytes (0 to 255) or floats (0 to 1). */
  get type(): "uint8" | "float32" {
    return this.data instanceof Uint8Array ? "uint8" : "float32";
  }

  /** The value of white: 255 in bytes, 1 in floats. */
  get white(): 255 | 1 {
    return this.data instanceof Uint8Array ? 255 : 1;
  }

  /** True when the last channel is how opaque a pixel is. */
  get hasAlpha(): boolean {
    return (
      (this.colorSpace === "gray" && this.channels === 2) ||
      (this.colorSpace === "rgb" && this.channels === 4)
    );
  }

  /**
   * The channels of one pixel.
   *
   * @throws RangeError outside the image.
   */
  at(y: number, x: number): number[] {
    if (!(
      Number.isInteger(y) &&
      Number.isInteger(x) &&
      y >= 0 &&
      x >= 0 &&
      y < this.height &&
      x < this.width
    )) {
      throw new RangeError(
        `The image has ${this.height} rows and ${this.width} columns; there is no pixel (${y}, ${x}).`,
      );
    }
    const start = (y * this.width + x) * this.channels;
    return Array.from(this.data.subarray(start, start + this.channels));
  }

  /**
   * One channel as an image in gray.
   *
   * @throws RangeError for a channel that is not there.
   * @example
   * Image.from([[[1, 0, 0.5]]]).channel(2).rows(); // [[0.5]]
   */
  channel(index: number): Image {
    const { height, width, channels, data } = this;
    if (!Number.isInteger(index) || index < 0 || index >= channels)
      throw new RangeError(
        `The image has the channels 0 to ${channels - 1}; there is no ${index}.`,
      );
    const plane = emptyLike(data, height * width);
    for (let i = 0, from = index; i < plane.length; i++, from += channels) plane[i] = data[from];
    return new Image({ height, width, channels: 1, data: plane, colorSpace: "gray" });
  }

  /** One channel as rows of numbers. Default the first. */
  rows(channel = 0): number[][] {
    const plane = this.channels === 1 && channel === 0 ? this : this.channel(channel);
    return Array.from({ length: this.height }, (_, y) =>
      Array.from(plane.data.subarray(y * this.width, (y + 1) * this.width)),
    );
  }

  /** All values, `[height][width][channels]`. */
  toArray(): number[][][] {
    return Array.from({ length: this.height }, (_, y) =>
      Array.from({ length: this.width }, (__, x) => this.at(y, x)),
    );
  }

  /** A tensor `[height, width, channels]`: int32 from bytes, float32 from floats. Dispose of it. */
  toTensor(): Tensor3D {
    const dtype = this.data instanceof Uint8Array ? "int32" : "float32";
    return tensorflow().tensor3d(this.data, this.shape, dtype);
  }

  /**
   * As floats: 255 becomes 1. Hue becomes degrees.
   *
   * @example
   * Image.from({ data: new Uint8Array([0, 51]), shape: [1, 2] }).toFloat().rows()[0].map((v) => v.toFixed(1)); // ["0.0", "0.2"]
   */
  toFloat(): Image {
    if (this.data instanceof Float32Array) return this;
    const data = new Float32Array(this.data.length);
    for (let i = 0; i < data.length; i++) data[i] = this.data[i] / 255;
    if (this.colorSpace === "hsv")
      for (let i = 0; i < data.length; i += 3) data[i] = 2 * this.data[i];
    return new Image({ ...fields(this), data });
  }

  /**
   * As bytes: 1 becomes 255; what lies outside 0 to 1 goes to the nearest end.
   *
   * @throws TypeError for Lab, which bytes do not hold.
   * @example
   * Image.from([[0, 0.5, 2]]).toBytes().rows(); // [[0, 128, 255]]
   */
  toBytes(): Image {
    if (this.data instanceof Uint8Array) return this;
    if (this.colorSpace === "lab")
      throw new TypeError("Lab is kept in floats: convert it to another colour space first.");
    const data = new Uint8Array(this.data.length);
    const { data: values } = this;
    for (let i = 0; i < data.length; i++) {
      const level = values[i] * 255 + 0.5;
      data[i] = level > 255 ? 255 : level > 0 ? level : 0;
    }
    if (this.colorSpace === "hsv")
      for (let i = 0; i < data.length; i += 3) data[i] = Math.round(this.data[i] / 2) % 180;
    return new Image({ ...fields(this), data });
  }

  /**
   * The picture as the notebook shows it, a PNG. Floats outside 0 to 1 are shown from 0 to the highest,
   * or around grey where some are negative.
   */
  toPNG(options: Pick<ShowOptions, "zoom"> = {}): Uint8Array {
    const zoom = options.zoom ?? 1;
    if (!Number.isInteger(zoom) || zoom < 1 || zoom > 64)
      throw new RangeError(`The option zoom is a count from 1 to 64; it was ${zoom}.`);
    return displayPng(this, zoom);
  }

  /** Shows the image in the notebook. */
  show(options: ShowOptions = {}): void {
    const { data, metadata } = this.#bundle(options);
    host().publish(data, { metadata });
  }

  [jupyterDisplay](): MimeBundle {
    return this.#bundle({});
  }

  /** Its size and kind, such as `Image 480 × 640, rgb, uint8`. */
  toString(): string {
    const alpha = this.hasAlpha ? " with alpha" : "";
    const channels = this.colorSpace === "none" ? ` (${this.channels} channels)` : "";
    const size = `Image ${this.height} × ${this.width}, ${this.colorSpace}${alpha}${channels}, ${this.type}`;
    const [black, white] = displayRange(this);
    const usual = black === 0 && white === this.white;
    return usual ? size : `${size}, shown from ${black.toPrecision(3)} to ${white.toPrecision(3)}`;
  }

  #bundle({ alt = this.toString(), zoom }: ShowOptions): {
    data: MimeBundle;
    metadata: Record<string, unknown>;
  } {
    const scale = zoom ?? Math.max(1, Math.floor(96 / Math.max(this.height, this.width)));
    const png = Buffer.from(this.toPNG({ zoom: scale })).toString("base64");
    const size = { width: this.width * scale, height: this.height * scale };
    return {
      data: { "image/png": png, "text/plain": alt },
      metadata: { "image/png": { ...size, alt } },
    };
  }
}

const fields = ({ height, width, channels, data, colorSpace }: Raster): Raster => ({
  height,
  width,
  channels,
  data,
  colorSpace,
});

/** Room for values of the same type. */
export function emptyLike(data: PixelData, length: number): PixelData {
  return data instanceof Uint8Array ? new Uint8Array(length) : new Float32Array(length);
}

/** An image with other values (and another size or number of channels), else like `image`. */
export function imageLike(
  image: Raster,
  data: PixelData,
  changes: Partial<Omit<Raster, "data">> = {},
): Image {
  return new Image({ ...fields(image), ...changes, data });
}
