import { asType, borderIndex } from "../core/index.ts";
import type { BorderMode } from "../core/index.ts";
import { imageLike } from "../image/index.ts";
import type { Image } from "../image/index.ts";
import { cubic } from "./taps.ts";

/** How a map reads an image. */
export interface Sampling {
  readonly height: number;
  readonly width: number;
  readonly method: "nearest" | "bilinear" | "bicubic";
  readonly border: BorderMode;
  /** One value for each channel. */
  readonly fill: readonly number[];
}

/** Writes where each pixel of row `y` is read. */
export type RowMap = (y: number, xs: Float64Array, ys: Float64Array) => void;

const reach = { nearest: 1, bilinear: 2, bicubic: 4 };

/** An image whose pixels are read elsewhere, in between pixels too. */
export function sample(image: Image, map: RowMap, to: Sampling): Image {
  const { channels, data: from } = image;
  const { height, width, method, border, fill } = to;
  const data = new Float32Array(height * width * channels);
  const xs = new Float64Array(width);
  const ys = new Float64Array(width);
  const size = reach[method];
  const weightsX = new Float64Array(size);
  const weightsY = new Float64Array(size);
  const columns = new Int32Array(size);
  const rows = new Int32Array(size);
  for (let y = 0, out = 0; y < height; y++) {
    map(y, xs, ys);
    for (let x = 0; x < width; x++, out += channels) {
      const left = weigh(xs[x], method, weightsX);
      const top = weigh(ys[x], method, weightsY);
      place(left, image.width, border, columns);
      place(top, image.height, border, rows);
      for (let i = 0; i < size; i++) {
        const row = rows[i] * image.width;
        for (let j = 0; j < size; j++) {
          const weight = weightsY[i] * weightsX[j];
          if (weight === 0) continue;
          const outside = rows[i] < 0 || columns[j] < 0;
          const at = (row + columns[j]) * channels;
          for (let c = 0; c < channels; c++)
            data[out + c] += weight * (outside ? fill[c] : from[at + c]);
        }
      }
    }
  }
  return imageLike(image, asType(data, from), { height, width });
}

/** The weights around a place; returns the first position they belong to. */
function weigh(at: number, method: Sampling["method"], weights: Float64Array): number {
  if (method === "nearest") {
    weights[0] = 1;
    const near = Math.floor(at + 0.5);
    // Halves go to the even side, as in OpenCV.
    return near - at === 0.5 && near % 2 !== 0 ? near - 1 : near;
  }
  const whole = Math.floor(at);
  const part = at - whole;
  if (method === "bilinear") {
    weights[0] = 1 - part;
    weights[1] = part;
    return whole;
  }
  for (let i = 0; i < 4; i++) weights[i] = cubic(i - 1 - part, -0.75);
  return whole - 1;
}

function place(first: number, length: number, border: BorderMode, into: Int32Array): void {
  for (let i = 0; i < into.length; i++) {
    const at = first + i;
    into[i] =
      at >= 0 && at < length ? at : Number.isFinite(at) ? borderIndex(at, length, border) : -1;
  }
}
