import { type Label, type LabelsLike, register, type SampleOptions } from "../../base/index.ts";
import type { MatrixLike } from "../../matrix/index.ts";
import { ForestClassifier, type ForestClassifierParams } from "./forest-classifier.ts";

/**
 * Extremely randomised trees: as a random forest, but each threshold is drawn at random too, and each
 * tree sees all samples. Their probabilities are averaged.
 *
 * Source: P. Geurts, D. Ernst, L. Wehenkel, Extremely randomized trees, Machine Learning 63 (2006).
 * Complexity: O(trees × features tried × n × depth) to fit n samples; O(trees × depth) a sample to
 * predict.
 *
 * Differs from scikit-learn: other random numbers, so single trees differ; `trees_` (flat arrays) in
 * place of `estimators_`. One output only; no sparse samples, no monotonic constraints, no warm start.
 *
 * @example
 * const forest = new ExtraTreesClassifier({ nEstimators: 20, randomState: 1 });
 * forest.fit([[1], [2], [3], [7], [8], [9]], ["low", "low", "low", "high", "high", "high"]);
 * forest.predict([[0], [10]]); // ["low", "high"]
 */
export class ExtraTreesClassifier<L extends Label = Label> extends ForestClassifier<L> {
  constructor(params: Partial<ForestClassifierParams> = {}) {
    super({ bootstrap: false }, params);
  }

  protected get randomSplits(): boolean {
    return true;
  }

  override fit<M extends Label>(
    x: MatrixLike,
    y: LabelsLike<M>,
    options: SampleOptions = {},
  ): ExtraTreesClassifier<M> {
    super.fit(x, y, options);
    return this as unknown as ExtraTreesClassifier<M>;
  }
}

register("ExtraTreesClassifier", ExtraTreesClassifier);
