import assert from "node:assert/strict";

const flat = (value: unknown): unknown[] =>
  typeof value === "object" && value !== null
    ? Array.from(value as ArrayLike<unknown>).flatMap(flat)
    : [value];

/** Numbers in arrays of any depth are equal up to a tolerance, relative to their size where above 1. */
export function close(actual: unknown, expected: unknown, tolerance: number): void {
  const found = flat(actual) as number[];
  const wanted = flat(expected) as number[];
  assert.equal(found.length, wanted.length);
  found.forEach((value, i) => {
    const apart = Math.abs(value - wanted[i]);
    const allowed = tolerance * Math.max(1, Math.abs(wanted[i]));
    assert.ok(apart <= allowed, `value ${i} is ${value}, not ${wanted[i]} ± ${allowed}`);
  });
}
