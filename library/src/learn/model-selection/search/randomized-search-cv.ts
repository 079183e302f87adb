import { checkInteger, type RandomState, register } from "../../base/index.ts";
import type { Distribution } from "../distributions.ts";
import type { Learner, ParamsOf, Prediction } from "../learner.ts";
import { type Candidate, ParameterSampler } from "../parameter-grid.ts";
import type { Samples } from "../samples.ts";
import {
  BaseSearchCV,
  type PredictionOf,
  searchDefaults,
  type SearchFitOptions,
  type SearchParams,
  type Trials,
} from "./base-search.ts";
import type { Tried } from "./state.ts";

/** Distributions or arrays of choices by parameter. */
export type DistributionsOf<E> = {
  readonly [K in keyof ParamsOf<E>]?: Distribution<ParamsOf<E>[K]> | readonly ParamsOf<E>[K][];
} & Readonly<Record<`${string}__${string}`, Distribution<unknown> | readonly unknown[]>>;

export interface RandomizedSearchCVParams<E extends Learner> extends SearchParams<E> {
  /** Where the parameters are drawn from: `uniform`, `logUniform`, `randint`, `choices`, or arrays. */
  paramDistributions: DistributionsOf<E> | readonly DistributionsOf<E>[];
  /** How many settings are tried. Default 10. */
  nIter: number;
  /** Makes the draws the same each time. */
  randomState: RandomState;
}

export type RandomizedSearchCVOptions<E extends Learner> = Partial<RandomizedSearchCVParams<E>> &
  Pick<RandomizedSearchCVParams<E>, "estimator" | "paramDistributions">;

/**
 * Tries settings that are drawn at random, and learns with the best.
 * Time: `nIter` × splits × one fit.
 *
 * Source: J. Bergstra and Y. Bengio, Random search for hyper-parameter optimization (2012).
 *
 * @example
 * const search = new RandomizedSearchCV({
 *   estimator: new DummyRegressor(),
 *   paramDistributions: { strategy: ["mean", "median"] },
 *   nIter: 1,
 *   cv: 2,
 *   randomState: 0,
 * }).fit([[1], [2], [3], [4]], [1, 1, 1, 9]);
 * search.candidates_.length; // 1
 */
export class RandomizedSearchCV<E extends Learner, Y = Prediction<E>> extends BaseSearchCV<
  E,
  RandomizedSearchCVParams<E>,
  Y
> {
  constructor(params: RandomizedSearchCVOptions<E>) {
    const { estimator, paramDistributions } = params;
    const own = { estimator, paramDistributions, nIter: 10, randomState: undefined };
    super({ ...searchDefaults, ...own }, params);
  }

  fit<T extends Samples>(
    x: Samples,
    y?: T,
    options: SearchFitOptions = {},
  ): RandomizedSearchCV<E, PredictionOf<E, T>> {
    checkInteger(this.name, "nIter", this.params.nIter, 1);
    return this.search(x, y, options) as unknown as RandomizedSearchCV<E, PredictionOf<E, T>>;
  }

  protected trials({ run, splits }: Trials): Tried[] {
    return run(this.#draws(), splits);
  }

  protected fitCount(splits: number): number {
    return this.#draws().length * splits;
  }

  #draws(): Candidate[] {
    const { paramDistributions, nIter, randomState } = this.params;
    const options = { nIter, ...(randomState !== undefined && { randomState }) };
    return [...new ParameterSampler(paramDistributions, options)];
  }
}

register("RandomizedSearchCV", RandomizedSearchCV);
