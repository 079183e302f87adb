import assert from "node:assert/strict";

/** Two numbers that differ by no more than rounding. */
export function close(actual: number, expected: number, tolerance = 1e-9, what = "value"): void {
  assert.ok(
    Math.abs(actual - expected) <= tolerance,
    `${what}: ${String(actual)} should be ${String(expected)} (± ${String(tolerance)})`,
  );
}

type Numbers = number | ArrayLike<number> | readonly Numbers[];

/** Numbers in lists of one shape that differ by no more than rounding. */
export function closeAll(
  actual: Numbers,
  expected: Numbers,
  tolerance = 1e-9,
  what = "value",
): void {
  if (typeof actual === "number" && typeof expected === "number") {
    if (!Object.is(actual, expected)) close(actual, expected, tolerance, what);
    return;
  }
  assert.ok(
    typeof actual === "object" && typeof expected === "object",
    `${what}: one is a number, the other a list`,
  );
  assert.equal(actual.length, expected.length, `${what} has another length`);
  for (let i = 0; i < actual.length; i++)
    closeAll(actual[i], expected[i], tolerance, `${what}[${i}]`);
}
