import type { Table } from "../engine/table.ts";
import type { Series } from "../series/series.ts";
import type { SeriesWindow } from "../series/window.ts";
import { eachColumn, type Numbers } from "../verbs/each-column.ts";
import type { DataFrame } from "./data-frame.ts";

/** The windows of `rolling` and `expanding` over every column of a frame of numbers. */
export class FrameWindow<R extends object> {
  readonly #table: Table;
  readonly #open: (column: Series<number | null>) => SeriesWindow;

  /** @internal */
  constructor(table: Table, open: (column: Series<number | null>) => SeriesWindow) {
    this.#table = table;
    this.#open = open;
    eachColumn({ data: table.data.head(0), index: undefined }, (one) => {
      open(one);
      return one;
    });
  }

  /** The sums. */
  sum(): DataFrame<Numbers<R>> {
    return this.#each((window) => window.sum());
  }

  /** The arithmetic means. */
  mean(): DataFrame<Numbers<R>> {
    return this.#each((window) => window.mean());
  }

  /** The medians. */
  median(): DataFrame<Numbers<R>> {
    return this.#each((window) => window.median());
  }

  /** The sample standard deviations (divide by n − 1). */
  std(): DataFrame<Numbers<R>> {
    return this.#each((window) => window.std());
  }

  /** The sample variances (divide by n − 1). */
  var(): DataFrame<Numbers<R>> {
    return this.#each((window) => window.var());
  }

  /** The least values. */
  min(): DataFrame<Numbers<R>> {
    return this.#each((window) => window.min());
  }

  /** The greatest values. */
  max(): DataFrame<Numbers<R>> {
    return this.#each((window) => window.max());
  }

  /** How many values are present. */
  count(): DataFrame<Numbers<R>> {
    return this.#each((window) => window.count());
  }

  /** The quantiles, between two values by their distance. */
  quantile(q: number): DataFrame<Numbers<R>> {
    return this.#each((window) => window.quantile(q));
  }

  /** Whatever a function makes of the present values of each window. */
  apply(reduce: (values: readonly number[]) => number): DataFrame<Numbers<R>> {
    return this.#each((window) => window.apply(reduce));
  }

  #each(statistic: (window: SeriesWindow) => Series<number | null>): DataFrame<Numbers<R>> {
    return eachColumn(this.#table, (one) => statistic(this.#open(one)));
  }
}
