import { unknownColumn } from "../engine/names.ts";
import type { NumbersLike, ScaledLike } from "./kinds.ts";
import { type Matrix, matrixOf } from "./matrix.ts";

/** What was learned of one column: the way to its scaled values, and back. */
export interface Line {
  readonly there: (value: number) => number;
  readonly back: (value: number) => number;
}

/** Learns a straight line for each column and follows it there and back. */
export abstract class Scaler {
  #lines: readonly Line[] | undefined;
  #names: readonly string[] | undefined;

  /**
   * Learns from the columns of a frame, a column, a list, a list of rows or a tensor. Missing values
   * are skipped.
   *
   * @throws RangeError of no rows or an infinity, TypeError of anything but numbers
   */
  fit(data: NumbersLike): this {
    const matrix = this.#checked(data, "fit");
    if (matrix.rows === 0 || matrix.columns.length === 0)
      throw new RangeError(`${this.constructor.name}.fit: there is nothing to learn from: 0 rows.`);
    this.#lines = this.learn(matrix.columns);
    this.#names = matrix.names;
    return this;
  }

  /**
   * The numbers on the learned scale, as the kind they came as; missing values stay missing.
   *
   * @throws Error before `fit`, RangeError of other columns than `fit` had
   */
  transform<X extends NumbersLike>(data: X): ScaledLike<X> {
    return this.#along(data, "transform", "there");
  }

  /** `fit` and `transform` of the same numbers. */
  fitTransform<X extends NumbersLike>(data: X): ScaledLike<X> {
    return this.fit(data).transform(data);
  }

  /** The numbers as they were before `transform`. */
  inverseTransform<X extends NumbersLike>(data: X): ScaledLike<X> {
    return this.#along(data, "inverseTransform", "back");
  }

  /** @internal The line of each column. */
  protected abstract learn(columns: readonly Float64Array[]): readonly Line[];

  #along<X>(data: X, verb: string, way: keyof Line): ScaledLike<X> {
    const lines = this.#lines;
    if (lines === undefined)
      throw new Error(`${this.constructor.name}.${verb} comes after fit: nothing was learned yet.`);
    const matrix = this.#checked(data, verb);
    this.#sameColumns(matrix, lines.length, verb);
    const made = matrix.columns.map((one, j) => one.map(lines[j][way]));
    return matrix.rebuild(made) as ScaledLike<X>;
  }

  #checked(data: unknown, verb: string): Matrix {
    const name = `${this.constructor.name}.${verb}`;
    const matrix = matrixOf(data, name);
    matrix.columns.forEach((one, j) => {
      const row = one.findIndex((value) => value === Infinity || value === -Infinity);
      if (row < 0) return;
      const where = matrix.names === undefined ? String(j) : JSON.stringify(matrix.names[j]);
      throw new RangeError(
        `${name} needs finite numbers; column ${where} has ${one[row]} in row ${row}.`,
      );
    });
    return matrix;
  }

  #sameColumns(matrix: Matrix, width: number, verb: string): void {
    const name = `${this.constructor.name}.${verb}`;
    if (matrix.columns.length !== width)
      throw new RangeError(`${name}: fit had ${width} columns; got ${matrix.columns.length}.`);
    const [learned, given] = [this.#names, matrix.names];
    if (learned === undefined || given === undefined) return;
    const at = given.findIndex((one, j) => one !== learned[j]);
    if (at < 0) return;
    if (!learned.includes(given[at])) throw unknownColumn(given[at], learned);
    throw new RangeError(
      `${name}: fit had the columns in the order ${learned.join(", ")}; got ${given.join(", ")}.`,
    );
  }
}

/** Count, mean and variance (dividing by n) of the present numbers. */
export function moments(column: Float64Array): { n: number; mean: number; variance: number } {
  let [n, total] = [0, 0];
  for (const value of column) {
    if (Number.isNaN(value)) continue;
    n += 1;
    total += value;
  }
  const mean = total / n;
  let [squares, rest] = [0, 0];
  for (const value of column) {
    if (Number.isNaN(value)) continue;
    const distance = value - mean;
    squares += distance * distance;
    rest += distance;
  }
  // The second sum is 0 but for rounding; it takes the mean's own rounding off again.
  return { n, mean, variance: (squares - (rest * rest) / n) / n };
}
