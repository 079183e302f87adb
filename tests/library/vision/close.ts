import assert from "node:assert/strict";

/** Two numbers that differ by no more than rounding. */
export function close(actual: number, expected: number, tolerance = 1e-9, what = "value"): void {
  assert.ok(
    Math.abs(actual - expected) <= tolerance,
    `${what}: ${String(actual)} should be ${String(expected)} (± ${String(tolerance)})`,
  );
}
