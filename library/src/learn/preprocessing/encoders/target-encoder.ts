import {
  type AnyTarget,
  CellTransformer,
  checkChoice,
  checkInteger,
  checkLengths,
  checkNumber,
  codeLabels,
  columnOf,
  type Label,
  type LabelsLike,
  randomOf,
  type RandomState,
  readLabels,
  readTarget,
  register,
  type TargetLike,
} from "../../base/index.ts";
import { Matrix, type Table, type TableLike } from "../../matrix/index.ts";
import { KFold, StratifiedKFold } from "../../model-selection/index.ts";
import { type CategoriesOption, type Category, codesOf, learnCategories } from "./categories.ts";
import { encodingsOf, type Smooth } from "./target-means.ts";

export interface TargetEncoderParams {
  /** The categories of each feature. Default `"auto"`: those that `fit` sees. */
  categories: CategoriesOption;
  /** What y is. Default `"auto"`: classes for texts, truth values and whole numbers, else numbers. */
  targetType: "auto" | "continuous" | "binary" | "multiclass";
  /** How far rare categories are drawn to the mean of all; `"auto"` is an empirical Bayes estimate. */
  smooth: Smooth;
  /** The folds of `fitTransform`. Default 5. */
  cv: number;
  /** Mix the samples before they are put into folds. Default true. */
  shuffle: boolean;
  randomState: RandomState;
}

interface State {
  readonly categories: readonly (readonly Category[])[];
  readonly classes: readonly Label[] | undefined;
  /** For each feature and output, the number of each category. */
  readonly encodings: readonly Float64Array[];
  readonly means: Float64Array;
}

/**
 * Categories as the mean of the target among their samples, drawn towards the mean of all where a
 * category is rare. Of two classes it is the share of the second; of more, each class has a column.
 *
 * `fitTransform` is not `fit` and `transform`: each sample is encoded from folds that it is not in, so
 * that its own target does not leak. O(n · features · cv).
 *
 * Source: Micci-Barreca, A preprocessing scheme for high-cardinality categorical attributes (2001).
 *
 * @example
 * const encoder = new TargetEncoder({ smooth: 0 });
 * encoder.fit([["a"], ["a"], ["b"]], [1.5, 2.5, 7.5]).transform([["a"], ["b"]]).toArray(); // [[2], [7.5]]
 */
export class TargetEncoder extends CellTransformer<TargetEncoderParams, State> {
  constructor(params: Partial<TargetEncoderParams> = {}) {
    super(
      {
        categories: "auto",
        targetType: "auto",
        smooth: "auto",
        cv: 5,
        shuffle: true,
        randomState: undefined,
      },
      params,
    );
  }

  fit(x: TableLike, y?: AnyTarget): this {
    this.#learn(x, y);
    return this;
  }

  override fitTransform(x: TableLike, y?: AnyTarget): Matrix {
    const { table, outputs, classCodes, codes } = this.#learn(x, y);
    const { cv, shuffle, randomState, smooth } = this.params;
    const { categories } = this.fitted();
    // One draw, so that a state of undefined still gives one set of folds.
    const state = shuffle ? randomOf(randomState).integer(0, 2 ** 31) : undefined;
    const options = { nSplits: cv, shuffle, ...(shuffle && { randomState: state }) };
    const places = new Float64Array(table.rows);
    const splits = classCodes
      ? new StratifiedKFold(options).split(places, classCodes)
      : new KFold(options).split(places);
    const width = categories.length * outputs.length;
    const data = new Float64Array(table.rows * width);
    for (const [train, test] of splits) {
      const folds = outputs.map((target) => Float64Array.from(train, (i) => target[i]));
      categories.forEach((known, j) => {
        const own = Int32Array.from(train, (i) => codes[j][i]);
        folds.forEach((target, k) => {
          const { encoding } = encodingsOf(own, known.length, target, smooth);
          for (const i of test) data[i * width + j * outputs.length + k] = encoding[codes[j][i]];
        });
      });
    }
    return new Matrix(data, table.rows, width, this.getFeatureNamesOut());
  }

  transform(x: TableLike): Matrix {
    const { categories, encodings, means } = this.fitted("transform");
    const table = this.readMoreColumns(x);
    const width = encodings.length;
    const data = new Float64Array(table.rows * width);
    categories.forEach((known, j) => {
      const codes = codesOf(table.cells[j], known, this.name, table.columns[j]);
      means.forEach((mean, k) => {
        const at = j * means.length + k;
        for (let i = 0; i < codes.length; i++)
          data[i * width + at] = codes[i] < 0 ? mean : encodings[at][codes[i]];
      });
    });
    return new Matrix(data, table.rows, width, this.getFeatureNamesOut());
  }

  getFeatureNamesOut(): string[] {
    const { classes, means } = this.fitted("names");
    if (means.length === 1) return this.namesIn();
    return this.namesIn().flatMap((name) =>
      (classes ?? []).map((label) => `${name}_${String(label)}`),
    );
  }

  /** The number of each category, for each feature and class. */
  get encodings_(): Float64Array[] {
    return this.fitted("encodings_").encodings.map((one) => one.slice());
  }

  /** The categories of each feature. */
  get categories_(): Category[][] {
    return this.fitted("categories_").categories.map((one) => [...one]);
  }

  /** The classes, sorted; undefined for numbers. */
  get classes_(): Label[] | undefined {
    return this.fitted("classes_").classes?.slice();
  }

  /** The mean of y; of classes, the share of each. */
  get targetMean_(): number | Float64Array {
    const { means } = this.fitted("targetMean_");
    return means.length === 1 ? means[0] : means.slice();
  }

  #learn(x: TableLike, y: AnyTarget | undefined): Learned {
    const { categories: given, targetType, smooth, cv } = this.params;
    checkChoice(this.name, "targetType", targetType, [
      "auto",
      "continuous",
      "binary",
      "multiclass",
    ]);
    if (smooth !== "auto") checkNumber(this.name, "smooth", smooth, { from: 0 });
    checkInteger(this.name, "cv", cv, 2);
    const table = this.readFitColumns(x);
    const cells = columnOf(y, this.name);
    checkLengths({ rows: table.rows } as Matrix, cells.length, this.name);
    const isContinuous =
      targetType === "continuous" || (targetType === "auto" && looksContinuous(cells));
    const coded = isContinuous
      ? undefined
      : codeLabels(readLabels(y as LabelsLike<Label>, this.name));
    if (coded && coded.classes.length < 2) {
      throw new RangeError(
        `${this.name} needs at least 2 classes; y has only ${JSON.stringify(coded.classes[0])}.`,
      );
    }
    const outputs = coded ? indicators(coded) : [readTarget(y as TargetLike, this.name)];
    const categories = learnCategories(table, given, this.name, false).map(
      (feature) => feature.categories,
    );
    const codes = categories.map((known, j) =>
      codesOf(table.cells[j], known, this.name, table.columns[j]),
    );
    const means = Float64Array.from(
      outputs,
      (target) => target.reduce((sum, value) => sum + value, 0) / target.length,
    );
    const encodings = categories.flatMap((known, j) =>
      outputs.map((target) => encodingsOf(codes[j], known.length, target, smooth).encoding),
    );
    this.learned(
      { categories, classes: coded?.classes, encodings, means },
      { columns: table.cells.length, names: table.names },
    );
    return { table, outputs, classCodes: coded?.codes, codes };
  }
}

interface Learned {
  readonly table: Table;
  readonly outputs: readonly Float64Array[];
  readonly classCodes: Int32Array | undefined;
  readonly codes: readonly Int32Array[];
}

/** Two classes as 0 and 1; more as one column of 0 and 1 each. */
function indicators({ classes, codes }: { classes: Label[]; codes: Int32Array }): Float64Array[] {
  if (classes.length === 2) return [Float64Array.from(codes)];
  return classes.map((_, k) => Float64Array.from(codes, (code) => Number(code === k)));
}

function looksContinuous(cells: ArrayLike<unknown>): boolean {
  return Array.from(cells).some((cell) => typeof cell === "number" && !Number.isInteger(cell));
}

register("TargetEncoder", TargetEncoder);
