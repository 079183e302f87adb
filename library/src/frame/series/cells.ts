import type pl from "nodejs-polars";
import type { Label } from "../engine/cell.ts";
import { seriesOf } from "../engine/make.ts";
import { checkOptions } from "../engine/options.ts";
import { clipped, keptWhere, replaced, replacements, sameColumn } from "../verbs/cells.ts";
import { bytesOf } from "../verbs/memory.ts";
import { fillFrom } from "../verbs/fill.ts";
import { cellAt } from "../engine/from-engine.ts";
import type { SeriesBase } from "./base.ts";
import { SeriesNeighbours } from "./neighbours.ts";
import type { Series } from "./series.ts";

type Mask<T> =
  | SeriesBase<boolean>
  | SeriesBase<boolean | null>
  | readonly boolean[]
  | ((column: Series<T>) => SeriesBase<boolean> | SeriesBase<boolean | null>);

/** Some values in place of others. */
export class SeriesCells<T> extends SeriesNeighbours<T> {
  /**
   * Missing values replaced by the last present one.
   *
   * @example
   * new Series([1, null, 3]).ffill().values; // [1, 1, 3]
   */
  ffill(): Series<T> {
    return seriesOf(fillFrom(this.data, "ffill"), this.labels);
  }

  /** Missing values replaced by the next present one. */
  bfill(): Series<T> {
    return seriesOf(fillFrom(this.data, "bfill"), this.labels);
  }

  /**
   * The numbers held between two bounds; `null` is no bound.
   *
   * @throws RangeError where the lower bound is above the upper one
   * @example
   * new Series([-5, 3, 12, null]).clip(0, 10).values; // [0, 3, 10, null]
   */
  clip(lower: number | null, upper: number | null = null): Series<number | Extract<T, null>> {
    return seriesOf(clipped(this.data, lower, upper), this.labels);
  }

  /**
   * Some values in place of others: one for one, several by one, several by as many, or as a `Map`.
   * `null` finds the missing ones, and makes missing.
   *
   * @throws TypeError where the new value is of another kind than the column
   * @example
   * new Series([1, -99, 3]).replace(-99, null).values; // [1, null, 3]
   * new Series(["m", "f", "x"]).replace(["m", "f"], ["male", "female"]).values; // ["male", "female", "x"]
   */
  replace(what: ReadonlyMap<T, T | null>): Series<T | null>;
  replace<U extends T | null>(what: T | null, value: U): Series<T | U>;
  replace<U extends T | null>(what: readonly (T | null)[], value: U | readonly U[]): Series<T | U>;
  replace(what: unknown, value?: unknown): Series<never> {
    return seriesOf(replaced(this.data, replacements(what, value)), this.labels);
  }

  /**
   * The values where a condition holds, `other` (missing) where it does not.
   *
   * @example
   * const s = new Series([1, 5, 9]);
   * s.where(s.gt(3)).values; // [null, 5, 9]
   * s.where((x) => x.gt(3), 0).values; // [0, 5, 9]
   */
  where(condition: Mask<T>): Series<T | null>;
  where(condition: Mask<T>, other: T | Series<T>): Series<T>;
  where(condition: Mask<T>, other: unknown = null): Series<never> {
    return seriesOf(keptWhere(this.data, this.#mask(condition), other, "where"), this.labels);
  }

  /**
   * The values where a condition does not hold, `other` (missing) where it does.
   *
   * @example
   * new Series([1, 5, 9]).mask((x) => x.gt(8)).values; // [1, 5, null]
   */
  mask(condition: Mask<T>): Series<T | null>;
  mask(condition: Mask<T>, other: T | Series<T>): Series<T>;
  mask(condition: Mask<T>, other: unknown = null): Series<never> {
    const given = this.#mask(condition);
    const flags = Array.isArray(given) ? (given as boolean[]) : [...(given as Series<boolean>)];
    const kept = flags.map((flag) => !flag);
    return seriesOf(keptWhere(this.data, kept, other, "mask"), this.labels);
  }

  /**
   * The same as `map`: a function of each value.
   *
   * @example
   * new Series([1, 2]).apply((x) => x * 10).values; // [10, 20]
   */
  apply<U>(compute: (value: T, position: number) => U): Series<U> {
    return this.map(compute);
  }

  /**
   * The row label of the greatest value (the first of several); null where all are missing.
   *
   * @example
   * new Series([3, 9, 9], { index: ["a", "b", "c"] }).idxMax(); // "b"
   */
  idxMax(): Label {
    return this.#label(this.argMax());
  }

  /** The row label of the least value (the first of several); null where all are missing. */
  idxMin(): Label {
    return this.#label(this.argMin());
  }

  /**
   * Whether another column has the same type and values; missing equals missing. Names and row labels
   * do not count.
   *
   * @example
   * new Series([1, null]).equals(new Series([1, null])); // true
   */
  equals(other: { /** @internal */ readonly data: pl.Series }): boolean {
    return sameColumn(this.data, other.data);
  }

  /**
   * About how many bytes the values take in memory.
   *
   * @example
   * new Series([1, 2, 3]).memoryUsage(); // 24
   */
  memoryUsage(options: { readonly index?: boolean } = {}): number {
    checkOptions("memoryUsage", options, ["index"]);
    const labels = options.index === true && this.labels !== undefined ? [this.labels] : [];
    return [this.data, ...labels].reduce((sum, one) => sum + bytesOf(one), 0);
  }

  #mask(condition: Mask<T>): SeriesBase<boolean> | SeriesBase<boolean | null> | readonly boolean[] {
    return typeof condition === "function" ? condition(this as unknown as Series<T>) : condition;
  }

  #label(position: number): Label {
    if (position < 0) return null;
    return this.labels === undefined ? position : cellAt(this.labels, position);
  }
}
