import {
  checkChoice,
  checkInteger,
  checkNumber,
  randomOf,
  type RandomState,
  register,
  Transformer,
} from "../base/index.ts";
import { crossProduct, gram, multiply, transpose } from "../linalg/index.ts";
import { Matrix, type MatrixLike, readMatrix } from "../matrix/index.ts";
import { descend, type Factors, nndsvd, type Penalty, randomFactors } from "./non-negative.ts";

export interface NMFParams {
  /** How many components. Default undefined: as many as features. */
  nComponents: number | undefined;
  /**
   * First factors: `"nndsvd"`, with zeros filled by the mean `"nndsvda"`, or `"random"`. Default
   * undefined: `"nndsvda"`, or `"random"` for more components than min(samples, features).
   */
  init: "nndsvd" | "nndsvda" | "random" | undefined;
  /** Iterations end when values move by less than this part of the first time. Default 1e-4. */
  tol: number;
  /** The most iterations. Default 200. */
  maxIter: number;
  /** A penalty on the samples' factor, times the number of features. Default 0. */
  alphaW: number;
  /** A penalty on the components, times the number of samples; `"same"` is `alphaW`. Default `"same"`. */
  alphaH: number | "same";
  /** From squares (0) to sizes (1) as the penalty. Default 0. */
  l1Ratio: number;
  /** A whole number or a text gives the same factors in every run. */
  randomState: RandomState;
}

interface State {
  readonly components: Matrix;
  readonly iterations: number;
  readonly error: number;
}

/**
 * Samples without negative numbers as sums of parts without negative numbers: X ≈ WH (Lee and Seung,
 * 1999), by coordinate descent (Cichocki and Phan, 2009). Time O(n · features · components) an
 * iteration.
 *
 * Differs from scikit-learn: the squared error alone, without `solver: "mu"`; the first factors take
 * `"nndsvda"` where nothing is said; coordinates are always taken in order.
 *
 * @example
 * const nmf = new NMF({ nComponents: 1, randomState: 0 });
 * const w = nmf.fitTransform([[1, 2], [2, 4]]);
 * nmf.inverseTransform(w).toArray().flat().map((value) => Math.round(value * 100) / 100); // [1, 2, 2, 4]
 */
export class NMF extends Transformer<NMFParams, State> {
  constructor(params: Partial<NMFParams> = {}) {
    super(
      {
        nComponents: undefined,
        init: undefined,
        tol: 1e-4,
        maxIter: 200,
        alphaW: 0,
        alphaH: "same",
        l1Ratio: 0,
        randomState: undefined,
      },
      params,
    );
  }

  /** @throws RangeError for a negative number; it says where */
  fit(x: MatrixLike): this {
    this.fitTransform(x);
    return this;
  }

  override fitTransform(x: MatrixLike): Matrix {
    const { nComponents, init, tol, maxIter, alphaW, alphaH, l1Ratio, randomState } = this.params;
    checkChoice(this.name, "init", init, [undefined, "nndsvd", "nndsvda", "random"]);
    checkNumber(this.name, "tol", tol, { from: 0 });
    checkNumber(this.name, "alphaW", alphaW, { from: 0 });
    if (alphaH !== "same") checkNumber(this.name, "alphaH", alphaH, { from: 0 });
    checkNumber(this.name, "l1Ratio", l1Ratio, { from: 0, to: 1 });
    checkInteger(this.name, "maxIter", maxIter, 1);
    const samples = this.readFit(x);
    this.#refuseNegative(samples);
    const count = nComponents ?? samples.columns;
    checkInteger(this.name, "nComponents", count, 1);
    const random = randomOf(randomState);
    const few = count <= Math.min(samples.rows, samples.columns);
    const way = init ?? (few ? "nndsvda" : "random");
    if (way !== "random" && !few)
      throw new RangeError(
        `${this.name}: init "${way}" needs nComponents up to min(samples, features); it is ${count}. Use "random".`,
      );
    const mean = samples.data.reduce((sum, value) => sum + value, 0) / samples.data.length;
    const start =
      way === "random"
        ? randomFactors(samples, count, random)
        : nndsvd(samples, count, way === "nndsvda" ? mean : 0, random);
    const penalties = this.#penalties(samples);
    const { iterations } = factorize(samples, start, count, penalties, maxIter, tol, true);
    const components = transpose(new Matrix(start.ht, samples.columns, count));
    const w = new Matrix(start.w, samples.rows, count);
    const rebuilt = multiply(w, components).data;
    const error = lengthOf(rebuilt.map((value, at) => value - samples.data[at]));
    this.learned({ components, iterations, error }, samples);
    return new Matrix(start.w, samples.rows, count, this.getFeatureNamesOut());
  }

  /** How much of each component is in each sample [n, components]. */
  transform(x: MatrixLike): Matrix {
    const { components } = this.fitted("transform");
    const samples = this.readMore(x);
    this.#refuseNegative(samples);
    const count = components.rows;
    const w = new Float64Array(samples.rows * count);
    const { maxIter, tol } = this.params;
    const start = { w, ht: transpose(components).data };
    // As in scikit-learn, samples to be transformed start from 0 and penalties are theirs.
    factorize(samples, start, count, this.#penalties(samples), maxIter, tol, false);
    return new Matrix(w, samples.rows, count, this.getFeatureNamesOut());
  }

  /** The samples [n, features] that such parts add up to. */
  inverseTransform(w: MatrixLike): Matrix {
    const { components } = this.fitted("inverseTransform");
    const back = multiply(readMatrix(w, this.name), components);
    return new Matrix(back.data, back.rows, back.columns, this.featureNamesIn_);
  }

  /** `nmf0`, `nmf1`, …. */
  getFeatureNamesOut(): string[] {
    const { components } = this.fitted("names");
    return Array.from({ length: components.rows }, (_, i) => `nmf${i}`);
  }

  /** The parts [components, features]. */
  get components_(): Matrix {
    const { data, rows, columns } = this.fitted("components_").components;
    return new Matrix(data.slice(), rows, columns, this.featureNamesIn_);
  }

  /** The length of X − WH. */
  get reconstructionErr_(): number {
    return this.fitted("reconstructionErr_").error;
  }

  /** The iterations. */
  get nIter_(): number {
    return this.fitted("nIter_").iterations;
  }

  #penalties(x: Matrix): { w: Penalty; h: Penalty } {
    const { alphaW, alphaH, l1Ratio } = this.params;
    const forW = x.columns * alphaW;
    const forH = x.rows * (alphaH === "same" ? alphaW : alphaH);
    return {
      w: { one: forW * l1Ratio, two: forW * (1 - l1Ratio) },
      h: { one: forH * l1Ratio, two: forH * (1 - l1Ratio) },
    };
  }

  #refuseNegative(x: Matrix): void {
    const at = x.data.findIndex((value) => value < 0);
    if (at < 0) return;
    const name = x.featureNames()[at % x.columns];
    throw new RangeError(
      `${this.name} needs numbers from 0; feature "${name}" has ${x.data[at]} in row ${Math.floor(at / x.columns)}.`,
    );
  }
}

function lengthOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return Math.sqrt(sum);
}

/** Coordinate descent over W, and over H where `both`, in place. */
function factorize(
  x: Matrix,
  { w, ht }: Factors,
  count: number,
  penalties: { w: Penalty; h: Penalty },
  maxIter: number,
  tol: number,
  both: boolean,
): { iterations: number } {
  const left = new Matrix(w, x.rows, count);
  const right = new Matrix(ht, x.columns, count);
  let first = 0;
  let iterations = 0;
  while (iterations < maxIter) {
    iterations += 1;
    let violation = descend(w, gram(right).data, multiply(x, right).data, count, penalties.w);
    if (both) {
      const products = crossProduct(x, left).data;
      violation += descend(ht, gram(left).data, products, count, penalties.h);
    }
    if (iterations === 1) first = violation;
    if (first === 0 || violation / first <= tol) break;
  }
  return { iterations };
}

register("NMF", NMF);
