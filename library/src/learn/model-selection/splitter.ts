import { type Label, readLabels } from "../base/index.ts";
import { countAll, type GroupsLike, type Samples } from "./samples.ts";

/** Positions of the samples to learn from and of those to test on, both rising. */
export type Split = [train: Int32Array, test: Int32Array];

/** What divides samples into parts to learn from and parts to test on. */
export interface CrossValidator {
  /** The splits, one after the other. */
  split(x: Samples, y?: Samples, groups?: GroupsLike): Iterable<Split>;
  /** How many splits there are. */
  getNSplits(x?: Samples, y?: Samples, groups?: GroupsLike): number;
}

/** The positions from 0 to `count - 1` that are not in `test`, rising. */
export function restOf(count: number, test: Int32Array): Int32Array {
  const tested = new Uint8Array(count);
  for (const i of test) tested[i] = 1;
  const rest = new Int32Array(count - tested.reduce((sum, one) => sum + one, 0));
  for (let i = 0, at = 0; i < count; i++) if (tested[i] === 0) rest[at++] = i;
  return rest;
}

/** The splits in which each fold is the test once: `folds[i]` is the fold of sample i. */
export function* splitsOf(folds: ArrayLike<number>, count: number): Generator<Split> {
  for (let fold = 0; fold < count; fold++) {
    const test: number[] = [];
    const train: number[] = [];
    for (let i = 0; i < folds.length; i++) (folds[i] === fold ? test : train).push(i);
    yield [Int32Array.from(train), Int32Array.from(test)];
  }
}

/** Counts samples and checks that there are enough for the folds. */
export function countFor(who: string, folds: number, x: Samples, ...more: Samples[]): number {
  const count = countAll(who, x, ...more);
  if (folds <= count) return count;
  throw new RangeError(
    `${who} cannot make ${folds} folds of ${count} samples. Give fewer folds: nSplits.`,
  );
}

/** The labels to keep shares of. @throws TypeError where none were given */
export function labelsFor(who: string, y: Samples | undefined): Label[] {
  if (y === undefined) throw new TypeError(`${who} needs y: it keeps the classes' shares.`);
  return readLabels(y as ArrayLike<Label>, who);
}

/** The groups to keep together. @throws TypeError where none were given */
export function groupsFor(who: string, groups: GroupsLike | undefined): Label[] {
  if (groups === undefined) {
    throw new TypeError(`${who} needs groups, one a sample: split(x, y, groups).`);
  }
  return readLabels(groups, who);
}
