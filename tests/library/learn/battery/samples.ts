import { Random } from "@daylab/datasets";
import { DataFrame } from "../../../../library/src/frame/index.ts";
import { Matrix } from "../../../../library/src/learn/index.ts";
import type { Case } from "./case.ts";

const names = ["height", "width", "depth"];
const size = 60;

/** Sixty samples of three features around three centres: enough to learn from for every estimator. */
export function samplesFor(one: Case): Matrix {
  const random = new Random(7);
  const data = new Float64Array(size * names.length);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < names.length; j++) {
      const value = random.normal(3 * ((i + j) % 3), 0.6);
      data[i * names.length + j] = one.nonNegative ? Math.abs(value) : value;
    }
  }
  return new Matrix(data, size, names.length, names);
}

export const groups: readonly number[] = Array.from({ length: size }, (_, i) => i % 3);
export const texts: readonly string[] = groups.map((group) => ["oslo", "rome", "bern"][group]);

/** A number for each sample that follows from its features. */
export const numbersOf = (x: Matrix): Float64Array =>
  Float64Array.from({ length: x.rows }, (_, i) => 2 * x.at(i, 0) - x.at(i, 1) + 0.5 * (i % 2));

export const frameOf = (x: Matrix): DataFrame<Record<string, number>> =>
  new DataFrame<Record<string, number>>(
    Object.fromEntries(names.map((name, j) => [name, x.column(j)])),
  );

/** The target that suits the case. */
export function targetFor(one: Case, x: Matrix): ArrayLike<unknown> | undefined {
  if (one.kind === "classifier" || one.needs === "labels") return texts.slice(0, x.rows);
  if (one.kind === "regressor" || one.needs === "numbers") return numbersOf(x);
  return undefined;
}
