import {
  checkChoice,
  checkInteger,
  checkNumber,
  randomOf,
  type RandomState,
  register,
  Transformer,
} from "../base/index.ts";
import { columnMeans, multiply } from "../linalg/index.ts";
import { Matrix, type MatrixLike } from "../matrix/index.ts";
import { readMatrix } from "../matrix/index.ts";
import { project } from "./center.ts";
import { principalAxes, type SvdSolver } from "./principal-axes.ts";

export interface PCAParams {
  /**
   * How many components are kept: a whole number, or, between 0 and 1, the part of the variance that
   * they explain at least. Default undefined: min(samples, features).
   */
  nComponents: number | undefined;
  /** Scale the components to variance 1. Default false. */
  whiten: boolean;
  /**
   * `"covarianceEigh"` decomposes the covariance, quick for many samples of few features; `"full"` the
   * samples; `"randomized"` finds a few components of many features. `"auto"` takes what suits the
   * shape. Default `"auto"`.
   */
  svdSolver: SvdSolver;
  /** For `"randomized"`. */
  randomState: RandomState;
}

interface State {
  readonly components: Matrix;
  readonly means: Float64Array;
  readonly variances: Float64Array;
  readonly ratios: Float64Array;
  readonly noise: number;
  readonly samples: number;
}

/**
 * Principal component analysis: the directions along which samples vary most (Pearson, 1901). Signs are
 * settled as in scikit-learn: the value of greatest size in a component is positive. Time
 * O(n · features² + features³).
 *
 * Differs from scikit-learn: no `"arpack"` and no `"mle"`.
 *
 * @example
 * const pca = new PCA({ nComponents: 1 }).fit([[1, 2], [2, 4], [3, 6]]);
 * pca.explainedVarianceRatio_.map((ratio) => Math.round(ratio * 1e9) / 1e9); // [1]
 * pca.transform([[2, 4]]).toArray(); // [[0]]
 */
export class PCA extends Transformer<PCAParams, State> {
  constructor(params: Partial<PCAParams> = {}) {
    super(
      { nComponents: undefined, whiten: false, svdSolver: "auto", randomState: undefined },
      params,
    );
  }

  fit(x: MatrixLike): this {
    const { nComponents, svdSolver, randomState } = this.params;
    checkChoice(this.name, "svdSolver", svdSolver, [
      "auto",
      "full",
      "covarianceEigh",
      "randomized",
    ]);
    const samples = this.readFit(x);
    const most = Math.min(samples.rows, samples.columns);
    const wanted = nComponents ?? most;
    const part = wanted > 0 && wanted < 1;
    if (part) checkNumber(this.name, "nComponents", wanted, { above: 0, below: 1 });
    else checkInteger(this.name, "nComponents", wanted, 1, most);
    const solver = svdSolver === "auto" ? solverFor(samples, wanted) : svdSolver;
    if (part && solver === "randomized")
      throw new RangeError(
        `${this.name}: nComponents as a part of the variance (${wanted}) needs svdSolver "full" or "covarianceEigh".`,
      );
    const means = columnMeans(samples);
    const random = randomOf(randomState);
    const axes = principalAxes(samples, means, solver, wanted, random);
    const { total } = axes;
    const ratios = axes.variances.map((value) => (total > 0 ? value / total : 0));
    const count = part ? enough(ratios, wanted) : wanted;
    const variances = axes.variances.slice(0, count);
    const kept = variances.reduce((sum, value) => sum + value, 0);
    return this.learned(
      {
        components: axes.components.take(Array.from({ length: count }, (_, i) => i)),
        means,
        variances,
        ratios: ratios.slice(0, count),
        noise: count < most ? Math.max(total - kept, 0) / (most - count) : 0,
        samples: samples.rows,
      },
      samples,
    );
  }

  /** The samples along the components [n, components]. */
  transform(x: MatrixLike): Matrix {
    const { components, means } = this.fitted("transform");
    const samples = this.readMore(x);
    const data = project(samples, components, means);
    const count = components.rows;
    if (this.params.whiten) {
      const scales = this.#scales();
      for (let at = 0; at < data.length; at++) data[at] /= scales[at % count];
    }
    return new Matrix(data, samples.rows, count, this.getFeatureNamesOut());
  }

  /** The samples [n, features] that such components stand for. */
  inverseTransform(x: MatrixLike): Matrix {
    const { components, means } = this.fitted("inverseTransform");
    const given = readMatrix(x, this.name);
    if (given.columns !== components.rows)
      throw new RangeError(
        `This ${this.name} has ${components.rows} components; it received ${given.columns}.`,
      );
    const scales = this.#scales();
    const scaled = this.params.whiten
      ? given.data.map((value, at) => value * scales[at % components.rows])
      : given.data;
    const back = multiply(new Matrix(scaled, given.rows, given.columns), components);
    const { columns } = components;
    const data = back.data.map((value, at) => value + means[at % columns]);
    return new Matrix(data, given.rows, columns, this.featureNamesIn_);
  }

  /** `pca0`, `pca1`, …. */
  getFeatureNamesOut(): string[] {
    const { components } = this.fitted("names");
    return Array.from({ length: components.rows }, (_, i) => `pca${i}`);
  }

  /** The directions [components, features], that of the greatest variance first. */
  get components_(): Matrix {
    const { data, rows, columns } = this.fitted("components_").components;
    return new Matrix(data.slice(), rows, columns, this.featureNamesIn_);
  }

  /** The variance along each component. */
  get explainedVariance_(): Float64Array {
    return this.fitted("explainedVariance_").variances.slice();
  }

  /** The part of all variance along each component. */
  get explainedVarianceRatio_(): Float64Array {
    return this.fitted("explainedVarianceRatio_").ratios.slice();
  }

  /** The singular value of each component. */
  get singularValues_(): Float64Array {
    const { variances, samples } = this.fitted("singularValues_");
    return variances.map((value) => Math.sqrt(value * (samples - 1)));
  }

  /** The mean of each feature. */
  get mean_(): Float64Array {
    return this.fitted("mean_").means.slice();
  }

  /** The number of components kept. */
  get nComponents_(): number {
    return this.fitted("nComponents_").components.rows;
  }

  /** The mean variance along the directions left out. */
  get noiseVariance_(): number {
    return this.fitted("noiseVariance_").noise;
  }

  #scales(): Float64Array {
    // As in scikit-learn, a component without variance is not blown up.
    return this.fitted().variances.map((value) =>
      Math.sqrt(value) > Number.EPSILON ? Math.sqrt(value) : Number.EPSILON,
    );
  }
}

/** As scikit-learn chooses. */
function solverFor(x: Matrix, wanted: number): Exclude<SvdSolver, "auto"> {
  const { rows, columns } = x;
  if (columns <= 1000 && rows >= 10 * columns) return "covarianceEigh";
  if (Math.max(rows, columns) <= 500) return "full";
  return wanted >= 1 && wanted < 0.8 * Math.min(rows, columns) ? "randomized" : "full";
}

/** How many ratios add up to more than the part. */
function enough(ratios: Float64Array, part: number): number {
  let sum = 0;
  for (let i = 0; i < ratios.length; i++) {
    sum += ratios[i];
    if (sum > part) return i + 1;
  }
  return ratios.length;
}

register("PCA", PCA);
