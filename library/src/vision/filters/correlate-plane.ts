import { padPlane } from "../core/index.ts";
import type { BorderMode, Plane } from "../core/index.ts";

/** A kernel of weights, its rows from the top. */
export interface Kernel {
  readonly height: number;
  readonly width: number;
  readonly data: ArrayLike<number>;
}

/** Each pixel becomes the weighted sum of its surroundings; the kernel's middle lies on the pixel. */
export function correlatePlane(
  plane: Plane,
  kernel: Kernel,
  border: BorderMode,
  borderValue: number,
): Plane {
  const { height, width } = plane;
  const top = Math.floor(kernel.height / 2);
  const left = Math.floor(kernel.width / 2);
  const margins = { top, bottom: kernel.height - 1 - top, left, right: kernel.width - 1 - left };
  const padded = padPlane(plane, margins, border, borderValue);
  const data = new Float32Array(height * width);
  const sums = new Float64Array(width);
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    for (let i = 0; i < kernel.height; i++) {
      for (let j = 0; j < kernel.width; j++) {
        const weight = kernel.data[i * kernel.width + j];
        if (weight === 0) continue;
        const from = (y + i) * padded.width + j;
        for (let x = 0; x < width; x++) sums[x] += weight * padded.data[from + x];
      }
    }
    data.set(sums, y * width);
  }
  return { height, width, data };
}

/** `correlatePlane` with the kernel `column × row`, in two passes. */
export function separablePlane(
  plane: Plane,
  row: ArrayLike<number>,
  column: ArrayLike<number>,
  border: BorderMode,
  borderValue: number,
): Plane {
  const { height, width } = plane;
  const top = Math.floor(column.length / 2);
  const left = Math.floor(row.length / 2);
  const margins = { top, bottom: column.length - 1 - top, left, right: row.length - 1 - left };
  const padded = padPlane(plane, margins, border, borderValue);
  const across = new Float32Array(padded.height * width);
  alongRows(padded, row, across, width);
  const data = new Float32Array(height * width);
  const sums = new Float64Array(width);
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    for (let i = 0; i < column.length; i++) {
      const weight = column[i];
      const from = (y + i) * width;
      for (let x = 0; x < width; x++) sums[x] += weight * across[from + x];
    }
    data.set(sums, y * width);
  }
  return { height, width, data };
}

function alongRows(
  padded: Plane,
  weights: ArrayLike<number>,
  across: Float32Array,
  width: number,
): void {
  const taps = Float64Array.from(weights);
  for (let y = 0; y < padded.height; y++) {
    const from = y * padded.width;
    const to = y * width;
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let i = 0; i < taps.length; i++) sum += taps[i] * padded.data[from + x + i];
      across[to + x] = sum;
    }
  }
}
