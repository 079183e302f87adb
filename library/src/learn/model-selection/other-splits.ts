import { checkOptions } from "../../frame/engine/options.ts";
import {
  checkInteger,
  randomOf,
  type RandomState,
  readTarget,
  type TargetLike,
} from "../base/index.ts";
import type { KFoldOptions } from "./k-fold.ts";
import { KFold } from "./k-fold.ts";
import { countAll, type GroupsLike, type Samples } from "./samples.ts";
import { type CrossValidator, restOf, type Split } from "./splitter.ts";
import { StratifiedKFold } from "./stratified-k-fold.ts";

export interface RepeatedOptions {
  /** How many folds each time, from 2. Default 5. */
  readonly nSplits?: number;
  /** How often. Default 10. */
  readonly nRepeats?: number;
  /** Makes the splits the same each time. */
  readonly randomState?: RandomState;
}

abstract class Repeated implements CrossValidator {
  readonly nSplits: number;
  readonly nRepeats: number;
  readonly randomState: RandomState;

  constructor(options: RepeatedOptions = {}) {
    const who = this.constructor.name;
    checkOptions(who, options, ["nSplits", "nRepeats", "randomState"]);
    this.nSplits = options.nSplits ?? 5;
    this.nRepeats = options.nRepeats ?? 10;
    this.randomState = options.randomState;
    checkInteger(who, "nSplits", this.nSplits, 2);
    checkInteger(who, "nRepeats", this.nRepeats, 1);
  }

  /** The splits, one round of folds after the other. */
  *split(x: Samples, y?: Samples, groups?: GroupsLike): Generator<Split> {
    const random = randomOf(this.randomState);
    for (let i = 0; i < this.nRepeats; i++) {
      const randomState = random.bits();
      yield* this.folds({ nSplits: this.nSplits, shuffle: true, randomState }).split(x, y, groups);
    }
  }

  /** How many splits there are: folds × repeats. */
  getNSplits(): number {
    return this.nSplits * this.nRepeats;
  }

  protected abstract folds(options: KFoldOptions): CrossValidator;
}

/**
 * {@link KFold} with a shuffle, several times.
 *
 * @throws RangeError for fewer than 2 folds, or no repeats
 * @example
 * new RepeatedKFold({ nSplits: 2, nRepeats: 3 }).getNSplits(); // 6
 */
export class RepeatedKFold extends Repeated {
  protected folds(options: KFoldOptions): CrossValidator {
    return new KFold(options);
  }
}

/**
 * {@link StratifiedKFold} with a shuffle, several times.
 *
 * @throws RangeError for fewer than 2 folds, or no repeats
 * @example
 * new RepeatedStratifiedKFold({ nSplits: 2, nRepeats: 3 }).getNSplits(); // 6
 */
export class RepeatedStratifiedKFold extends Repeated {
  protected folds(options: KFoldOptions): CrossValidator {
    return new StratifiedKFold(options);
  }
}

/**
 * Each sample is the test once, alone: as many splits as samples.
 *
 * @throws RangeError for fewer than 2 samples
 * @example
 * [...new LeaveOneOut().split([[1], [2]])]; // [[[1], [0]], [[0], [1]]]
 */
export class LeaveOneOut implements CrossValidator {
  *split(x: Samples): Generator<Split> {
    const count = this.getNSplits(x);
    for (let i = 0; i < count; i++) {
      const test = Int32Array.of(i);
      yield [restOf(count, test), test];
    }
  }

  /** The number of samples. */
  getNSplits(x: Samples): number {
    const count = countAll("LeaveOneOut", x);
    if (count >= 2) return count;
    throw new RangeError("LeaveOneOut needs at least 2 samples; it received 1.");
  }
}

export interface TimeSeriesSplitOptions {
  /** How many splits, from 2. Default 5. */
  readonly nSplits?: number;
  /** At most so many samples to learn from, the last ones. Default all before the test. */
  readonly maxTrainSize?: number;
  /** Samples in each test. Default samples ÷ (splits + 1). */
  readonly testSize?: number;
  /** So many samples between training and test are left out. Default 0. */
  readonly gap?: number;
}

/**
 * Splits of samples in the order of time: the test always comes after what is learned from, and each
 * training part holds those before.
 *
 * @throws RangeError for more splits than the samples allow
 * @example
 * [...new TimeSeriesSplit({ nSplits: 2 }).split([[1], [2], [3]])]; // [[[0], [1]], [[0, 1], [2]]]
 */
export class TimeSeriesSplit implements CrossValidator {
  readonly nSplits: number;
  readonly gap: number;
  readonly maxTrainSize: number | undefined;
  readonly testSize: number | undefined;

  constructor(options: TimeSeriesSplitOptions = {}) {
    const who = "TimeSeriesSplit";
    checkOptions(who, options, ["nSplits", "maxTrainSize", "testSize", "gap"]);
    this.nSplits = options.nSplits ?? 5;
    this.gap = options.gap ?? 0;
    this.maxTrainSize = options.maxTrainSize;
    this.testSize = options.testSize;
    checkInteger(who, "nSplits", this.nSplits, 2);
    checkInteger(who, "gap", this.gap, 0);
    if (this.maxTrainSize !== undefined) checkInteger(who, "maxTrainSize", this.maxTrainSize, 1);
    if (this.testSize !== undefined) checkInteger(who, "testSize", this.testSize, 1);
  }

  *split(x: Samples): Generator<Split> {
    const count = countAll("TimeSeriesSplit", x);
    const size = this.testSize ?? Math.floor(count / (this.nSplits + 1));
    const first = count - this.nSplits * size;
    if (this.nSplits + 1 > count || first - this.gap <= 0) {
      throw new RangeError(
        `TimeSeriesSplit cannot make ${this.nSplits} splits of ${count} samples with tests of ${size} and a gap of ${this.gap}. Give fewer splits: nSplits.`,
      );
    }
    const range = (from: number, to: number): Int32Array =>
      Int32Array.from({ length: to - from }, (_, i) => from + i);
    for (let start = first; start < count; start += size) {
      const end = start - this.gap;
      yield [range(Math.max(0, end - (this.maxTrainSize ?? end)), end), range(start, start + size)];
    }
  }

  /** How many splits there are. */
  getNSplits(): number {
    return this.nSplits;
  }
}

/**
 * Splits by folds that are given: `testFold[i]` is the fold of sample i, -1 for one that is always
 * learned from.
 *
 * @throws RangeError for another number of samples than were given
 * @example
 * [...new PredefinedSplit([0, 1, -1]).split([[1], [2], [3]])]; // [[[1, 2], [0]], [[0, 2], [1]]]
 */
export class PredefinedSplit implements CrossValidator {
  readonly testFold: Float64Array;

  constructor(testFold: TargetLike) {
    this.testFold = readTarget(testFold, "PredefinedSplit");
  }

  *split(x?: Samples): Generator<Split> {
    if (x !== undefined) countAll("PredefinedSplit", x, this.testFold);
    for (const fold of this.#folds()) {
      const all = Int32Array.from(this.testFold.keys());
      const test = all.filter((i) => this.testFold[i] === fold);
      yield [restOf(all.length, test), test];
    }
  }

  /** How many folds there are. */
  getNSplits(): number {
    return this.#folds().length;
  }

  #folds(): number[] {
    return [...new Set(this.testFold)].filter((fold) => fold !== -1).sort((a, b) => a - b);
  }
}
