import {
  CellTransformer,
  checkChoice,
  checkInteger,
  checkNumber,
  register,
} from "../../base/index.ts";
import { Matrix, type MatrixLike, readMatrix, type TableLike } from "../../matrix/index.ts";
import {
  type CategoriesOption,
  type Category,
  codesOf,
  learnCategories,
  unknown,
} from "./categories.ts";
import { rareCategories } from "./infrequent.ts";
import { dropPlace, type DropOption, layout, type Layout } from "./one-hot-layout.ts";

export interface OneHotEncoderParams {
  /** The categories of each feature, in order. Default `"auto"`: those that `fit` sees, sorted. */
  categories: CategoriesOption;
  /** Leave one category of each feature out: the first, that of features with two, or those named. Default null: none. */
  drop: DropOption;
  /** What an unknown category does later: an error, zeros, or the rare categories' column. Default `"error"`. */
  handleUnknown: "error" | "ignore" | "infrequentIfExist";
  /** Categories seen fewer times (from 1) or in a smaller part of the samples (below 1) share a column. */
  minFrequency: number | undefined;
  /** The greatest number of columns of a feature; the rarest categories share one. */
  maxCategories: number | undefined;
}

interface State {
  readonly categories: readonly (readonly Category[])[];
  readonly layouts: readonly Layout[];
}

/**
 * Categories as columns of 0 and 1, one for each category. Missing values are a category of their own,
 * the last. O(n · features).
 *
 * Differs from scikit-learn: the result is dense; the column of rare categories is called
 * `city_infrequent`.
 *
 * @example
 * const cities = new OneHotEncoder().fit([["Rome"], ["Oslo"], ["Rome"]]);
 * cities.getFeatureNamesOut(); // ["x0_Oslo", "x0_Rome"]
 * cities.transform([["Rome"]]).toArray(); // [[0, 1]]
 */
export class OneHotEncoder extends CellTransformer<OneHotEncoderParams, State> {
  constructor(params: Partial<OneHotEncoderParams> = {}) {
    super(
      {
        categories: "auto",
        drop: null,
        handleUnknown: "error",
        minFrequency: undefined,
        maxCategories: undefined,
      },
      params,
    );
  }

  fit(x: TableLike): this {
    const { categories, drop, handleUnknown, minFrequency, maxCategories } = this.params;
    checkChoice(this.name, "handleUnknown", handleUnknown, [
      "error",
      "ignore",
      "infrequentIfExist",
    ]);
    if (minFrequency !== undefined)
      checkNumber(this.name, "minFrequency", minFrequency, { above: 0 });
    if (maxCategories !== undefined) checkInteger(this.name, "maxCategories", maxCategories, 1);
    if (!Array.isArray(drop)) checkChoice(this.name, "drop", drop, [null, "first", "ifBinary"]);
    const table = this.readFitColumns(x);
    const learned = learnCategories(table, categories, this.name, handleUnknown === "error");
    const layouts = learned.map((feature, j) => {
      const rare = rareCategories(feature.counts, table.rows, { minFrequency, maxCategories });
      const place = dropPlace(drop, j, feature.categories, rare, table.columns[j], this.name);
      return layout(rare, place);
    });
    return this.learned(
      { categories: learned.map((feature) => feature.categories), layouts },
      { columns: table.cells.length, names: table.names },
    );
  }

  transform(x: TableLike): Matrix {
    const { categories, layouts } = this.fitted("transform");
    const table = this.readMoreColumns(x);
    const width = layouts.reduce((sum, one) => sum + one.width, 0);
    const data = new Float64Array(table.rows * width);
    const { handleUnknown } = this.params;
    let from = 0;
    for (let j = 0; j < categories.length; j++) {
      const known = categories[j];
      const { columnOf, rareColumn, width: own } = layouts[j];
      const codes = codesOf(table.cells[j], known, this.name, table.columns[j]);
      const other = handleUnknown === "infrequentIfExist" ? rareColumn : -1;
      for (let i = 0; i < codes.length; i++) {
        const code = codes[i];
        if (code < 0 && handleUnknown === "error") {
          const cell = table.cells[j][i] as Category;
          const remedy = ' With handleUnknown: "ignore" it becomes 0 everywhere.';
          throw unknown(this.name, cell, table.columns[j], i, known, remedy);
        }
        const column = code < 0 ? other : columnOf[code];
        if (column >= 0) data[i * width + from + column] = 1;
      }
      from += own;
    }
    return new Matrix(data, table.rows, width, this.getFeatureNamesOut());
  }

  /**
   * The categories of rows of 0 and 1, one a feature. A row without a 1 gives the category that was
   * left out, else null; the column of rare categories gives `"infrequent"`.
   */
  inverseTransform(x: MatrixLike): Category[][] {
    const { categories, layouts } = this.fitted("inverseTransform");
    const matrix = readMatrix(x, this.name);
    const width = layouts.reduce((sum, one) => sum + one.width, 0);
    if (matrix.columns !== width) {
      throw new RangeError(
        `This ${this.name} gives ${width} columns; inverseTransform received ${matrix.columns}.`,
      );
    }
    return Array.from({ length: matrix.rows }, (_, i) => {
      let from = 0;
      return layouts.map((one, j) => {
        const cells = matrix.row(i).subarray(from, (from += one.width));
        const hot = cells.findIndex((cell) => cell > 0);
        if (hot >= 0 && hot === one.rareColumn) return "infrequent";
        if (hot >= 0) return categories[j][one.columnOf.indexOf(hot)];
        return one.dropped >= 0 ? categories[j][one.dropped] : null;
      });
    });
  }

  getFeatureNamesOut(): string[] {
    const { categories, layouts } = this.fitted("names");
    return this.namesIn().flatMap((name, j) => {
      const { width, columnOf, rareColumn } = layouts[j];
      return Array.from({ length: width }, (_, column) =>
        column === rareColumn
          ? `${name}_infrequent`
          : `${name}_${String(categories[j][columnOf.indexOf(column)])}`,
      );
    });
  }

  /** The categories of each feature. */
  get categories_(): Category[][] {
    return this.fitted("categories_").categories.map((one) => [...one]);
  }

  /** The rare categories of each feature, which share a column. */
  get infrequentCategories_(): Category[][] {
    const { categories, layouts } = this.fitted("infrequentCategories_");
    return layouts.map(({ rare }, j) => categories[j].filter((_, at) => rare[at]));
  }
}

register("OneHotEncoder", OneHotEncoder);
