import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Matrix } from "../../../../library/src/learn/index.ts";

interface Fixture {
  readonly data: Readonly<Record<string, never>>;
  readonly answers: Readonly<Record<string, unknown>>;
}

/** scikit-learn's answers; fixtures/answers.py writes them. */
export const fixture = JSON.parse(
  readFileSync(new URL("fixtures/answers.json", import.meta.url), "utf8"),
) as Fixture;

/** One metric beside scikit-learn's. */
export interface Comparison {
  readonly estimator: string;
  readonly what: string;
  readonly tolerance: number;
  readonly compare: () => void;
}

/** Numbers, wherever they stand, in one row; infinite ones as scikit-learn's fixture writes them. */
function flat(value: unknown): unknown[] {
  if (value instanceof Matrix) return [...value.data].flatMap(flat);
  if (Array.isArray(value)) return value.flatMap(flat);
  if (ArrayBuffer.isView(value)) return [...(value as Float64Array)].flatMap(flat);
  if (typeof value === "number" && !Number.isFinite(value)) {
    return [Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf"];
  }
  return [value];
}

const asked = new Set<string>();

/** The keys of the fixture that no comparison asked for. */
export const unasked = (): string[] =>
  Object.keys(fixture.answers).filter((key) => !asked.has(key));

/** A comparison with one of scikit-learn's answers, to 1e-12 of its size. */
export function ask(key: string, ours: () => unknown): Comparison {
  asked.add(key);
  const tolerance = 1e-12;
  const [estimator] = key.split(" ");
  const compare = (): void => {
    assert.ok(key in fixture.answers, `scikit-learn was not asked for ${key}`);
    const theirs = flat(fixture.answers[key]);
    const found = flat(ours());
    assert.equal(found.length, theirs.length);
    theirs.forEach((expected, i) => {
      if (typeof expected === "number") {
        const off = Math.abs((found[i] as number) - expected);
        const near = off <= tolerance * Math.max(1, Math.abs(expected));
        assert.ok(near, `${key}[${i}]: ${String(found[i])} for ${expected}`);
      } else assert.equal(found[i], expected);
    });
  };
  return { estimator, what: key, tolerance, compare };
}
