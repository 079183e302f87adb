import { readNdArray } from "../ndarray.ts";
import type { NdArrayLike } from "../ndarray.ts";

/** Options of `segmentationReport`. */
export interface SegmentationOptions {
  /** The class numbers to report; leave out 0 to ignore the background. By default all that occur. */
  readonly classes?: readonly number[];
  /** Pixels whose truth is this number do not count at all, such as 255. */
  readonly ignore?: number;
}

/** How well one class is segmented. A number is NaN where it would divide by nothing. */
export interface SegmentedClass {
  readonly label: number;
  /** Pixels of the class in the truth. */
  readonly truth: number;
  /** Pixels of the class in the prediction. */
  readonly prediction: number;
  /** Pixels in both. */
  readonly both: number;
  readonly iou: number;
  readonly dice: number;
  readonly precision: number;
  readonly recall: number;
}

/** What `segmentationReport` found. */
export interface SegmentationReport {
  readonly classes: readonly SegmentedClass[];
  /** Mean IoU over the classes that occur in truth or prediction. */
  readonly meanIoU: number;
  /** Mean Dice coefficient over the same classes. */
  readonly meanDice: number;
  /** Share of all counted pixels that have the right class. */
  readonly pixelAccuracy: number;
  /** Mean recall over the classes that occur in the truth. */
  readonly meanAccuracy: number;
  /** IoU of each class weighted by its pixels in the truth. */
  readonly frequencyWeightedIoU: number;
}

/**
 * Segmentation measures, class by class, for masks that hold a class number in each pixel. Several
 * images of one size go in together: the pixels of all count.
 *
 * Source: J. Long and others, Fully Convolutional Networks, CVPR 2015, for the four means.
 *
 * @param truth - Class numbers of any shape.
 * @param prediction - Class numbers of the same shape.
 * @throws RangeError when shapes differ, no pixel counts, or a value is not a whole number.
 * @example
 * const { meanIoU, pixelAccuracy } = segmentationReport([[0, 1], [1, 1]], [[0, 1], [0, 1]]);
 * [meanIoU, pixelAccuracy]; // [(1 / 2 + 2 / 3) / 2, 0.75]
 */
export function segmentationReport(
  truth: NdArrayLike,
  prediction: NdArrayLike,
  options: SegmentationOptions = {},
): SegmentationReport {
  const { counts, pixels, right } = countPairs(truth, prediction, options.ignore);
  const occurring = [...counts.keys()].sort((a, b) => a - b);
  const classes = (options.classes ?? occurring).map((label): SegmentedClass => {
    const one = counts.get(label) ?? { truth: 0, prediction: 0, both: 0 };
    return {
      label,
      ...one,
      iou: one.both / (one.truth + one.prediction - one.both),
      dice: (2 * one.both) / (one.truth + one.prediction),
      precision: one.both / one.prediction,
      recall: one.both / one.truth,
    };
  });
  const inTruth = classes.filter((one) => one.truth > 0);
  const ofTruth = inTruth.reduce((sum, one) => sum + one.truth, 0);
  return {
    classes,
    meanIoU: mean(classes.map(({ iou }) => iou)),
    meanDice: mean(classes.map(({ dice }) => dice)),
    pixelAccuracy: right / pixels,
    meanAccuracy: mean(inTruth.map(({ recall }) => recall)),
    frequencyWeightedIoU: inTruth.reduce((sum, one) => sum + one.truth * one.iou, 0) / ofTruth,
  };
}

interface Counts {
  truth: number;
  prediction: number;
  both: number;
}

function countPairs(
  truth: NdArrayLike,
  prediction: NdArrayLike,
  ignore: number | undefined,
): { counts: Map<number, Counts>; pixels: number; right: number } {
  const a = readNdArray(truth, "mask");
  const b = readNdArray(prediction, "predicted mask");
  if (a.shape.join() !== b.shape.join())
    throw new RangeError(
      `The masks differ in shape: [${a.shape.join(", ")}] and [${b.shape.join(", ")}].`,
    );
  const counts = new Map<number, Counts>();
  const of = (label: number) => {
    let found = counts.get(label);
    if (found === undefined) {
      if (!Number.isInteger(label))
        throw new RangeError(`A mask of classes holds whole numbers; it has ${String(label)}.`);
      counts.set(label, (found = { truth: 0, prediction: 0, both: 0 }));
    }
    return found;
  };
  let [pixels, right] = [0, 0];
  for (let i = 0; i < a.data.length; i++) {
    if (a.data[i] === ignore) continue;
    pixels++;
    const inTruth = of(a.data[i]);
    inTruth.truth++;
    of(b.data[i]).prediction++;
    if (a.data[i] !== b.data[i]) continue;
    inTruth.both++;
    right++;
  }
  if (pixels === 0) throw new RangeError("There is no pixel to compare.");
  return { counts, pixels, right };
}

/** The mean of what is a number. */
function mean(values: readonly number[]): number {
  const there = values.filter((value) => !Number.isNaN(value));
  return there.reduce((sum, value) => sum + value, 0) / there.length;
}
