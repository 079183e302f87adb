import type pl from "nodejs-polars";
import { seriesOf } from "../engine/make.ts";
import {
  floatsOf,
  fromFloats,
  type Moments,
  type RowWindow,
  slideExtremes,
  slideMoments,
  slideQuantiles,
  slideSums,
  type Spans,
} from "../verbs/windows/index.ts";
import type { Series } from "./series.ts";

/** How a {@link SeriesWindow} looks at its column. */
interface View {
  readonly verb: string;
  readonly spans: Spans;
  /** Where every window has as many rows as any other. */
  readonly rows?: RowWindow;
  readonly minPeriods: number;
}

type Result = Series<number | null>;

/**
 * A statistic for each row of the rows in its window, as `rolling` and `expanding` make it. Missing
 * values are skipped; where too few are present the result is missing.
 */
export class SeriesWindow {
  readonly #data: pl.Series;
  readonly #labels: pl.Series | undefined;
  readonly #view: View;

  /** @internal */
  constructor(data: pl.Series, labels: pl.Series | undefined, view: View) {
    this.#data = data;
    this.#labels = labels;
    this.#view = view;
  }

  /**
   * The sums.
   *
   * @example
   * new Series([1, 2, 3]).rolling(2).sum().values; // [null, 3, 5]
   */
  sum(): Result {
    return this.#sums(false) ?? this.#moments((window) => window.sum);
  }

  /**
   * The arithmetic means.
   *
   * @example
   * new Series([1, 2, 6]).rolling(2).mean().values; // [null, 1.5, 4]
   */
  mean(): Result {
    return (
      this.#sums(true) ?? this.#moments(({ sum, count }) => (count > 0 ? sum / count : Number.NaN))
    );
  }

  /** The sample variances (divide by n − 1). */
  var(): Result {
    return this.#moments(varianceOf);
  }

  /** The sample standard deviations (divide by n − 1). */
  std(): Result {
    return this.#moments((window) => Math.sqrt(varianceOf(window)));
  }

  /** How many values are present; missing where the window itself has fewer rows than `minPeriods`. */
  count(): Result {
    const present = floatsOf(this.#data.isNotNull(), this.#view.verb);
    const { spans, minPeriods } = this.#view;
    const counts = slideMoments(present, spans, minPeriods, (window) => window.sum);
    return seriesOf(fromFloats(this.#data.name, counts), this.#labels);
  }

  /** The least values. */
  min(): Result {
    return this.#floats((values, { spans, minPeriods }) =>
      slideExtremes(values, spans, minPeriods, 1),
    );
  }

  /** The greatest values. */
  max(): Result {
    return this.#floats((values, { spans, minPeriods }) =>
      slideExtremes(values, spans, minPeriods, -1),
    );
  }

  /** The medians. */
  median(): Result {
    return this.quantile(0.5);
  }

  /**
   * The quantiles, between two values by their distance.
   *
   * @param q from 0 to 1
   * @throws RangeError where `q` is not
   * @example
   * new Series([1, 2, 6]).expanding().quantile(0.25).values; // [1, 1.25, 1.5]
   */
  quantile(q: number): Result {
    if (!(q >= 0 && q <= 1)) throw new RangeError(`quantile: q is from 0 to 1; got ${String(q)}.`);
    return this.#floats((values, { spans, minPeriods }) =>
      slideQuantiles(values, spans, minPeriods, q),
    );
  }

  /**
   * Whatever a function makes of the present values of each window; slower than the named ones.
   *
   * @example
   * new Series([1, 5, 2]).rolling(2).apply((values) => values[1] - values[0]).values; // [null, 4, -3]
   */
  apply(reduce: (values: readonly number[]) => number): Result {
    return this.#floats((values, { spans, minPeriods }) =>
      values.map((_, row) => {
        const { start, end } = spans(row);
        const present = [...values.subarray(start, end)].filter((value) => !Number.isNaN(value));
        return present.length >= Math.max(1, minPeriods) ? reduce(present) : Number.NaN;
      }),
    );
  }

  /** Sums or means of windows of a fixed number of rows; undefined for others. */
  #sums(mean: boolean): Result | undefined {
    const { rows } = this.#view;
    if (rows === undefined) return undefined;
    return this.#floats((values, { minPeriods }) => slideSums(values, rows, minPeriods, mean));
  }

  #moments(result: (moments: Moments) => number): Result {
    return this.#floats((values, { spans, minPeriods }) =>
      slideMoments(values, spans, minPeriods, result),
    );
  }

  #floats(slide: (values: Float64Array, view: View) => Float64Array): Result {
    const values = floatsOf(this.#data, this.#view.verb, true);
    return seriesOf(fromFloats(this.#data.name, slide(values, this.#view)), this.#labels);
  }
}

const varianceOf = ({ count, squares }: Moments): number =>
  count > 1 ? squares / (count - 1) : Number.NaN;
