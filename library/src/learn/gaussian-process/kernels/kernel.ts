import { checkNumber, Estimator } from "../../base/index.ts";
import type { Matrix } from "../../matrix/index.ts";

/** Between which values a hyperparameter is looked for; `"fixed"` leaves it as it is. */
export type Bounds = readonly [number, number] | "fixed";

/** Where hyperparameters are looked for unless said otherwise. */
export const wide: Bounds = [1e-5, 1e5];

/** A hyperparameter: its values, all above 0, and their bounds. */
export interface Hyperparameter {
  readonly name: string;
  readonly values: readonly number[];
  readonly bounds: Bounds;
}

/** Covariances between samples [n, n], and their derivatives by the logarithm of each free number. */
export interface Covariance {
  readonly k: Float64Array;
  readonly gradients: readonly Float64Array[];
}

/** Makes sums and products; set by the module that has these kernels, which are made of this class. */
export const combine: {
  sum(a: GaussianKernel, b: GaussianKernel | number): GaussianKernel;
  product(a: GaussianKernel, b: GaussianKernel | number): GaussianKernel;
} = { sum: (a) => a, product: (a) => a };

/**
 * How alike two samples are, as a covariance. Kernels are added and multiplied: `a.plus(b)`,
 * `a.times(2)`. Their free hyperparameters, as logarithms, are `theta`.
 */
export abstract class GaussianKernel<P extends object = object> extends Estimator<P, object> {
  /** The hyperparameters, in scikit-learn's order. */
  abstract hyperparameters(): Hyperparameter[];

  /** Covariances of samples among each other; with derivatives if asked for. */
  abstract covariance(x: Matrix, gradients: boolean): Covariance;

  /** Covariances between samples and others [n, m]. */
  abstract cross(x: Matrix, other: Matrix): Float64Array;

  /** The variance of each sample [n]. */
  abstract diagonal(x: Matrix): Float64Array;

  /** The sum with another kernel; a number is a constant kernel. */
  plus(other: GaussianKernel | number): GaussianKernel {
    return combine.sum(this, other);
  }

  /** The product with another kernel; a number is a constant kernel. */
  times(other: GaussianKernel | number): GaussianKernel {
    return combine.product(this, other);
  }

  /** This kernel with other values of its free hyperparameters. */
  withTheta(theta: ArrayLike<number>): this {
    const copy = this.clone();
    const changed: Record<string, unknown> = {};
    let at = 0;
    for (const { name, values, bounds } of this.hyperparameters()) {
      if (bounds === "fixed") continue;
      const next = values.map(() => Math.exp(theta[at++]));
      const before = (this.params as Record<string, unknown>)[name];
      changed[name] = typeof before === "number" ? next[0] : next;
    }
    return copy.setParams(changed);
  }

  /** The logarithms of the free hyperparameters. */
  theta(): Float64Array {
    const free = this.hyperparameters().filter(({ bounds }) => bounds !== "fixed");
    return Float64Array.from(free.flatMap(({ values }) => values.map(Math.log)));
  }

  /** The logarithms of their bounds. */
  thetaBounds(): [number, number][] {
    return this.hyperparameters().flatMap(({ values, bounds }) =>
      bounds === "fixed"
        ? []
        : values.map((): [number, number] => [Math.log(bounds[0]), Math.log(bounds[1])]),
    );
  }

  /** @throws RangeError for values that are not above 0, and bounds that are none */
  checkHyperparameters(): void {
    for (const { name, values, bounds } of this.hyperparameters()) {
      for (const value of values) checkNumber(this.name, name, value, { above: 0 });
      if (bounds === "fixed") continue;
      const [low, high] = Array.isArray(bounds) ? (bounds as readonly number[]) : [];
      if (low > 0 && high >= low && high < Infinity) continue;
      throw new RangeError(
        `${this.name}: ${name}Bounds must be "fixed" or two numbers above 0, the lower first; they are ${JSON.stringify(bounds)}.`,
      );
    }
  }

  /** Whether gradients by a hyperparameter are needed. */
  protected free(name: string): boolean {
    return this.hyperparameters().some((one) => one.name === name && one.bounds !== "fixed");
  }
}
