import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

/** A comparison of one of our functions with what something else answers. */
export interface Comparison {
  /** The function or class. */
  readonly subject: string;
  /** What is compared. */
  readonly what: string;
  /** Who answered. */
  readonly oracle: string;
  /** 0 for equal; else relative to values above 1. */
  readonly tolerance: number;
  readonly compare: () => void | Promise<void>;
}

/** A fixture beside a test, parsed. */
export const fixture = <T>(name: string, base: string): T =>
  JSON.parse(readFileSync(new URL(`fixtures/${name}`, base), "utf8")) as T;

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
    if (value === wanted[i]) return;
    const apart = Math.abs(value - wanted[i]);
    const allowed = tolerance * Math.max(1, Math.abs(wanted[i]));
    assert.ok(apart <= allowed, `value ${i} is ${value}, not ${wanted[i]} ± ${allowed}`);
  });
}
