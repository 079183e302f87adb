import { register } from "../../base/index.ts";
import { ForestRegressor, type ForestRegressorParams } from "./forest-regressor.ts";

/**
 * A random forest: trees grown on samples drawn with replacement, whose predictions are averaged. All
 * features are looked at for each split unless `maxFeatures` says otherwise. Missing values go to the
 * side where they help most.
 *
 * Source: L. Breiman, Random Forests, Machine Learning 45 (2001).
 * Complexity: O(trees × features tried × n × depth) to fit n samples; O(trees × depth) a sample to
 * predict.
 *
 * Differs from scikit-learn: other random numbers, so single trees differ; `trees_` (flat arrays) in
 * place of `estimators_`. One output only; no sparse samples, no monotonic constraints, no warm start.
 *
 * @example
 * const forest = new RandomForestRegressor({ nEstimators: 20, randomState: 1 });
 * const y = [5, 5, 5, 9, 9, 9];
 * forest.fit([[1], [2], [3], [7], [8], [9]], y).predict([[0]])[0]; // 5
 */
export class RandomForestRegressor extends ForestRegressor {
  constructor(params: Partial<ForestRegressorParams> = {}) {
    super({}, params);
  }

  protected get randomSplits(): boolean {
    return false;
  }
}

register("RandomForestRegressor", RandomForestRegressor);
