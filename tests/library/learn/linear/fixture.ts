import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Matrix } from "../../../../library/src/learn/index.ts";

/** What scikit-learn said, as answers.py wrote it. */
export type Answer = Readonly<Record<string, Numbers>>;
/** Numbers in as many dimensions as they have. */
export type Numbers = number | readonly Numbers[];

export interface Fixture {
  readonly data: Readonly<Record<string, Numbers>>;
  readonly answers: Readonly<Record<string, Answer>>;
}

export const readFixture = (from: URL): Fixture =>
  JSON.parse(readFileSync(from, "utf8")) as Fixture;

const flat = (value: Numbers): number[] =>
  typeof value === "number" ? [value] : value.flatMap((each) => flat(each));

/** Fails unless all numbers differ by at most the tolerance, measured by the greatest of them and by 1. */
export function near(
  ours: number | ArrayLike<number> | Matrix,
  said: Numbers,
  tolerance: number,
): void {
  const mine =
    typeof ours === "number" ? [ours] : "data" in ours ? [...ours.data] : [...Array.from(ours)];
  const theirs = flat(said);
  assert.equal(mine.length, theirs.length);
  const size = Math.max(1, ...theirs.map(Math.abs));
  const apart = mine.map((value, i) => Math.abs(value - theirs[i]));
  const at = apart.findIndex((gap) => !(gap <= tolerance * size));
  assert.equal(at, -1, `value ${at}: ${mine[at]} here, ${theirs[at]} there`);
}

/** A comparison with scikit-learn: which estimator, in what, and how near it has to be. */
export interface Comparison {
  readonly estimator: string;
  readonly what: string;
  readonly tolerance: number;
  readonly compare: () => void;
}
