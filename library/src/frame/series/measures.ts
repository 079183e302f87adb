import { isFloat } from "../engine/dtypes.ts";
import { seriesOf } from "../engine/make.ts";
import { checkOptions } from "../engine/options.ts";
import { toEngine } from "../engine/to-engine.ts";
import { quantile } from "../verbs/statistics.ts";
import {
  correlated,
  type CorrOptions,
  covariance,
  kurtosis,
  type PairOptions,
  presentPairs,
  skewness,
  standardError,
} from "../verbs/measures/index.ts";
import { floatsOf } from "../verbs/windows/index.ts";
import { SeriesCells } from "./cells.ts";
import type { Series } from "./series.ts";

type NumberSeries = Series<number> | Series<number | null>;

/** The shape of a distribution, and how two columns move together. */
export class SeriesMeasures<T> extends SeriesCells<T> {
  /**
   * The product of the values; 1 of nothing.
   *
   * @example
   * new Series([2, null, 3]).prod(); // 6
   */
  prod(): number {
    const product = floatsOf(this.data, "prod").reduce(
      (sofar, value) => (Number.isNaN(value) ? sofar : sofar * value),
      1,
    );
    // Whole numbers have no negative zero.
    return isFloat(this.dtype) ? product : product + 0;
  }

  /**
   * The standard error of the mean (divides by n − 1).
   *
   * @example
   * new Series([1, 3, 5, 7]).sem(); // 1.2909944487358056
   */
  sem(): number {
    return standardError(floatsOf(this.data, "sem"));
  }

  /**
   * The sample skewness without bias, as pandas has it; NaN of fewer than three values.
   *
   * @example
   * new Series([1, 2, 3]).skew(); // 0
   */
  skew(): number {
    return skewness(floatsOf(this.data, "skew"));
  }

  /**
   * The excess kurtosis without bias (0 for a normal distribution); NaN of fewer than four values.
   *
   * @example
   * new Series([1, 2, 3, 4]).kurtosis() < 0; // true
   */
  kurtosis(): number {
    return kurtosis(floatsOf(this.data, "kurtosis"));
  }

  /**
   * The value below which a share `q` (0.5) of the values lie, by linear interpolation; of several
   * shares a column, labelled by them.
   *
   * @throws RangeError where a share is not from 0 to 1
   * @example
   * new Series([1, 2, 3, 4]).quantile(0.25); // 1.75
   * new Series([1, 2, 3, 4]).quantile([0, 0.5]).values; // [1, 2.5]
   */
  quantile(q?: number): number;
  quantile(q: readonly number[]): Series<number | null>;
  quantile(q: number | readonly number[] = 0.5): number | Series<number | null> {
    if (typeof q === "number") return quantile(this.data, q);
    const values = Float64Array.from(q, (share) => quantile(this.data, share));
    return seriesOf(toEngine(this.name, values), toEngine("quantile", Float64Array.from(q)));
  }

  /**
   * The correlation with another column over the rows where both are present: Pearson's, Spearman's
   * of the ranks, or Kendall's tau-b.
   *
   * @example
   * new Series([1, 2, 3, null]).corr(new Series([3, 2, 1, 9])); // -1
   * new Series([1, 2, 3]).corr(new Series([1, 10, 100]), { method: "spearman" }); // 1
   */
  corr(other: NumberSeries, options: CorrOptions = {}): number {
    return this.#pair(other, "corr", correlated(options));
  }

  /**
   * The covariance with another column over the rows where both are present.
   *
   * @example
   * new Series([1, 2, 3]).cov(new Series([2, 4, 6])); // 2
   */
  cov(other: NumberSeries, options: PairOptions = {}): number {
    checkOptions("cov", options, ["ddof", "minPeriods"]);
    return this.#pair(other, "cov", covariance(options));
  }

  /**
   * The correlation of the column with itself, `lag` rows before.
   *
   * @example
   * new Series([1, 2, 3, 4]).autocorr(); // 1
   */
  autocorr(lag = 1): number {
    return this.corr(this.shift(lag) as unknown as Series<number | null>);
  }

  #pair(
    other: NumberSeries,
    verb: string,
    measure: (x: Float64Array, y: Float64Array) => number,
  ): number {
    if (other.length !== this.length) {
      throw new RangeError(
        `${verb}: one column has ${this.length} rows, the other ${other.length}.`,
      );
    }
    return measure(...presentPairs(floatsOf(this.data, verb), floatsOf(other.data, verb)));
  }
}
