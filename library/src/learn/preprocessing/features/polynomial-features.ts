import { checkInteger, register, Transformer } from "../../base/index.ts";
import { Matrix, type MatrixLike } from "../../matrix/index.ts";

export interface PolynomialFeaturesParams {
  /** The highest degree, or the lowest and the highest. Default 2. */
  degree: number | readonly [number, number];
  /** Only products of different features. Default false. */
  interactionOnly: boolean;
  /** A first feature of ones. Default true. */
  includeBias: boolean;
}

interface State {
  /** The features whose product each new one is. */
  readonly products: readonly (readonly number[])[];
}

/**
 * All products of the features up to a degree: of a and b to degree 2, they are 1, a, b, a², ab, b².
 * O(n · new features · degree); there are (features + degree choose degree) of them.
 *
 * @example
 * const squares = new PolynomialFeatures();
 * squares.fitTransform([[2, 3]]).toArray(); // [[1, 2, 3, 4, 6, 9]]
 * squares.getFeatureNamesOut(); // ["1", "x0", "x1", "x0^2", "x0 x1", "x1^2"]
 */
export class PolynomialFeatures extends Transformer<PolynomialFeaturesParams, State> {
  constructor(params: Partial<PolynomialFeaturesParams> = {}) {
    super({ degree: 2, interactionOnly: false, includeBias: true }, params);
  }

  fit(x: MatrixLike): this {
    const { degree, interactionOnly, includeBias } = this.params;
    const [low, high] = typeof degree === "number" ? [0, degree] : degree;
    checkInteger(this.name, "degree", low, 0);
    checkInteger(this.name, "degree", high, low);
    const samples = this.readFit(x);
    const products: number[][] = includeBias ? [[]] : [];
    for (let size = Math.max(1, low); size <= high; size++)
      products.push(...combinations(samples.columns, size, interactionOnly));
    return this.learned({ products }, samples);
  }

  transform(x: MatrixLike): Matrix {
    const { products } = this.fitted("transform");
    const samples = this.readMore(x);
    const { rows, columns, data } = samples;
    const width = products.length;
    const made = new Float64Array(rows * width);
    for (let i = 0; i < rows; i++) {
      for (let k = 0; k < width; k++) {
        const factors = products[k];
        let value = 1;
        for (let f = 0; f < factors.length; f++) value *= data[i * columns + factors[f]];
        made[i * width + k] = value;
      }
    }
    return new Matrix(made, rows, width, this.getFeatureNamesOut());
  }

  getFeatureNamesOut(): string[] {
    const { products } = this.fitted("names");
    const length = this.nFeaturesIn_;
    const names = this.featureNamesIn_ ?? Array.from({ length }, (_, j) => `x${j}`);
    return products.map((factors) => {
      const different = [...new Set(factors)];
      const powers = different.map((j) => {
        const power = factors.filter((one) => one === j).length;
        return power === 1 ? names[j] : `${names[j]}^${power}`;
      });
      return powers.length === 0 ? "1" : powers.join(" ");
    });
  }

  /** The power of each feature in each new one [new features, features]. */
  get powers_(): number[][] {
    const length = this.nFeaturesIn_;
    return this.fitted("powers_").products.map((factors) =>
      Array.from({ length }, (_, j) => factors.filter((one) => one === j).length),
    );
  }
}

/** Choices of `size` out of the first numbers in rising order, with repetition unless they must differ. */
function combinations(count: number, size: number, differ: boolean, from = 0): number[][] {
  if (size === 0) return [[]];
  const made: number[][] = [];
  for (let first = from; first < count; first++)
    for (const rest of combinations(count, size - 1, differ, first + Number(differ)))
      made.push([first, ...rest]);
  return made;
}

register("PolynomialFeatures", PolynomialFeatures);
