import { checkOptions } from "../../frame/engine/options.ts";
import { checkInteger, permutation, randomOf, type RandomState } from "../base/index.ts";
import type { Random } from "../../random/index.ts";
import type { GroupsLike, Samples } from "./samples.ts";
import { countFor, type CrossValidator, type Split, splitsOf } from "./splitter.ts";

export interface KFoldOptions {
  /** How many folds, from 2. Default 5. */
  readonly nSplits?: number;
  /** Mix the samples first. Default false: folds are neighbours. */
  readonly shuffle?: boolean;
  /** Makes a shuffle the same each time. */
  readonly randomState?: RandomState;
}

/** What cross-validators with folds share. */
export abstract class Folds implements CrossValidator {
  readonly nSplits: number;
  readonly shuffle: boolean;
  readonly randomState: RandomState;

  /** @throws RangeError for fewer than 2 folds */
  constructor(options: KFoldOptions = {}) {
    const who = this.constructor.name;
    checkOptions(who, options, ["nSplits", "shuffle", "randomState"]);
    this.nSplits = options.nSplits ?? 5;
    this.shuffle = options.shuffle ?? false;
    this.randomState = options.randomState;
    checkInteger(who, "nSplits", this.nSplits, 2);
    if (options.randomState !== undefined && !this.shuffle) {
      throw new RangeError(`${who}: randomState has no effect without shuffle: true.`);
    }
  }

  /** The splits: each sample is tested once. */
  *split(x: Samples, y?: Samples, groups?: GroupsLike): Generator<Split> {
    yield* splitsOf(this.folds(x, y, groups), this.nSplits);
  }

  /** How many splits there are. */
  getNSplits(): number {
    return this.nSplits;
  }

  /** The fold of each sample. */
  protected abstract folds(x: Samples, y?: Samples, groups?: GroupsLike): Int32Array;

  /** The generator of a shuffle; undefined where nothing is mixed. */
  protected get random(): Random | undefined {
    return this.shuffle ? randomOf(this.randomState) : undefined;
  }
}

/**
 * Folds of equal size (the first ones have one sample more where it does not divide); each is the test
 * once. Without `shuffle` the folds are those of scikit-learn.
 *
 * @throws RangeError for fewer than 2 folds, or fewer samples than folds
 * @example
 * for (const [train, test] of new KFold({ nSplits: 2 }).split([[1], [2], [3]]))
 *   console.assert(train.length + test.length === 3);
 * [...new KFold({ nSplits: 2 }).split([[1], [2], [3]])]; // [[[2], [0, 1]], [[0, 1], [2]]]
 */
export class KFold extends Folds {
  protected folds(x: Samples, y?: Samples): Int32Array {
    const count = countFor("KFold", this.nSplits, x, ...(y === undefined ? [] : [y]));
    const folds = new Int32Array(count);
    const order = this.random ? permutation(count, this.random) : undefined;
    const size = Math.floor(count / this.nSplits);
    const larger = count % this.nSplits;
    for (let at = 0, fold = 0, left = size + Number(larger > 0); at < count; at++) {
      folds[order ? order[at] : at] = fold;
      if (--left === 0) left = size + Number(++fold < larger);
    }
    return folds;
  }
}
