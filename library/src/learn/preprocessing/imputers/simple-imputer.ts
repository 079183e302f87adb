import { DataFrame } from "../../../frame/index.ts";
import { CellTransformer, checkChoice, type Label, register } from "../../base/index.ts";
import {
  isMissing,
  Matrix,
  type MatrixLike,
  readColumns,
  readMatrix,
  Table,
  type TableLike,
} from "../../matrix/index.ts";
import { holdsNumbers, mostFrequent, statisticOf } from "./statistics.ts";

export interface SimpleImputerParams {
  /** What fills the gaps of a feature. The last two take texts too. Default `"mean"`. */
  strategy: "mean" | "median" | "mostFrequent" | "constant";
  /** The constant; by default 0 for numbers and `"missing_value"` for texts. */
  fillValue: Label | undefined;
  /** Append a feature of 0 and 1 for each feature that had gaps in `fit`. Default false. */
  addIndicator: boolean;
  /** Keep features without any value in `fit`, filled with 0 or the constant. Default false. */
  keepEmptyFeatures: boolean;
}

interface State {
  /** What fills each feature; null for one without values. */
  readonly statistics: readonly (Label | null)[];
  readonly kept: readonly number[];
  readonly indicated: readonly number[];
}

/**
 * Fills missing values with a statistic of their feature, or a constant. Features of texts are filled
 * by `"mostFrequent"` and `"constant"`; the result is a frame then, otherwise a matrix.
 * O(n · features), O(n log n · features) for the median.
 *
 * Differs from scikit-learn: null, undefined and NaN are missing; no other value can be named.
 *
 * @example
 * new SimpleImputer().fitTransform([[1], [null], [3]]).toArray(); // [[1], [2], [3]]
 * const cities = new SimpleImputer({ strategy: "mostFrequent" }).fit([["Rome"], ["Rome"], ["Oslo"]]);
 * cities.transform([[null]]).toArrays(); // [["Rome"]]
 */
export class SimpleImputer extends CellTransformer<SimpleImputerParams, State, Imputed> {
  constructor(params: Partial<SimpleImputerParams> = {}) {
    super(
      { strategy: "mean", fillValue: undefined, addIndicator: false, keepEmptyFeatures: false },
      params,
    );
  }

  protected override get allowsMissing(): boolean {
    return true;
  }

  fit(x: TableLike): this {
    const { strategy, fillValue, addIndicator, keepEmptyFeatures } = this.params;
    checkChoice(this.name, "strategy", strategy, ["mean", "median", "mostFrequent", "constant"]);
    const table = this.#read(x, true);
    const statistics = table.cells.map((cells): Label | null => {
      if (strategy === "constant") return fillValue ?? (holdsNumbers(cells) ? 0 : "missing_value");
      if (strategy === "mostFrequent") return mostFrequent(cells);
      return statisticOf(cells as ArrayLike<number>, strategy);
    });
    const empty = table.cells.map((cells) => strategy !== "constant" && everyMissing(cells));
    const kept = table.cells.map((_, j) => j).filter((j) => keepEmptyFeatures || !empty[j]);
    const indicated = addIndicator
      ? table.cells.map((_, j) => j).filter((j) => Array.from(table.cells[j]).some(isMissing))
      : [];
    const filled = statistics.map((one, j) => (empty[j] && keepEmptyFeatures ? 0 : one));
    return this.learned(
      { statistics: filled, kept, indicated },
      { columns: table.cells.length, names: table.names },
    );
  }

  /** The samples without gaps: a matrix, or a frame where a feature holds texts. */
  override transform<X extends TableLike>(x: X): ImputedOf<X>;
  override transform(x: TableLike): Imputed {
    const { statistics, kept, indicated } = this.fitted("transform");
    const table = this.#read(x, false);
    const names = this.getFeatureNamesOut();
    const filled = kept.map((j) => {
      const fill = statistics[j];
      return Array.from(table.cells[j], (cell) => (isMissing(cell) ? fill : cell));
    });
    const flags = indicated.map((j) =>
      Array.from(table.cells[j], (cell) => Number(isMissing(cell))),
    );
    const columns = [...filled, ...flags];
    if (columns.every(holdsNumbers)) {
      if (columns.length === 0) return Matrix.zeros(table.rows, 0, []);
      return readMatrix(new Table(columns, table.rows, names), this.name);
    }
    return new DataFrame(Object.fromEntries(names.map((name, j) => [name, columns[j]])) as never);
  }

  override fitTransform<X extends TableLike>(x: X): ImputedOf<X> {
    return this.fit(x).transform(x);
  }

  getFeatureNamesOut(): string[] {
    const { kept, indicated } = this.fitted("names");
    const names = this.namesIn();
    return [...kept.map((j) => names[j]), ...indicated.map((j) => `missingindicator_${names[j]}`)];
  }

  /** What fills the gaps of each feature; NaN for one that had no values. */
  get statistics_(): Label[] {
    return this.fitted("statistics_").statistics.map((one) => one ?? NaN);
  }

  /** Samples of numbers are checked as every estimator checks them; others are taken as they are. */
  #read(x: TableLike, fitting: boolean): Table {
    const { strategy } = this.params;
    const numeric =
      strategy === "mean" ||
      strategy === "median" ||
      readColumns(x, this.name).cells.every(holdsNumbers);
    if (!numeric) return fitting ? this.readFitColumns(x) : this.readMoreColumns(x);
    const numbers = x as MatrixLike;
    return readColumns(fitting ? this.readFit(numbers) : this.readMore(numbers), this.name);
  }
}

/** What `SimpleImputer` gives: a matrix, or a frame where texts are among the features. */
export type Imputed = Matrix | DataFrame;

/** What it gives for samples of a type. */
export type ImputedOf<X> =
  X extends DataFrame<infer R>
    ? [Extract<R[keyof R], string | Date>] extends [never]
      ? Matrix
      : Imputed
    : X extends readonly (readonly (number | null | undefined)[])[] | Matrix
      ? Matrix
      : Imputed;

const everyMissing = (cells: ArrayLike<unknown>): boolean => Array.from(cells).every(isMissing);

register("SimpleImputer", SimpleImputer);
