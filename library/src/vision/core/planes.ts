import { imageLike } from "../image/index.ts";
import type { Image, PixelData } from "../image/index.ts";
import { borderIndices } from "./border.ts";
import type { BorderMode } from "./border.ts";

/** One channel: `height * width` floats in rows. */
export interface Plane {
  readonly height: number;
  readonly width: number;
  readonly data: Float32Array;
}

/** One channel of an image as floats in the image's own unit. Floats of a single channel are not copied. */
export function planeOf(image: Image, channel = 0): Plane {
  const { height, width, channels, data } = image;
  if (channels === 1)
    return { height, width, data: data instanceof Float32Array ? data : new Float32Array(data) };
  const plane = new Float32Array(height * width);
  for (let i = 0, from = channel; i < plane.length; i++, from += channels) plane[i] = data[from];
  return { height, width, data: plane };
}

/** Values in the type of `like`; bytes are rounded (halves to even, as OpenCV does) and clipped. */
export function asType(values: Float32Array, like: PixelData): PixelData {
  if (like instanceof Float32Array) return values;
  const bytes = new Uint8ClampedArray(values.length);
  bytes.set(values);
  return new Uint8Array(bytes.buffer);
}

/** How `mapPlanes` makes its image. */
interface MapOptions {
  /** `"float32"` keeps values that bytes do not hold, such as gradients. Default the image's type. */
  readonly type?: "same" | "float32";
}

/** Runs `work` on each channel and joins what it gives, which may have another size. */
export function mapPlanes(
  image: Image,
  work: (plane: Plane) => Plane,
  options: MapOptions = {},
): Image {
  const { channels } = image;
  const planes = Array.from({ length: channels }, (_, c) => work(planeOf(image, c)));
  const [{ height, width }] = planes;
  const joined = joinPlanes(planes.map(({ data }) => data));
  const data = options.type === "float32" ? joined : asType(joined, image.data);
  return imageLike(image, data, { height, width });
}

/** Channels side by side, pixel by pixel. */
export function joinPlanes(planes: readonly Float32Array[]): Float32Array {
  if (planes.length === 1) return planes[0];
  const joined = new Float32Array(planes.length * planes[0].length);
  planes.forEach((plane, c) => {
    for (let i = 0, to = c; i < plane.length; i++, to += planes.length) joined[to] = plane[i];
  });
  return joined;
}

/** How far a padded plane reaches beyond each side. */
export interface Margins {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** A plane with a border around it. */
export function padPlane(plane: Plane, margins: Margins, mode: BorderMode, value: number): Plane {
  const { top, bottom, left, right } = margins;
  const rows = borderIndices(plane.height, top, bottom, mode);
  const columns = borderIndices(plane.width, left, right, mode);
  const [height, width] = [rows.length, columns.length];
  const data = new Float32Array(height * width);
  for (let y = 0; y < height; y++) {
    const to = y * width;
    if (rows[y] < 0) {
      data.fill(value, to, to + width);
      continue;
    }
    const from = rows[y] * plane.width;
    data.set(plane.data.subarray(from, from + plane.width), to + left);
    for (let x = 0; x < left; x++)
      data[to + x] = columns[x] < 0 ? value : plane.data[from + columns[x]];
    for (let x = left + plane.width; x < width; x++)
      data[to + x] = columns[x] < 0 ? value : plane.data[from + columns[x]];
  }
  return { height, width, data };
}
