import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { DataFrame } from "../../../../library/src/frame/index.ts";
import type { AnyEstimator } from "../../../../library/src/learn/index.ts";

/** What scikit-learn gave: fixtures/answers.py wrote it. */
interface Answers {
  readonly samples: {
    readonly numbers: (number | null)[][];
    readonly holes: (number | null)[][];
    readonly positive: number[][];
    readonly city: (string | null)[];
    readonly size: string[];
    readonly classes: string[];
    readonly target: number[];
  };
  readonly answers: Record<string, Record<string, unknown>>;
}

const file = new URL("fixtures/answers.json", import.meta.url);
export const { samples, answers } = JSON.parse(readFileSync(file, "utf8")) as Answers;
export const { numbers, holes, positive, city, size, classes, target } = samples;

/** The texts, as a frame with a missing value, and with two columns of numbers with missing values. */
export const texts = new DataFrame({ city, size });
export const frame = new DataFrame({
  age: holes.map((row) => row[0]),
  fare: holes.map((row) => row[1]),
  city,
  size,
});

/** Columns at these positions. */
export const columns = (rows: (number | null)[][], ...at: number[]): (number | null)[][] =>
  rows.map((row) => at.map((j) => row[j]));

/** @throws AssertionError where values differ by more than the tolerance, relative above 1. */
export function near(ours: unknown, said: unknown, tolerance: number, place: string): void {
  if (Array.isArray(said)) {
    const list = Array.from(ours as ArrayLike<unknown>);
    assert.equal(list.length, said.length, `length of ${place}`);
    said.forEach((one, i) => near(list[i], one, tolerance, `${place}[${i}]`));
  } else if (typeof said === "number" && typeof ours === "number") {
    const gap = Math.abs(ours - said) / Math.max(1, Math.abs(said));
    assert.ok(gap <= tolerance, `${place}: ${ours}, scikit-learn ${said}`);
  } else if (said === null) {
    assert.ok(
      ours === null || ours === undefined || Number.isNaN(ours),
      `${place}: ${String(ours)}`,
    );
  } else assert.deepEqual(ours, said, place);
}

interface Transforming extends AnyEstimator {
  fit(x: never, y?: never): Transforming;
  fitTransform(x: never, y?: never): unknown;
  inverseTransform?(x: never): unknown;
  getFeatureNamesOut(): string[];
}

const rowsOf = (out: unknown): unknown[][] =>
  out instanceof DataFrame ? out.toArrays() : (out as { toArray(): number[][] }).toArray();

/** What scikit-learn calls `data_min_` is `dataMin_` here. */
const camel = (name: string): string =>
  name.replace(/_([a-z])/gu, (_, letter: string) => letter.toUpperCase());

/** Compares what `fitTransform` gives, the names, what was learned, and the way back. */
export function compare(
  key: string,
  make: () => unknown,
  x: unknown,
  tolerance: number,
  y?: unknown,
): void {
  const said = answers[key];
  const made = make() as Transforming;
  const out = made.fitTransform(x as never, y as never);
  near(rowsOf(out), said.out, tolerance, "result");
  for (const [name, value] of Object.entries(said)) {
    if (name === "out") continue;
    if (name === "names") assert.deepEqual(made.getFeatureNamesOut(), value);
    else if (name === "inverse") {
      const back = made.inverseTransform?.(out as never);
      near(Array.isArray(back) ? back : rowsOf(back), value, tolerance, "inverse");
    } else {
      const learned = (made as unknown as Record<string, unknown>)[camel(name)];
      const list =
        Array.isArray(learned) || ArrayBuffer.isView(learned) || typeof learned === "number";
      near(list ? learned : rowsOf(learned), value, tolerance, name);
    }
  }
}
