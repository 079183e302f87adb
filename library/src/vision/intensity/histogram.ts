import { checkOptions } from "../../frame/engine/options.ts";
import { checkCount } from "../core/index.ts";
import { Image } from "../image/index.ts";
import type { ImageLike } from "../image/index.ts";
import { extent } from "../image/display.ts";

/** Options of `histogram`. */
export interface HistogramOptions {
  /** How many bins. Default 256. */
  readonly bins?: number;
  /** From where to where; what lies outside is not counted. Default 0 to 256 for bytes, 0 to 1 for floats. */
  readonly range?: readonly [low: number, high: number];
  /** Which channel. Default 0. */
  readonly channel?: number;
  /** Count only pixels that are not 0 here. */
  readonly mask?: ImageLike;
}

/** Counts, and where the bins begin and end: one edge more than counts. */
export interface Histogram {
  readonly counts: number[];
  readonly edges: number[];
}

/**
 * How often each level occurs. A bin has its lower edge and not its upper one, but the last has both.
 * OpenCV's calcHist, numpy's histogram.
 *
 * @throws RangeError for a range that is empty, or a mask of another size.
 * @example
 * histogram([[0, 0.2, 0.9, 1]], { bins: 2 }).counts; // [2, 2]
 */
export function histogram(image: ImageLike, options: HistogramOptions = {}): Histogram {
  checkOptions("histogram", options, ["bins", "range", "channel", "mask"]);
  const picture = Image.from(image);
  const bytes = picture.data instanceof Uint8Array;
  const { bins = 256, range = bytes ? [0, 256] : [0, 1], channel = 0, mask } = options;
  const [low, high] = range;
  checkCount("bins", bins);
  if (!(low < high))
    throw new RangeError(
      `The option range is [low, high] with low below high; it was [${low}, ${high}].`,
    );
  const inside = mask === undefined ? undefined : Image.from(mask);
  if (inside && (inside.height !== picture.height || inside.width !== picture.width)) {
    throw new RangeError(
      `The mask is ${inside.height} × ${inside.width} and the image ${picture.height} × ${picture.width}.`,
    );
  }
  const { data } = picture.channel(channel);
  const counts = new Array<number>(bins).fill(0);
  const edges = Array.from({ length: bins + 1 }, (_, i) => low + (i * (high - low)) / bins);
  const scale = bins / (high - low);
  for (let i = 0; i < data.length; i++) {
    const value = data[i];
    if (!(value >= low && value <= high)) continue;
    if (inside !== undefined && inside.data[i * inside.channels] === 0) continue;
    let bin = Math.min(bins - 1, Math.floor((value - low) * scale));
    // Rounding may land on the wrong side of an edge.
    if (value < edges[bin]) bin--;
    else if (bin < bins - 1 && value >= edges[bin + 1]) bin++;
    counts[bin]++;
  }
  return { counts, edges };
}

/** Counts by level: each whole number of bytes from the lowest to the highest, or 256 equal bins. */
export function levels(image: Image): { counts: number[]; centers: number[] } {
  const { data } = image;
  const [low, high] = extent(data);
  if (data instanceof Uint8Array) {
    const counts = new Array<number>(high - low + 1).fill(0);
    for (let i = 0; i < data.length; i++) counts[data[i] - low]++;
    return { counts, centers: counts.map((_, i) => low + i) };
  }
  if (low === high) return { counts: [data.length], centers: [low] };
  const { counts, edges } = histogram(image, { range: [low, high] });
  return { counts, centers: counts.map((_, i) => (edges[i] + edges[i + 1]) / 2) };
}
