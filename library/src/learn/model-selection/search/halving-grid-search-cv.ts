import { checkNumber, randomOf, type RandomState, register } from "../../base/index.ts";
import { isClassifier, type Learner, type Prediction } from "../learner.ts";
import { ParameterGrid } from "../parameter-grid.ts";
import type { Samples } from "../samples.ts";
import type { Split } from "../splitter.ts";
import {
  BaseSearchCV,
  type PredictionOf,
  searchDefaults,
  type SearchFitOptions,
  type Trials,
} from "./base-search.ts";
import type { GridSearchCVParams } from "./grid-search-cv.ts";
import type { Tried } from "./state.ts";

export interface HalvingGridSearchCVParams<E extends Learner> extends GridSearchCVParams<E> {
  /** Each round keeps one in `factor` settings, and gives them `factor` times as many samples. Default 3. */
  factor: number;
  /** Samples of the first round. Default as many as let the last round use nearly all. */
  minResources: number | undefined;
  /** Makes the drawn samples the same each time. */
  randomState: RandomState;
}

export type HalvingGridSearchCVOptions<E extends Learner> = Partial<HalvingGridSearchCVParams<E>> &
  Pick<HalvingGridSearchCVParams<E>, "estimator" | "paramGrid">;

/**
 * Tries all combinations on few samples, keeps the best, and tries these on more, round after round.
 *
 * Source: K. Jamieson and A. Talwalkar, Non-stochastic best arm identification and hyperparameter
 * optimization (2016).
 *
 * Differs from scikit-learn: the resource is always the number of samples.
 *
 * @example
 * const x = Array.from({ length: 60 }, (_, i) => [i]);
 * const search = new HalvingGridSearchCV({
 *   estimator: new DummyRegressor(),
 *   paramGrid: { strategy: ["mean", "median"] },
 *   factor: 2,
 *   cv: 2,
 *   randomState: 0,
 * }).fit(x, x.map(([i]) => i ** 2));
 * search.cvResults_.column("nResources").values; // [30, 30, 60]
 */
export class HalvingGridSearchCV<E extends Learner, Y = Prediction<E>> extends BaseSearchCV<
  E,
  HalvingGridSearchCVParams<E>,
  Y
> {
  constructor(params: HalvingGridSearchCVOptions<E>) {
    const { estimator, paramGrid } = params;
    const own = {
      estimator,
      paramGrid,
      factor: 3,
      minResources: undefined,
      randomState: undefined,
    };
    super({ ...searchDefaults, ...own }, params);
  }

  fit<T extends Samples>(
    x: Samples,
    y?: T,
    options: SearchFitOptions = {},
  ): HalvingGridSearchCV<E, PredictionOf<E, T>> {
    checkNumber(this.name, "factor", this.params.factor, { above: 1 });
    return this.search(x, y, options) as unknown as HalvingGridSearchCV<E, PredictionOf<E, T>>;
  }

  protected trials({ run, splits, count, scorer }: Trials): Tried[] {
    const { factor, minResources, randomState, estimator } = this.params;
    const random = randomOf(randomState);
    let candidates = [...new ParameterGrid(this.params.paramGrid)];
    const needed = 1 + Math.floor(Math.log(candidates.length) / Math.log(factor) + 1e-9);
    const least = splits.length * 2 * (isClassifier(estimator) ? 2 : 1);
    const spread = Math.floor(count / Math.floor(factor ** (needed - 1)));
    const first = Math.min(count, minResources ?? Math.max(least, spread));
    const possible = 1 + Math.floor(Math.log(count / first) / Math.log(factor) + 1e-9);
    const all: Tried[] = [];
    for (let iteration = 0; iteration < Math.min(needed, possible); iteration++) {
      const resources = Math.min(count, Math.floor(factor ** iteration * first));
      const some = (positions: Int32Array): Int32Array =>
        Int32Array.from(
          random
            .shuffle(positions)
            .slice(0, Math.max(1, Math.floor((positions.length * resources) / count))),
        );
      const parts = splits.map(([train, test]): Split => [some(train), some(test)]);
      const tried = run(candidates, parts, { iteration, resources });
      all.push(...tried);
      const meanOf = ({ fits }: Tried): number => {
        const sum = fits.reduce((total, { test }) => total + (test.get(scorer) ?? NaN), 0);
        return Number.isNaN(sum) ? -Infinity : sum / fits.length;
      };
      const ordered = [...tried].sort((a, b) => meanOf(b) - meanOf(a) || 0);
      const kept = Math.ceil(candidates.length / factor);
      candidates = ordered.slice(0, kept).map(({ candidate }) => candidate);
    }
    return all;
  }

  protected fitCount(splits: number): number {
    const { factor } = this.params;
    let left = new ParameterGrid(this.params.paramGrid).length;
    let total = left;
    while (left >= factor) total += left = Math.ceil(left / factor);
    return total * splits;
  }
}

register("HalvingGridSearchCV", HalvingGridSearchCV);
