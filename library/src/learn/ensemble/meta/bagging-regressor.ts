import {
  type AnyEstimator,
  register,
  Regressor,
  type SampleOptions,
  type TargetLike,
} from "../../base/index.ts";
import { countAll, type Samples, takeSamples } from "../../model-selection/samples.ts";
import { DecisionTreeRegressor } from "../../tree/index.ts";
import {
  type Bag,
  baggingDefaults,
  type BaggingParams,
  eachMember,
  fillBag,
  leftOut,
} from "./bag.ts";
import { bagSamples } from "./features.ts";
import { readNumbered } from "./members.ts";

export type BaggingRegressorParams = BaggingParams;

interface State extends Bag {
  readonly oob: { readonly score: number; readonly prediction: Float64Array } | undefined;
}

/**
 * Copies of one regressor, each on samples (and features) drawn at random; the prediction is the mean of
 * theirs.
 *
 * Fitting takes `nEstimators` times what the regressor takes.
 *
 * Source: L. Breiman, Bagging predictors, 1996; for features T. K. Ho, The random subspace method, 1998.
 *
 * Differs from scikit-learn: other samples are drawn, so results are alike, not equal; a whole number is
 * always a count, so all samples are `"all"`, not 1; with `sampleWeight` a part of the samples is a part
 * of their number; a sample that all members drew is left out of `oobScore_`; there is no `warmStart`.
 *
 * @example
 * const bag = new BaggingRegressor({ estimator: new LinearRegression(), randomState: 1, bootstrap: false });
 * bag.fit([[0], [1], [2]], [1, 3, 5]).predict([[10]])[0].toFixed(6); // "21.000000"
 */
export class BaggingRegressor extends Regressor<BaggingRegressorParams, State> {
  constructor(params: Partial<BaggingRegressorParams> = {}) {
    super(baggingDefaults, params);
  }

  fit(x: Samples, y: TargetLike, options: SampleOptions = {}): this {
    const given = readNumbered(x, y, options, this.name);
    const estimator = this.params.estimator ?? new DecisionTreeRegressor();
    const samples = bagSamples(x, estimator, (numbers) => this.readFit(numbers));
    const read = { ...given, x: samples };
    const bag = fillBag(this.name, this.params, estimator, read);
    const { features, count } = read;
    let oob: State["oob"];
    if (this.params.oobScore) {
      const prediction = new Float64Array(count);
      const times = new Int32Array(count);
      eachMember(bag, samples, features, this.name, (member, seen, m) => {
        const places = leftOut(bag.samples[m], count);
        if (places.length === 0) return;
        const said = member.predict(takeSamples(seen, places)) as ArrayLike<number>;
        places.forEach((i, at) => {
          prediction[i] += said[at];
          times[i] += 1;
        });
      });
      for (let i = 0; i < count; i++) prediction[i] /= times[i];
      oob = { score: determined(read.y, prediction), prediction };
    }
    return this.learned({ ...bag, oob }, features);
  }

  predict(x: Samples): Float64Array {
    const state = this.fitted("prediction");
    const [estimator] = state.members;
    const samples = bagSamples(x, estimator, (numbers) => this.readMore(numbers));
    const mean = new Float64Array(countAll(this.name, x));
    const names = { columns: this.nFeaturesIn_, names: this.featureNamesIn_ };
    eachMember(state, samples, names, this.name, (member, seen) => {
      const said = member.predict(seen) as ArrayLike<number>;
      for (let i = 0; i < mean.length; i++) mean[i] += said[i] / state.members.length;
    });
    return mean;
  }

  /** The members, as they have learned. */
  get estimators_(): readonly AnyEstimator[] {
    return this.fitted("estimators_").members;
  }

  /** The samples that each member drew. */
  get estimatorsSamples_(): readonly Int32Array[] {
    return this.fitted("estimatorsSamples_").samples.map((places) => places.slice());
  }

  /** The features that each member sees. */
  get estimatorsFeatures_(): readonly Int32Array[] {
    const all = Int32Array.from({ length: this.nFeaturesIn_ }, (_, j) => j);
    return this.fitted("estimatorsFeatures_").features.map((some) => (some ?? all).slice());
  }

  /** R² on samples that members did not draw; undefined unless `oobScore`. */
  get oobScore_(): number | undefined {
    return this.fitted("oobScore_").oob?.score;
  }

  /** What these members predict [n], NaN for a sample that all drew; undefined unless `oobScore`. */
  get oobPrediction_(): Float64Array | undefined {
    return this.fitted("oobPrediction_").oob?.prediction.slice();
  }
}

function determined(y: Float64Array, predicted: Float64Array): number {
  const actual = y.filter((_, i) => !Number.isNaN(predicted[i]));
  const said = predicted.filter((value) => !Number.isNaN(value));
  const mean = actual.reduce((sum, value) => sum + value, 0) / actual.length;
  const residual = actual.reduce((sum, value, i) => sum + (value - said[i]) ** 2, 0);
  return 1 - residual / actual.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

register("BaggingRegressor", BaggingRegressor);
