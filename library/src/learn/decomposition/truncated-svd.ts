import { checkInteger, randomOf, type RandomState, register, Transformer } from "../base/index.ts";
import { multiply, transpose } from "../linalg/index.ts";
import { Matrix, type MatrixLike, readMatrix } from "../matrix/index.ts";
import { project } from "./center.ts";
import { randomizedSvd } from "./randomized-svd.ts";
import { settleSigns } from "./signs.ts";

export interface TruncatedSVDParams {
  /** How many components are kept. Default 2. */
  nComponents: number;
  /** Power iterations. Default 5. */
  nIter: number;
  /** Extra directions, which make the last components exact. Default 10. */
  nOversamples: number;
  /** A whole number or a text gives the same result in every run. */
  randomState: RandomState;
}

interface State {
  readonly components: Matrix;
  readonly values: Float64Array;
  readonly variances: Float64Array;
  readonly ratios: Float64Array;
}

/**
 * The greatest singular values of the samples as they are, without moving them to mean 0; on word
 * counts it is latent semantic analysis. Randomized (Halko, Martinsson and Tropp, 2011). Time
 * O(n · features · components) an iteration.
 *
 * Differs from scikit-learn: no `"arpack"`.
 *
 * @example
 * const svd = new TruncatedSVD({ nComponents: 1, randomState: 0 }).fit([[3, 0], [0, 1]]);
 * Math.round(svd.singularValues_[0]); // 3
 */
export class TruncatedSVD extends Transformer<TruncatedSVDParams, State> {
  constructor(params: Partial<TruncatedSVDParams> = {}) {
    super({ nComponents: 2, nIter: 5, nOversamples: 10, randomState: undefined }, params);
  }

  /** @throws RangeError for more components than features */
  fit(x: MatrixLike): this {
    const { nComponents, nIter, nOversamples, randomState } = this.params;
    checkInteger(this.name, "nIter", nIter, 0);
    checkInteger(this.name, "nOversamples", nOversamples, 0);
    checkInteger(this.name, "nComponents", nComponents, 1);
    const samples = this.readFit(x);
    const most = Math.min(samples.rows, samples.columns);
    const count = Math.min(nComponents, most);
    const found = randomizedSvd(samples, count, nOversamples, nIter, randomOf(randomState));
    const components = transpose(found.v);
    settleSigns(components);
    const variances = columnVariances(project(samples, components), count);
    const whole = columnVariances(samples.data, samples.columns);
    const total = whole.reduce((sum, value) => sum + value, 0);
    const ratios = variances.map((value) => (total > 0 ? value / total : 0));
    return this.learned({ components, values: found.values, variances, ratios }, samples);
  }

  /** The samples along the components [n, components]. */
  transform(x: MatrixLike): Matrix {
    const { components } = this.fitted("transform");
    const samples = this.readMore(x);
    const data = project(samples, components);
    return new Matrix(data, samples.rows, components.rows, this.getFeatureNamesOut());
  }

  /** The samples [n, features] that such components stand for. */
  inverseTransform(x: MatrixLike): Matrix {
    const { components } = this.fitted("inverseTransform");
    const back = multiply(readMatrix(x, this.name), components);
    return new Matrix(back.data, back.rows, back.columns, this.featureNamesIn_);
  }

  /** `truncatedsvd0`, `truncatedsvd1`, …. */
  getFeatureNamesOut(): string[] {
    const { components } = this.fitted("names");
    return Array.from({ length: components.rows }, (_, i) => `truncatedsvd${i}`);
  }

  /** The right singular vectors [components, features]. */
  get components_(): Matrix {
    const { data, rows, columns } = this.fitted("components_").components;
    return new Matrix(data.slice(), rows, columns, this.featureNamesIn_);
  }

  /** The singular values, the greatest first. */
  get singularValues_(): Float64Array {
    return this.fitted("singularValues_").values.slice();
  }

  /** The variance along each component. */
  get explainedVariance_(): Float64Array {
    return this.fitted("explainedVariance_").variances.slice();
  }

  /** The part of all variance along each component. */
  get explainedVarianceRatio_(): Float64Array {
    return this.fitted("explainedVarianceRatio_").ratios.slice();
  }
}

function columnVariances(data: Float64Array, columns: number): Float64Array {
  const rows = data.length / columns;
  const means = new Float64Array(columns);
  const sums = new Float64Array(columns);
  for (let at = 0; at < data.length; at++) means[at % columns] += data[at] / rows;
  for (let at = 0; at < data.length; at++)
    sums[at % columns] += (data[at] - means[at % columns]) ** 2;
  return sums.map((sum) => sum / rows);
}

register("TruncatedSVD", TruncatedSVD);
