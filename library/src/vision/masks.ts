import { readNdArray } from "./ndarray.ts";
import type { NdArrayLike } from "./ndarray.ts";

/** Options of the mask metrics. */
export interface MaskOptions {
  /** In masks of class numbers, the class to compare. Without it masks hold 0 and 1 alone. */
  readonly label?: number;
  /** Probabilities of at least this become 1, the rest 0. By default other values are an error. */
  readonly threshold?: number;
}

interface Overlap {
  readonly both: number;
  readonly truth: number;
  readonly prediction: number;
}

/**
 * Intersection over union (Jaccard index) of two masks: the pixels in both over the pixels in either.
 *
 * @param truth - A mask of any shape: a tensor, nested arrays or `{ data, shape }`.
 * @param prediction - A mask of the same shape.
 * @returns 0 to 1; two empty masks agree wholly, 1.
 * @throws RangeError when shapes differ, or a value is not 0 or 1 and neither option is given.
 * @example
 * maskIoU([[1, 1], [0, 0]], [[1, 0], [0, 0]]); // 0.5
 * maskIoU([[1, 0]], [[0.7, 0.1]], { threshold: 0.5 }); // 1
 */
export function maskIoU(
  truth: NdArrayLike,
  prediction: NdArrayLike,
  options: MaskOptions = {},
): number {
  const { both, truth: a, prediction: b } = countPixels(truth, prediction, options);
  return a + b === 0 ? 1 : both / (a + b - both);
}

/**
 * Dice coefficient (F1 score) of two masks: twice the pixels in both over the pixels of each.
 *
 * @param truth - A mask of any shape: a tensor, nested arrays or `{ data, shape }`.
 * @param prediction - A mask of the same shape.
 * @returns 0 to 1; two empty masks agree wholly, 1.
 * @throws RangeError when shapes differ, or a value is not 0 or 1 and neither option is given.
 * @example
 * dice([[1, 1], [0, 0]], [[1, 0], [0, 0]]); // 2 / 3
 */
export function dice(
  truth: NdArrayLike,
  prediction: NdArrayLike,
  options: MaskOptions = {},
): number {
  const { both, truth: a, prediction: b } = countPixels(truth, prediction, options);
  return a + b === 0 ? 1 : (2 * both) / (a + b);
}

/**
 * Mean `maskIoU` over classes, for masks that hold a class number in each pixel.
 *
 * @param classes - The class numbers to average over; leave out 0 to ignore the background. By
 *   default every class that either mask holds.
 * @throws RangeError when shapes differ or there is no class.
 * @example
 * meanMaskIoU([[0, 1], [2, 2]], [[0, 1], [2, 1]], { classes: [1, 2] }); // (1 / 2 + 1 / 2) / 2
 */
export function meanMaskIoU(
  truth: NdArrayLike,
  prediction: NdArrayLike,
  options: { readonly classes?: readonly number[] } = {},
): number {
  const read = {
    truth: readNdArray(truth, "mask"),
    prediction: readNdArray(prediction, "predicted mask"),
  };
  const classes =
    options.classes ??
    [...new Set([...Array.from(read.truth.data), ...Array.from(read.prediction.data)])].sort(
      (a, b) => a - b,
    );
  if (classes.length === 0)
    throw new RangeError("There is no class to average over: the list of classes is empty.");
  const each = classes.map((label) => maskIoU(read.truth, read.prediction, { label }));
  return each.reduce((sum, value) => sum + value, 0) / each.length;
}

function countPixels(truth: NdArrayLike, prediction: NdArrayLike, options: MaskOptions): Overlap {
  const a = readNdArray(truth, "mask");
  const b = readNdArray(prediction, "predicted mask");
  if (a.shape.join() !== b.shape.join()) {
    throw new RangeError(
      `The masks differ in shape: [${a.shape.join(", ")}] and [${b.shape.join(", ")}].`,
    );
  }
  const inside = membership(options);
  const counts = { both: 0, truth: 0, prediction: 0 };
  for (let i = 0; i < a.data.length; i++) {
    const inTruth = inside(a.data[i] ?? NaN);
    const inPrediction = inside(b.data[i] ?? NaN);
    if (inTruth) counts.truth++;
    if (inPrediction) counts.prediction++;
    if (inTruth && inPrediction) counts.both++;
  }
  return counts;
}

function membership({ label, threshold }: MaskOptions): (value: number) => boolean {
  if (label !== undefined && threshold !== undefined) {
    throw new TypeError(
      "A mask is compared by label or by threshold, not by both: leave one option out.",
    );
  }
  const check = (value: number) => {
    if (!Number.isNaN(value)) return value;
    throw new RangeError("A mask holds NaN.");
  };
  if (label !== undefined) return (value) => check(value) === label;
  if (threshold !== undefined) return (value) => check(value) >= threshold;
  return (value) => {
    if (value === 0 || value === 1) return value === 1;
    throw new RangeError(
      `A mask holds 0 and 1; it has ${String(value)}. Give threshold for probabilities, or label for class numbers.`,
    );
  };
}
