import { type Label, type LabelsLike, register, type SampleOptions } from "../../base/index.ts";
import type { MatrixLike } from "../../matrix/index.ts";
import { ForestClassifier, type ForestClassifierParams } from "./forest-classifier.ts";

/**
 * A random forest: trees grown on samples drawn with replacement, which at each split look at a few
 * features drawn at random; their probabilities are averaged. Missing values go to the side where they
 * help most.
 *
 * Source: L. Breiman, Random Forests, Machine Learning 45 (2001).
 * Complexity: O(trees × features tried × n × depth) to fit n samples; O(trees × depth) a sample to
 * predict.
 *
 * Differs from scikit-learn: other random numbers, so single trees differ; `trees_` (flat arrays) in
 * place of `estimators_`. One output only; no sparse samples, no monotonic constraints, no warm start.
 *
 * @example
 * const forest = new RandomForestClassifier({ nEstimators: 20, randomState: 1 });
 * forest.fit([[1], [2], [3], [7], [8], [9]], ["low", "low", "low", "high", "high", "high"]);
 * forest.predict([[0], [10]]); // ["low", "high"]
 */
export class RandomForestClassifier<L extends Label = Label> extends ForestClassifier<L> {
  constructor(params: Partial<ForestClassifierParams> = {}) {
    super({}, params);
  }

  protected get randomSplits(): boolean {
    return false;
  }

  override fit<M extends Label>(
    x: MatrixLike,
    y: LabelsLike<M>,
    options: SampleOptions = {},
  ): RandomForestClassifier<M> {
    super.fit(x, y, options);
    return this as unknown as RandomForestClassifier<M>;
  }
}

register("RandomForestClassifier", RandomForestClassifier);
