import { register } from "../../base/index.ts";
import { ForestRegressor, type ForestRegressorParams } from "./forest-regressor.ts";

/**
 * Extremely randomised trees: each threshold is drawn at random, each tree sees all samples, and their
 * predictions are averaged.
 *
 * Source: P. Geurts, D. Ernst, L. Wehenkel, Extremely randomized trees, Machine Learning 63 (2006).
 * Complexity: O(trees × features tried × n × depth) to fit n samples; O(trees × depth) a sample to
 * predict.
 *
 * Differs from scikit-learn: other random numbers, so single trees differ; `trees_` (flat arrays) in
 * place of `estimators_`. One output only; no sparse samples, no monotonic constraints, no warm start.
 *
 * @example
 * const forest = new ExtraTreesRegressor({ nEstimators: 20, randomState: 1 });
 * const y = [5, 5, 5, 9, 9, 9];
 * forest.fit([[1], [2], [3], [7], [8], [9]], y).predict([[0]])[0]; // 5
 */
export class ExtraTreesRegressor extends ForestRegressor {
  constructor(params: Partial<ForestRegressorParams> = {}) {
    super({ bootstrap: false }, params);
  }

  protected get randomSplits(): boolean {
    return true;
  }
}

register("ExtraTreesRegressor", ExtraTreesRegressor);
