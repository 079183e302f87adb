import { checkOptions } from "../../frame/engine/options.ts";
import {
  checkInteger,
  codeLabels,
  type Label,
  permutation,
  randomOf,
  type RandomState,
} from "../base/index.ts";
import type { Random } from "../../random/index.ts";
import { countAll, type GroupsLike, type Samples } from "./samples.ts";
import { type SizeOptions, sizesOf } from "./sizes.ts";
import { type CrossValidator, groupsFor, labelsFor, type Split } from "./splitter.ts";

export interface ShuffleSplitOptions extends SizeOptions {
  /** How many splits. Default 10. */
  readonly nSplits?: number;
  /** Makes the splits the same each time. */
  readonly randomState?: RandomState;
}

/** What cross-validators that draw their splits share. */
abstract class Drawn implements CrossValidator {
  readonly nSplits: number;
  readonly randomState: RandomState;
  protected readonly sizes: SizeOptions;

  /** @throws RangeError for no splits */
  constructor(options: ShuffleSplitOptions = {}, usual = 10) {
    const who = this.constructor.name;
    checkOptions(who, options, ["nSplits", "testSize", "trainSize", "randomState"]);
    this.nSplits = options.nSplits ?? usual;
    this.randomState = options.randomState;
    this.sizes = options;
    checkInteger(who, "nSplits", this.nSplits, 1);
  }

  /** The splits, each drawn anew. */
  *split(x: Samples, y?: Samples, groups?: GroupsLike): Generator<Split> {
    const random = randomOf(this.randomState);
    for (let i = 0; i < this.nSplits; i++) {
      const [train, test] = this.draw(random, x, y, groups);
      yield [train, test];
    }
  }

  /** How many splits there are. */
  getNSplits(): number {
    return this.nSplits;
  }

  protected abstract draw(random: Random, x: Samples, y?: Samples, groups?: GroupsLike): Split;
}

/**
 * Random splits, each drawn from all samples: tests may overlap. Positions come in random order.
 *
 * @throws RangeError for sizes that leave a part empty
 * @example
 * const splits = [...new ShuffleSplit({ nSplits: 2, testSize: 1, randomState: 0 }).split([[1], [2], [3]])];
 * splits.map(([train, test]) => [train.length, test.length]); // [[2, 1], [2, 1]]
 */
export class ShuffleSplit extends Drawn {
  protected draw(random: Random, x: Samples): Split {
    const count = countAll("ShuffleSplit", x);
    return shuffled(random, count, sizesOf("ShuffleSplit", count, this.sizes, 0.1));
  }
}

/** @internal Positions in random order, cut into the test and the training part. */
export function shuffled(
  random: Random,
  count: number,
  { train, test }: { train: number; test: number },
): Split {
  const order = permutation(count, random);
  return [order.slice(test, test + train), order.slice(0, test)];
}

/**
 * Random splits that keep the classes' shares: tests may overlap.
 *
 * @throws RangeError for a class of one sample, and for parts smaller than the number of classes
 * @example
 * const draw = new StratifiedShuffleSplit({ nSplits: 1, testSize: 2, randomState: 0 });
 * const y = ["a", "a", "b", "b"];
 * [...draw.split([[1], [2], [3], [4]], y)].map(([, test]) => [...test].map((i) => y[i]).sort()); // [["a", "b"]]
 */
export class StratifiedShuffleSplit extends Drawn {
  protected draw(random: Random, x: Samples, y?: Samples): Split {
    const who = "StratifiedShuffleSplit";
    const labels = labelsFor(who, y);
    const count = countAll(who, x, labels);
    return stratified(who, random, labels, sizesOf(who, count, this.sizes, 0.1));
  }
}

/** @internal A random split in which each class has its share of either part. */
export function stratified(
  who: string,
  random: Random,
  labels: readonly Label[],
  { train, test }: { train: number; test: number },
): Split {
  const { classes, codes } = codeLabels(labels);
  const members = classes.map(() => [] as number[]);
  codes.forEach((code, i) => members[code].push(i));
  const single = members.findIndex((each) => each.length < 2);
  if (single >= 0) {
    throw new RangeError(
      `${who}: a class needs at least 2 samples to be in both parts; ${JSON.stringify(classes[single])} has 1. Leave it out, or split without stratify.`,
    );
  }
  for (const [name, size] of [
    ["testSize", test],
    ["trainSize", train],
  ] as const) {
    if (size >= classes.length) continue;
    throw new RangeError(
      `${who}: ${name} makes ${size} samples for ${classes.length} classes; each class needs one.`,
    );
  }
  const sizes = members.map((each) => each.length);
  const forTrain = shareOut(random, sizes, train);
  const forTest = shareOut(
    random,
    sizes.map((size, k) => size - forTrain[k]),
    test,
  );
  const parts = members.map((each) => random.shuffle(each));
  const trains = parts.flatMap((each, k) => each.slice(0, forTrain[k]));
  const tests = parts.flatMap((each, k) => each.slice(forTrain[k], forTrain[k] + forTest[k]));
  return [Int32Array.from(random.shuffle(trains)), Int32Array.from(random.shuffle(tests))];
}

/** So many of each class that the sum is `total`: rounded down, the greatest rests get one more. */
function shareOut(random: Random, sizes: readonly number[], total: number): number[] {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const exact = sizes.map((size) => (size * total) / all);
  const drawn = exact.map(Math.floor);
  const missing = total - drawn.reduce((sum, size) => sum + size, 0);
  const rests = random
    .shuffle(exact.keys())
    .sort((a, b) => exact[b] - drawn[b] - (exact[a] - drawn[a]));
  for (const k of rests.slice(0, missing)) drawn[k] += 1;
  return drawn;
}

/**
 * Random splits in which no group is split: sizes are shares or numbers of groups. Default test: 0.2.
 *
 * @throws TypeError without groups
 * @example
 * const draw = new GroupShuffleSplit({ nSplits: 1, testSize: 1, randomState: 0 });
 * [...draw.split([[1], [2], [3], [4]], undefined, [7, 7, 8, 8])].map(([, test]) => test.length); // [2]
 */
export class GroupShuffleSplit extends Drawn {
  constructor(options: ShuffleSplitOptions = {}) {
    super(options, 5);
  }

  protected draw(random: Random, x: Samples, _y?: Samples, groups?: GroupsLike): Split {
    const who = "GroupShuffleSplit";
    const given = groupsFor(who, groups);
    countAll(who, x, given);
    return byGroups(who, random, given, this.sizes, 0.2);
  }
}

/** @internal A random split of whole groups. */
export function byGroups(
  who: string,
  random: Random,
  groups: readonly Label[],
  sizes: SizeOptions,
  usual: number,
): Split {
  const { classes, codes } = codeLabels(groups);
  const [train, test] = shuffled(
    random,
    classes.length,
    sizesOf(who, classes.length, sizes, usual),
  );
  const inTest = new Set(test);
  const inTrain = new Set(train);
  const all = Int32Array.from(codes.keys());
  return [all.filter((i) => inTrain.has(codes[i])), all.filter((i) => inTest.has(codes[i]))];
}
