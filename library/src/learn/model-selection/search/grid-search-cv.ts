import { register } from "../../base/index.ts";
import type { Learner, ParamsOf, Prediction } from "../learner.ts";
import { ParameterGrid } from "../parameter-grid.ts";
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

/** Values by parameter; one of an estimator inside is named with two underscores. */
export type GridOf<E> = {
  readonly [K in keyof ParamsOf<E>]?: readonly ParamsOf<E>[K][];
} & Readonly<Record<`${string}__${string}`, readonly unknown[]>>;

export interface GridSearchCVParams<E extends Learner> extends SearchParams<E> {
  /** The values to try, in all combinations; of several grids, those of each. */
  paramGrid: GridOf<E> | readonly GridOf<E>[];
}

/** `estimator` and `paramGrid` have to be given; everything else has a default. */
export type GridSearchCVOptions<E extends Learner> = Partial<GridSearchCVParams<E>> &
  Pick<GridSearchCVParams<E>, "estimator" | "paramGrid">;

/**
 * Tries all combinations of parameters by cross-validation, and learns with the best.
 * Time: settings × splits × one fit.
 *
 * @example
 * const search = new GridSearchCV({
 *   estimator: new DummyRegressor(),
 *   paramGrid: { strategy: ["mean", "median"] },
 *   scoring: "negMeanAbsoluteError",
 *   cv: 2,
 * }).fit([[1], [2], [3], [4], [5], [6]], [1, 1, 1, 9, 1, 1]);
 * search.bestParams_; // { strategy: "median" }
 * search.cvResults_.column("rankTestScore").values; // [2, 1]
 */
export class GridSearchCV<E extends Learner, Y = Prediction<E>> extends BaseSearchCV<
  E,
  GridSearchCVParams<E>,
  Y
> {
  constructor(params: GridSearchCVOptions<E>) {
    super({ ...searchDefaults, estimator: params.estimator, paramGrid: params.paramGrid }, params);
  }

  fit<T extends Samples>(
    x: Samples,
    y?: T,
    options: SearchFitOptions = {},
  ): GridSearchCV<E, PredictionOf<E, T>> {
    return this.search(x, y, options) as unknown as GridSearchCV<E, PredictionOf<E, T>>;
  }

  protected trials({ run, splits }: Trials): Tried[] {
    return run([...this.#grid()], splits);
  }

  protected fitCount(splits: number): number {
    return this.#grid().length * splits;
  }

  #grid(): ParameterGrid {
    return new ParameterGrid(this.params.paramGrid);
  }
}

register("GridSearchCV", GridSearchCV);
