import { checkChoice, Regressor, type SampleOptions, type TargetLike } from "../../base/index.ts";
import type { MatrixLike } from "../../matrix/index.ts";
import type { TreeArrays } from "../../tree/index.ts";
import { totalWeight } from "../../tree/params.ts";
import { growMembers, leavesIn, meanImportances, meanValues, outOfBagValues } from "./members.ts";
import { checkForest, forestDefaults, type ForestParams } from "./params.ts";

/** The parameters of RandomForestRegressor and ExtraTreesRegressor. */
export interface ForestRegressorParams extends ForestParams {
  /** What a split makes smaller: the variance of y, `"squaredError"`, the one that there is. */
  criterion: "squaredError";
}

interface State {
  readonly trees: readonly TreeArrays[];
  readonly outOfBag: Float64Array | undefined;
  readonly oobScore: number | undefined;
}

/** Many trees whose predictions are averaged. */
export abstract class ForestRegressor extends Regressor<ForestRegressorParams, State> {
  protected constructor(
    defaults: Partial<ForestRegressorParams>,
    params: Partial<ForestRegressorParams>,
  ) {
    super({ ...forestDefaults, criterion: "squaredError", ...defaults }, params);
  }

  /** Whether thresholds are drawn. */
  protected abstract get randomSplits(): boolean;

  protected override get allowsMissing(): boolean {
    return true;
  }

  fit(x: MatrixLike, y: TargetLike, options: SampleOptions = {}): this {
    const { criterion, oobScore } = this.params;
    checkChoice(this.name, "criterion", criterion, ["squaredError"]);
    checkForest(this.name, this.params);
    const { x: samples, y: numbers, weights } = this.readRegression(x, y, options);
    totalWeight(weights, this.name);
    const target = { x: samples, target: numbers, outputs: 1, weights, balanceDraws: false };
    const members = growMembers(this.name, this.params, criterion, this.randomSplits, target);
    const outOfBag = oobScore ? outOfBagValues(members, samples) : undefined;
    const score = outOfBag && determination(outOfBag, numbers);
    return this.learned({ trees: members.trees, outOfBag, oobScore: score }, samples);
  }

  predict(x: MatrixLike): Float64Array {
    const { trees } = this.fitted("prediction");
    return meanValues(trees, this.readMore(x));
  }

  /** The number of the leaf of each sample in each tree [n, trees]. */
  apply(x: MatrixLike): Int32Array[] {
    return leavesIn(this.fitted("leaves").trees, this.readMore(x));
  }

  /** The trees as flat arrays. */
  get trees_(): readonly TreeArrays[] {
    return this.fitted("trees_").trees;
  }

  /** How much each feature makes the trees better, as shares of the whole [features]. */
  get featureImportances_(): Float64Array {
    return meanImportances(this.fitted("featureImportances_").trees, this.nFeaturesIn_);
  }

  /** With `oobScore`: R² on samples by the trees that did not see them. */
  get oobScore_(): number | undefined {
    return this.fitted("oobScore_").oobScore;
  }

  /** With `oobScore`: the prediction of each sample by the trees that did not see it; NaN where all did. */
  get oobPrediction_(): Float64Array | undefined {
    return this.fitted("oobPrediction_").outOfBag?.slice();
  }
}

/** R² over the samples that have a prediction. */
function determination(predicted: Float64Array, actual: Float64Array): number {
  const known = actual.filter((_, i) => !Number.isNaN(predicted[i]));
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  let residual = 0;
  let spread = 0;
  for (let i = 0; i < actual.length; i++) {
    if (Number.isNaN(predicted[i])) continue;
    residual += (actual[i] - predicted[i]) ** 2;
    spread += (actual[i] - mean) ** 2;
  }
  return 1 - residual / spread;
}
