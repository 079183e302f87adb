import { isDate } from "../engine/cell.ts";
import pl from "nodejs-polars";
import type { DataFrame } from "../data-frame/data-frame.ts";
import { castTo } from "../engine/to-engine.ts";
import type { DType } from "../engine/dtypes.ts";
import { map } from "../engine/compute.ts";
import { frameOf, seriesOf } from "../engine/make.ts";
import { checkOptions } from "../engine/options.ts";
import { filterRows, type Table } from "../engine/table.ts";
import { fillFrom, type FillMethod, fillValue } from "../verbs/fill.ts";
import { resetIndex } from "../verbs/reset-index.ts";
import { maskOf } from "../verbs/rows.ts";
import { type SampleOptions, sampleRows, type SampleWanted } from "../verbs/sample.ts";
import { type SortOptions, sortOne } from "../verbs/sort.ts";
import type { SeriesBase } from "./base.ts";
import type { Series } from "./series.ts";
import { SeriesStatistics } from "./statistics.ts";

/** Missing values, types, and the choice and order of rows. */
export class SeriesVerbs<T> extends SeriesStatistics<T> {
  /**
   * Where values are missing.
   *
   * @example
   * new Series([1, null]).isNa().values; // [false, true]
   */
  isNa(): Series<boolean> {
    return seriesOf(
      map(this.data, (x) => x.isNull()),
      this.labels,
    );
  }

  /**
   * Where values are present.
   *
   * @example
   * new Series([1, null]).notNa().values; // [true, false]
   */
  notNa(): Series<boolean> {
    return seriesOf(
      map(this.data, (x) => x.isNotNull()),
      this.labels,
    );
  }

  /**
   * Missing values replaced by a value, or by the last (`ffill`) or next (`bfill`) present one.
   *
   * @example
   * new Series([1, null, 3]).fillNa(0).values; // [1, 0, 3]
   * new Series([1, null, 3]).fillNa({ method: "ffill" }).values; // [1, 1, 3]
   */
  fillNa(value: NonNullable<T>): Series<NonNullable<T>>;
  fillNa(options: { readonly method: FillMethod }): Series<T>;
  fillNa(value: unknown): Series<T> | Series<NonNullable<T>> {
    if (typeof value === "object" && value !== null && !isDate(value)) {
      checkOptions("fillNa", value, ["method"]);
      return seriesOf(fillFrom(this.data, (value as { method: FillMethod }).method), this.labels);
    }
    return seriesOf(fillValue(this.data, value), this.labels);
  }

  /**
   * The values that are present, with their row labels.
   *
   * @example
   * new Series([1, null, 3]).dropNa().values; // [1, 3]
   */
  dropNa(): Series<NonNullable<T>> {
    return this.filter(this.notNa()) as unknown as Series<NonNullable<T>>;
  }

  /**
   * The values where a column of booleans is true.
   *
   * @example
   * const ages = new Series([31, 12, 47]);
   * ages.filter(ages.gt(18)).values; // [31, 47]
   */
  filter(mask: SeriesBase<boolean> | SeriesBase<boolean | null> | readonly boolean[]): Series<T> {
    return this.rows((table: Table) => filterRows(table, maskOf(table.data.height, mask)));
  }

  /**
   * The values in order; equal ones keep theirs, missing ones stand last.
   *
   * @example
   * new Series([3, null, 1]).sortValues().values; // [1, 3, null]
   */
  sortValues(options: SortOptions = {}): Series<T> {
    checkOptions("sortValues", options, ["ascending", "naPosition"]);
    return this.rows((table) => sortOne(table, options));
  }

  /**
   * `count` different values in random order (1), or a share `frac` of all; the same ones for the same
   * seed. `replace` and `weights` as for a frame.
   *
   * @example
   * new Series([1, 2, 3]).sample(3, { seed: 7 }).sum(); // 6
   * new Series(["a", "b"]).sample(2, { replace: true, weights: [0, 1] }).values; // ["b", "b"]
   */
  sample(count: number, options?: SampleOptions): Series<T>;
  sample(options?: SampleWanted): Series<T>;
  sample(what: number | SampleWanted = {}, options: SampleOptions = {}): Series<T> {
    const wanted = typeof what === "number" ? { ...options, n: what } : what;
    return this.rows((table) => sampleRows(table, wanted));
  }

  /**
   * The values as another type.
   *
   * @throws TypeError that shows a value which does not fit.
   * @example
   * new Series(["1", "2"]).asType("int64").values; // [1, 2]
   */
  asType(dtype: "string" | "category"): Series<string | Extract<T, null>>;
  asType(dtype: "boolean"): Series<boolean | Extract<T, null>>;
  asType(dtype: "date" | "datetime"): Series<Date | Extract<T, null>>;
  asType(
    dtype: Exclude<DType, "string" | "category" | "boolean" | "date" | "datetime">,
  ): Series<number | Extract<T, null>>;
  asType(dtype: DType): Series<never> {
    return seriesOf(castTo(this.data, dtype), this.labels);
  }

  /**
   * The values with the row labels as a frame of two columns.
   *
   * @example
   * new Series(["b", "b"], { name: "x" }).valueCounts().resetIndex().columns; // ["x", "count"]
   */
  resetIndex(): DataFrame {
    return frameOf(resetIndex({ data: pl.DataFrame([this.data]), index: this.labels }));
  }
}
