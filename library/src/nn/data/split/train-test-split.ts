import { checkOptions } from "../../../frame/engine/options.ts";
import { trainTestSplit as splitOf } from "../../../learn/model-selection/train-test-split.ts";
import { Random, type Seed } from "../../../random/index.ts";
import { defaultSeed } from "../../random/course.ts";
import { Dataset } from "../dataset.ts";
import { type Columns, columnsPipe, type RowOf } from "../sources/columns.ts";
import { indexed, subset } from "./subset.ts";

export interface SplitOptions {
  /** A share from 0 to 1, or a number of samples. Default a quarter. */
  readonly testSize?: number;
  readonly seed?: Seed;
  /** Labels whose shares both parts keep, one a sample. */
  readonly stratify?: ArrayLike<string | number | boolean>;
  /** Groups that are not divided, one a sample; `testSize` is then a share or number of groups. */
  readonly groups?: ArrayLike<string | number | boolean>;
  /** Points in time, one a sample: the latest are for testing, and equal ones stay together. */
  readonly times?: ArrayLike<number | Date>;
}

/**
 * Divides a dataset, or columns by name, into a part to learn from and one to test on. Nothing is
 * copied: both parts read the same source. Divide before `shuffle` and `augment`.
 *
 * @throws TypeError for a stream, whose elements are not known beforehand
 * @throws RangeError for a part without samples, or labels of another length
 *
 * @example
 * const [train, test] = trainTestSplit({ x: [1, 2, 3, 4], y: [0, 0, 1, 1] }, { testSize: 0.5, seed: 1, stratify: [0, 0, 1, 1] });
 * [train.size, test.size]; // [2, 2]
 */
export function trainTestSplit<T>(
  data: Dataset<T>,
  options?: SplitOptions,
): [train: Dataset<T>, test: Dataset<T>];
export function trainTestSplit<const C extends { readonly [name: string]: Columns }>(
  data: C,
  options?: SplitOptions,
): [train: Dataset<RowOf<C>>, test: Dataset<RowOf<C>>];
export function trainTestSplit(
  data: Dataset<unknown> | { readonly [name: string]: Columns },
  options: SplitOptions = {},
): [Dataset<unknown>, Dataset<unknown>] {
  const who = "trainTestSplit";
  checkOptions(who, options, ["testSize", "seed", "stratify", "groups", "times"]);
  const dataset: Dataset<unknown> =
    data instanceof Dataset ? data : new Dataset(columnsPipe(data), ["fromTensorSlices"]);
  const { size } = indexed(dataset, who);
  const [train, test] = places(size, options);
  return [subset(dataset, train, who), subset(dataset, test, who)];
}

function places(
  size: number,
  { testSize, seed, stratify, groups, times }: SplitOptions,
): [Int32Array, Int32Array] {
  if (times !== undefined && (stratify ?? groups) !== undefined)
    throw new RangeError("trainTestSplit: times do not go with stratify or groups.");
  if (times !== undefined) return latestLast(size, times, testSize);
  const all = Int32Array.from({ length: size }, (_, i) => i);
  // The state of learn's function is a whole number; the seed may be a text.
  const randomState = new Random(seed ?? defaultSeed(), "split").integer(0, 2 ** 32);
  const [train, test] = splitOf(all, {
    randomState,
    ...(testSize !== undefined && { testSize }),
    ...(stratify !== undefined && { stratify: Array.from(stratify) }),
    ...(groups !== undefined && { groups: Array.from(groups) }),
  });
  return [train, test];
}

function latestLast(
  size: number,
  times: ArrayLike<number | Date>,
  testSize = 0.25,
): [Int32Array, Int32Array] {
  if (times.length !== size)
    throw new RangeError(`trainTestSplit: times has ${times.length} values for ${size} samples.`);
  const wanted = testSize < 1 ? Math.ceil(testSize * size) : testSize;
  const at = Float64Array.from(times, Number);
  if (at.some(Number.isNaN)) throw new RangeError("trainTestSplit: a time is missing.");
  const order = Int32Array.from({ length: size }, (_, i) => i).sort((a, b) => at[a] - at[b]);
  let border = size - wanted;
  while (border > 0 && at[order[border - 1]] === at[order[border]]) border--;
  if (!(border > 0 && border < size))
    throw new RangeError(
      `trainTestSplit: a test of ${testSize} leaves no samples to learn from, or none to test on.`,
    );
  return [order.slice(0, border), order.slice(border)];
}
