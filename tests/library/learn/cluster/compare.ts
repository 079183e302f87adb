import assert from "node:assert/strict";

/** One statement of an estimator beside scikit-learn's. */
export interface Comparison {
  readonly estimator: string;
  readonly what: string;
  /** The greatest difference allowed, relative to the size where that is above 1; 0 is equality. */
  readonly tolerance: number;
  readonly compare: () => void;
}

/** @throws AssertionError where a number differs by more than the tolerance */
export function close(
  got: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number,
): void {
  assert.equal(got.length, expected.length);
  for (let i = 0; i < expected.length; i++) {
    const gap = Math.abs(got[i] - expected[i]);
    const allowed = tolerance * Math.max(1, Math.abs(expected[i]));
    assert.ok(gap <= allowed, `number ${i} is ${got[i]}; expected ${expected[i]}`);
  }
}

/** The same groups, whatever their numbers are; noise (-1) stays noise. */
export function sameGroups(got: ArrayLike<number>, expected: ArrayLike<number>): void {
  assert.equal(got.length, expected.length);
  const there = new Map<number, number>([[-1, -1]]);
  const back = new Map<number, number>([[-1, -1]]);
  for (let i = 0; i < expected.length; i++) {
    const a = there.get(got[i]) ?? expected[i];
    const b = back.get(expected[i]) ?? got[i];
    there.set(got[i], a);
    back.set(expected[i], b);
    assert.deepEqual([a, b], [expected[i], got[i]], `sample ${i}`);
  }
}

export const flat = (rows: readonly ArrayLike<number>[]): number[] =>
  rows.flatMap((row) => Array.from(row));
