import { CellTransformer, checkChoice, register } from "../../base/index.ts";
import { Matrix, type MatrixLike, readMatrix, type TableLike } from "../../matrix/index.ts";
import {
  type CategoriesOption,
  type Category,
  codesOf,
  learnCategories,
  unknown,
} from "./categories.ts";

export interface OrdinalEncoderParams {
  /** The categories of each feature, in order. Default `"auto"`: those that `fit` sees, sorted. */
  categories: CategoriesOption;
  /** What an unknown category does later. Default `"error"`. */
  handleUnknown: "error" | "useEncodedValue";
  /** The number of unknown categories, with `handleUnknown: "useEncodedValue"`. */
  unknownValue: number | undefined;
  /** The number of missing values. Default NaN: they stay missing. */
  encodedMissingValue: number;
}

interface State {
  readonly categories: readonly (readonly Category[])[];
}

/**
 * Categories as whole numbers from 0, in the order of the categories. Missing values stay missing
 * unless they get a number. O(n · features).
 *
 * @example
 * const sizes = new OrdinalEncoder({ categories: [["S", "M", "L"]] });
 * sizes.fitTransform([["M"], ["S"], ["L"]]).toArray(); // [[1], [0], [2]]
 * sizes.inverseTransform([[2]]); // [["L"]]
 */
export class OrdinalEncoder extends CellTransformer<OrdinalEncoderParams, State> {
  constructor(params: Partial<OrdinalEncoderParams> = {}) {
    super(
      {
        categories: "auto",
        handleUnknown: "error",
        unknownValue: undefined,
        encodedMissingValue: NaN,
      },
      params,
    );
  }

  fit(x: TableLike): this {
    const { categories, handleUnknown, unknownValue } = this.params;
    checkChoice(this.name, "handleUnknown", handleUnknown, ["error", "useEncodedValue"]);
    if (handleUnknown === "useEncodedValue" && unknownValue === undefined) {
      throw new RangeError(
        `${this.name}: handleUnknown "useEncodedValue" needs unknownValue, as -1 or NaN.`,
      );
    }
    const table = this.readFitColumns(x);
    const learned = learnCategories(table, categories, this.name, handleUnknown === "error");
    const state = { categories: learned.map((feature) => feature.categories) };
    const taken = state.categories.find((one) => unknownValue! >= 0 && unknownValue! < one.length);
    if (taken !== undefined && Number.isInteger(unknownValue)) {
      throw new RangeError(
        `${this.name}: unknownValue ${unknownValue} is the number of category ${JSON.stringify(taken[unknownValue!])} already. Take -1 or NaN.`,
      );
    }
    return this.learned(state, { columns: table.cells.length, names: table.names });
  }

  transform(x: TableLike): Matrix {
    const { categories } = this.fitted("transform");
    const { handleUnknown, unknownValue = NaN, encodedMissingValue } = this.params;
    const table = this.readMoreColumns(x);
    const width = categories.length;
    const data = new Float64Array(table.rows * width);
    categories.forEach((known, j) => {
      const codes = codesOf(table.cells[j], known, this.name, table.columns[j]);
      const missing = known.indexOf(null);
      for (let i = 0; i < codes.length; i++) {
        const code = codes[i];
        if (code < 0 && handleUnknown === "error") {
          const cell = table.cells[j][i] as Category;
          const remedy = ' With handleUnknown: "useEncodedValue" it gets a number of its own.';
          throw unknown(this.name, cell, table.columns[j], i, known, remedy);
        }
        data[i * width + j] =
          code < 0 ? unknownValue : code === missing ? encodedMissingValue : code;
      }
    });
    return new Matrix(data, table.rows, width, this.getFeatureNamesOut());
  }

  /** The categories of rows of numbers, one a feature; null for what is none's number. */
  inverseTransform(x: MatrixLike): Category[][] {
    const { categories } = this.fitted("inverseTransform");
    const matrix = readMatrix(x, this.name);
    if (matrix.columns !== categories.length) {
      throw new RangeError(
        `This ${this.name} learned from ${categories.length} features; inverseTransform received ${matrix.columns}.`,
      );
    }
    return matrix
      .toArray()
      .map((row) => row.map((code, j) => (code >= 0 ? (categories[j][code] ?? null) : null)));
  }

  getFeatureNamesOut(): string[] {
    return this.namesIn();
  }

  /** The categories of each feature. */
  get categories_(): Category[][] {
    return this.fitted("categories_").categories.map((one) => [...one]);
  }
}

register("OrdinalEncoder", OrdinalEncoder);
