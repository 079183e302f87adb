import { register } from "../../base/index.ts";
import type { Matrix } from "../../matrix/index.ts";
import { combine, type Covariance, GaussianKernel, type Hyperparameter } from "./kernel.ts";
import { ConstantKernel } from "./simple.ts";

export interface CombinedParams {
  /** The first kernel. */
  k1: GaussianKernel;
  /** The second kernel. */
  k2: GaussianKernel;
}

/** Two kernels as one. */
abstract class Combined extends GaussianKernel<CombinedParams> {
  hyperparameters(): Hyperparameter[] {
    return [...this.params.k1.hyperparameters(), ...this.params.k2.hyperparameters()];
  }

  override withTheta(theta: ArrayLike<number>): this {
    const { k1, k2 } = this.params;
    const numbers = Array.from(theta);
    const first = k1.theta().length;
    const copy = this.clone();
    return copy.setParams({
      k1: k1.withTheta(numbers.slice(0, first)),
      k2: k2.withTheta(numbers.slice(first)),
    });
  }

  override checkHyperparameters(): void {
    this.params.k1.checkHyperparameters();
    this.params.k2.checkHyperparameters();
  }
}

/**
 * The sum of two kernels: a function that is the sum of two.
 *
 * @example
 * const sum = new ConstantKernel({ constantValue: 2 }).plus(new WhiteKernel());
 * sum.diagonal(new Matrix(Float64Array.of(0, 1), 2, 1)); // [3, 3]
 */
export class Sum extends Combined {
  constructor(params: CombinedParams) {
    super({ k1: params.k1, k2: params.k2 }, params);
  }

  override toString(): string {
    return `${String(this.params.k1)} + ${String(this.params.k2)}`;
  }

  covariance(x: Matrix, gradients: boolean): Covariance {
    const a = this.params.k1.covariance(x, gradients);
    const b = this.params.k2.covariance(x, gradients);
    return { k: added(a.k, b.k), gradients: [...a.gradients, ...b.gradients] };
  }

  cross(x: Matrix, other: Matrix): Float64Array {
    return added(this.params.k1.cross(x, other), this.params.k2.cross(x, other));
  }

  diagonal(x: Matrix): Float64Array {
    return added(this.params.k1.diagonal(x), this.params.k2.diagonal(x));
  }
}

/**
 * The product of two kernels: samples are alike where both say so.
 *
 * @example
 * const product = new ConstantKernel({ constantValue: 2 }).times(new RBF());
 * product.diagonal(new Matrix(Float64Array.of(0, 1), 2, 1)); // [2, 2]
 */
export class Product extends Combined {
  constructor(params: CombinedParams) {
    super({ k1: params.k1, k2: params.k2 }, params);
  }

  override toString(): string {
    const shown = (k: GaussianKernel) => (k instanceof Sum ? `(${String(k)})` : String(k));
    return `${shown(this.params.k1)} * ${shown(this.params.k2)}`;
  }

  covariance(x: Matrix, gradients: boolean): Covariance {
    const a = this.params.k1.covariance(x, gradients);
    const b = this.params.k2.covariance(x, gradients);
    return {
      k: multiplied(a.k, b.k),
      gradients: [
        ...a.gradients.map((each) => multiplied(each, b.k)),
        ...b.gradients.map((each) => multiplied(each, a.k)),
      ],
    };
  }

  cross(x: Matrix, other: Matrix): Float64Array {
    return multiplied(this.params.k1.cross(x, other), this.params.k2.cross(x, other));
  }

  diagonal(x: Matrix): Float64Array {
    return multiplied(this.params.k1.diagonal(x), this.params.k2.diagonal(x));
  }
}

function added(a: Float64Array, b: Float64Array): Float64Array {
  const sum = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) sum[i] = a[i] + b[i];
  return sum;
}

function multiplied(a: Float64Array, b: Float64Array): Float64Array {
  const product = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) product[i] = a[i] * b[i];
  return product;
}

const kernelOf = (given: GaussianKernel | number): GaussianKernel =>
  typeof given === "number" ? new ConstantKernel({ constantValue: given }) : given;
combine.sum = (k1, k2) => new Sum({ k1, k2: kernelOf(k2) });
combine.product = (k1, k2) => new Product({ k1, k2: kernelOf(k2) });

register("Sum", Sum);
register("Product", Product);
