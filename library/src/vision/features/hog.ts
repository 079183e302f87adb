import { Image } from "../image/index.ts";
import type { ImageLike } from "../image/index.ts";
import { oneOf, wholeNumber } from "../options.ts";

/** Options of `hog`. */
export interface HogOptions {
  /** Directions that are told apart, in half a turn. Default 9. */
  readonly orientations?: number;
  /** Side of a cell in pixels. Default 8. */
  readonly pixelsPerCell?: number;
  /** Side of a block in cells. Default 3. */
  readonly cellsPerBlock?: number;
  /** How a block is brought to one size. Default `"L2-Hys"`: L2, cut at 0.2, and L2 again. */
  readonly blockNorm?: "L1" | "L1-sqrt" | "L2" | "L2-Hys";
  /** Take the square root of the light first, which lessens shadows. Default false. */
  readonly transformSqrt?: boolean;
}

/** What `hog` gives. */
export interface HogFeatures {
  /** All numbers, block by block. */
  readonly features: Float64Array;
  /** `[block rows, block columns, cells down, cells across, orientations]`. */
  readonly shape: readonly [number, number, number, number, number];
}

/**
 * Histograms of oriented gradients: in each cell, how strong the edges are in each direction, brought to
 * one size block by block. In colours, each pixel counts in the channel with the strongest edge.
 * scikit-image's hog.
 *
 * Source: N. Dalal and B. Triggs, Histograms of Oriented Gradients, CVPR 2005.
 *
 * @throws RangeError for an image that is smaller than a block.
 * @example
 * hog({ data: new Uint8Array(32 * 32), shape: [32, 32] }).shape; // [2, 2, 3, 3, 9]
 */
export function hog(input: ImageLike, options: HogOptions = {}): HogFeatures {
  const orientations = wholeNumber("orientations", options.orientations ?? 9);
  const cell = wholeNumber("pixelsPerCell", options.pixelsPerCell ?? 8);
  const block = wholeNumber("cellsPerBlock", options.cellsPerBlock ?? 3);
  const norm = oneOf("blockNorm", options.blockNorm ?? "L2-Hys", ["L1", "L1-sqrt", "L2", "L2-Hys"]);
  const image = Image.from(input);
  const [rows, columns] = [Math.floor(image.height / cell), Math.floor(image.width / cell)];
  const [down, across] = [rows - block + 1, columns - block + 1];
  if (down < 1 || across < 1)
    throw new RangeError(
      `A block has ${String(block * cell)} pixels a side; the image has ${String(image.height)} × ${String(image.width)}. Choose smaller cells or blocks.`,
    );
  const cells = cellHistograms(image, cell, orientations, options.transformSqrt ?? false);
  const size = block * block * orientations;
  const features = new Float64Array(down * across * size);
  for (let by = 0; by < down; by++) {
    for (let bx = 0; bx < across; bx++) {
      const start = (by * across + bx) * size;
      const part = features.subarray(start, start + size);
      for (let y = 0; y < block; y++) {
        const from = ((by + y) * columns + bx) * orientations;
        part.set(cells.subarray(from, from + block * orientations), y * block * orientations);
      }
      normalise(part, norm);
    }
  }
  return { features, shape: [down, across, block, block, orientations] };
}

function cellHistograms(
  image: Image,
  cell: number,
  orientations: number,
  root: boolean,
): Float64Array {
  const { height, width, channels, data } = image;
  const colours = channels - (image.hasAlpha ? 1 : 0);
  const [rows, columns] = [Math.floor(height / cell), Math.floor(width / cell)];
  const values = Float64Array.from(data, (v) =>
    root ? Math.sqrt(v / image.white) : v / image.white,
  );
  const cells = new Float64Array(rows * columns * orientations);
  const row = width * channels;
  for (let y = 0; y < rows * cell; y++) {
    for (let x = 0; x < columns * cell; x++) {
      let [strongest, down, across] = [-1, 0, 0];
      for (let c = 0; c < colours; c++) {
        const at = y * row + x * channels + c;
        const gy = y === 0 || y === height - 1 ? 0 : values[at + row] - values[at - row];
        const gx = x === 0 || x === width - 1 ? 0 : values[at + channels] - values[at - channels];
        const strength = Math.hypot(gy, gx);
        if (strength > strongest) [strongest, down, across] = [strength, gy, gx];
      }
      const degrees = (Math.atan2(down, across) * 180) / Math.PI;
      const bin = Math.floor((((degrees % 180) + 180) % 180) / (180 / orientations));
      const at = Math.floor(y / cell) * columns + Math.floor(x / cell);
      cells[at * orientations + Math.min(bin, orientations - 1)] += strongest / (cell * cell);
    }
  }
  return cells;
}

function normalise(block: Float64Array, norm: "L1" | "L1-sqrt" | "L2" | "L2-Hys"): void {
  const eps = 1e-5;
  const scale = (by: number) => {
    for (let i = 0; i < block.length; i++) block[i] /= by;
  };
  const length = () => Math.sqrt(block.reduce((sum, value) => sum + value * value, 0) + eps * eps);
  if (norm === "L1" || norm === "L1-sqrt") {
    scale(block.reduce((sum, value) => sum + value, 0) + eps);
    if (norm === "L1-sqrt") block.forEach((value, i) => (block[i] = Math.sqrt(value)));
    return;
  }
  scale(length());
  if (norm === "L2") return;
  block.forEach((value, i) => (block[i] = Math.min(value, 0.2)));
  scale(length());
}
