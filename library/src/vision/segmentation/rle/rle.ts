import { readNdArray } from "../../ndarray.ts";
import type { NdArrayLike } from "../../ndarray.ts";
import type { NdArray } from "../../ndarray.ts";
import { corners } from "../../box.ts";
import type { Box, XYXY } from "../../box.ts";

/**
 * A mask as COCO's files hold it: lengths of runs, in turn of 0 and of 1 and beginning with 0, down
 * the columns.
 */
export interface Rle {
  /** `[height, width]`. */
  readonly size: readonly [height: number, width: number];
  readonly counts: readonly number[];
}

/** A mask of 0 and 1 with its shape `[height, width]`. */
export interface Mask {
  readonly data: Uint8Array;
  readonly shape: readonly [height: number, width: number];
}

/**
 * Runs of a mask `[height, width]` of 0 and 1 (anything but 0 counts as 1).
 *
 * @throws RangeError for another shape.
 * @example
 * encodeRle([[0, 1], [0, 1]]); // { size: [2, 2], counts: [2, 2] }
 */
export function encodeRle(mask: NdArrayLike): Rle {
  const { data, shape } = readMask(mask);
  const [height, width] = shape;
  const counts: number[] = [];
  let [last, run] = [false, 0];
  for (let x = 0; x < width; x++) {
    for (let y = 0; y < height; y++) {
      const value = data[y * width + x] !== 0;
      if (value !== last) {
        counts.push(run);
        [last, run] = [value, 0];
      }
      run++;
    }
  }
  counts.push(run);
  return { size: [height, width], counts };
}

/**
 * The mask of runs.
 *
 * @throws RangeError when the runs do not fill the size.
 * @example
 * decodeRle({ size: [2, 2], counts: [2, 2] }).data; // [0, 1, 0, 1]
 */
export function decodeRle(rle: Rle): Mask {
  const [height, width] = checkRle(rle).size;
  const data = new Uint8Array(height * width);
  let at = 0;
  for (const [i, run] of rle.counts.entries()) {
    if (i % 2 === 1)
      for (let k = at; k < at + run; k++) data[(k % height) * width + Math.floor(k / height)] = 1;
    at += run;
  }
  return { data, shape: [height, width] };
}

/**
 * How many pixels a mask covers.
 *
 * @example
 * rleArea({ size: [2, 2], counts: [2, 2] }); // 2
 */
export function rleArea(rle: Rle): number {
  return checkRle(rle).counts.reduce((sum, run, i) => sum + (i % 2 === 1 ? run : 0), 0);
}

/**
 * The smallest box around a mask; `undefined` for an empty one.
 *
 * @throws RangeError for another shape than `[height, width]`.
 * @example
 * maskToBox([[0, 0, 0], [0, 1, 1]]); // [1, 1, 3, 2]
 */
export function maskToBox(mask: NdArrayLike | Rle): XYXY | undefined {
  const { data, shape } = isRle(mask) ? decodeRle(mask) : readMask(mask);
  const [height, width] = shape;
  let [x0, y0, x1, y1] = [width, height, 0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (data[y * width + x] === 0) continue;
      x0 = Math.min(x0, x);
      x1 = Math.max(x1, x + 1);
      y0 = Math.min(y0, y);
      y1 = y + 1;
    }
  }
  return x1 > x0 ? [x0, y0, x1, y1] : undefined;
}

/**
 * The mask `[height, width]` of a box: the pixels whose middle lies in it.
 *
 * @throws RangeError for a broken box.
 * @example
 * boxToMask([1, 0, 3, 1], { height: 2, width: 3 }).data; // [0, 1, 1, 0, 0, 0]
 */
export function boxToMask(
  box: XYXY | Box,
  size: { readonly height: number; readonly width: number },
): Mask {
  const [x0, y0, x1, y1] = corners(box);
  const data = new Uint8Array(size.height * size.width);
  const first = (edge: number) => Math.max(0, Math.ceil(edge - 0.5));
  for (let y = first(y0); y < size.height && y + 0.5 < y1; y++)
    for (let x = first(x0); x < size.width && x + 0.5 < x1; x++) data[y * size.width + x] = 1;
  return { data, shape: [size.height, size.width] };
}

/** True for runs, false for any other way to say a mask. */
export function isRle(mask: NdArrayLike | Rle): mask is Rle {
  return typeof mask === "object" && (mask as unknown) !== null && "counts" in mask;
}

/** Numbers of the shape `[height, width]`; a last axis of one channel is dropped. */
export function readMask(mask: NdArrayLike): NdArray {
  const array = readNdArray(mask, "mask");
  const { shape } = array;
  if (shape.length === 2) return array;
  if (shape.length === 3 && shape[2] === 1) return { data: array.data, shape: shape.slice(0, 2) };
  throw new RangeError(`A mask has the shape [height, width]; this one has [${shape.join(", ")}].`);
}

/** Runs that fill their size. */
export function checkRle(rle: Rle): Rle {
  const [height, width] = rle.size;
  const sum = rle.counts.reduce((total, run) => total + run, 0);
  if (sum === height * width && rle.counts.every((run) => Number.isInteger(run) && run >= 0))
    return rle;
  throw new RangeError(
    `The runs of a mask of ${String(height)} × ${String(width)} are whole numbers with the sum ${String(height * width)}; these have ${String(sum)}.`,
  );
}
