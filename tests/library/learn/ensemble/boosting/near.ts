import assert from "node:assert/strict";

/** A comparison with scikit-learn's answer. */
export interface Comparison {
  readonly estimator: string;
  readonly what: string;
  readonly tolerance: number;
  readonly compare: () => void;
}

/** @throws AssertionError for numbers that differ by more, relative to those above 1 */
export function near(actual: ArrayLike<number>, expected: readonly number[], tolerance: number) {
  assert.equal(actual.length, expected.length);
  expected.forEach((value, i) => {
    const differs = Math.abs(actual[i] - value) / Math.max(1, Math.abs(value));
    assert.ok(differs <= tolerance, `${i}: ${actual[i]} instead of ${value}`);
  });
}
