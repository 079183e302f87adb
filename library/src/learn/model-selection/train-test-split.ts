import { checkOptions } from "../../frame/engine/options.ts";
import { randomOf, type RandomState, readLabels } from "../base/index.ts";
import { countAll, type GroupsLike, type Samples, takeSamples } from "./samples.ts";
import { byGroups, shuffled, stratified } from "./shuffle-split.ts";
import { type SizeOptions, sizesOf } from "./sizes.ts";
import type { Split } from "./splitter.ts";

export interface TrainTestSplitOptions extends SizeOptions {
  /** Makes the split the same each time. */
  readonly randomState?: RandomState;
  /** Mix the samples first. Default true; false takes the test from the end. */
  readonly shuffle?: boolean;
  /** Labels whose shares both parts keep, one a sample: mostly y. */
  readonly stratify?: GroupsLike;
  /** Groups that are not split, one a sample; sizes then are shares or numbers of groups. */
  readonly groups?: GroupsLike;
}

/** For each of the things that are split: its training part, then its test. */
export type TrainTest<T extends readonly Samples[]> = T extends readonly [
  infer First,
  ...infer Rest extends readonly Samples[],
]
  ? [First, First, ...TrainTest<Rest>]
  : [];

/**
 * Splits frames, matrices, arrays, series into a part to learn from and one to test on, all at the same
 * samples. Each stays of its kind: a frame gives two frames.
 *
 * @param options how much is for testing (default a quarter), and what is kept together; always the last
 *   argument where it is given
 * @throws RangeError for different numbers of samples, and for sizes that leave a part empty
 * @example
 * const x = [[1], [2], [3], [4]];
 * const y = ["a", "b", "a", "b"];
 * const [xTrain, xTest, yTrain, yTest] = trainTestSplit(x, y, { testSize: 0.5, randomState: 0, stratify: y });
 * yTest.sort(); // ["a", "b"]
 * trainTestSplit([1, 2, 3, 4], { shuffle: false }); // [[1, 2, 3], [4]]
 */
export function trainTestSplit<A extends Samples>(
  a: A,
  options?: TrainTestSplitOptions,
): TrainTest<[A]>;
export function trainTestSplit<A extends Samples, B extends Samples>(
  a: A,
  b: B,
  options?: TrainTestSplitOptions,
): TrainTest<[A, B]>;
export function trainTestSplit<A extends Samples, B extends Samples, C extends Samples>(
  a: A,
  b: B,
  c: C,
  options?: TrainTestSplitOptions,
): TrainTest<[A, B, C]>;
export function trainTestSplit(...given: unknown[]): unknown {
  const who = "trainTestSplit";
  const last = given.at(-1);
  const hasOptions = isOptions(last);
  const options: TrainTestSplitOptions = hasOptions ? last : {};
  const all = (hasOptions ? given.slice(0, -1) : given) as Samples[];
  const known = ["testSize", "trainSize", "randomState", "shuffle", "stratify", "groups"];
  checkOptions(who, options, known);
  if (all.length === 0) throw new TypeError(`${who} needs something to split.`);
  const [train, test] = draw(who, countAll(who, ...all), options);
  return all.flatMap((one) => [takeSamples(one, train), takeSamples(one, test)]);
}

function draw(who: string, count: number, options: TrainTestSplitOptions): Split {
  const { shuffle = true, stratify, groups, randomState } = options;
  const random = randomOf(randomState);
  if (groups !== undefined) {
    if (stratify !== undefined || !shuffle) {
      throw new RangeError(
        `${who}: groups do not go with ${stratify ? "stratify" : "shuffle: false"}.`,
      );
    }
    const given = readLabels(groups, who);
    if (given.length !== count) {
      throw new RangeError(`${who}: groups has ${given.length} values for ${count} samples.`);
    }
    return byGroups(who, random, given, options, 0.25);
  }
  const sizes = sizesOf(who, count, options, 0.25);
  if (stratify !== undefined) {
    if (!shuffle)
      throw new RangeError(`${who}: stratify needs the samples mixed; leave shuffle out.`);
    const labels = readLabels(stratify, who);
    if (labels.length !== count) {
      throw new RangeError(`${who}: stratify has ${labels.length} labels for ${count} samples.`);
    }
    return stratified(who, random, labels, sizes);
  }
  if (shuffle) return shuffled(random, count, sizes);
  const order = Int32Array.from({ length: count }, (_, i) => i);
  return [order.slice(0, sizes.train), order.slice(sizes.train, sizes.train + sizes.test)];
}

/** Options are a plain object; no samples are. */
function isOptions(value: unknown): value is TrainTestSplitOptions {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  if (ArrayBuffer.isView(value) || "shape" in value || "columns" in value || "values" in value) {
    return false;
  }
  // Also true for the plain objects of another realm.
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
