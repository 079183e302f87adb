import {
  type AnyEstimator,
  argMaxRows,
  type ClassifierState,
  codeLabels,
  type Label,
  type LabelsLike,
  register,
  type SampleOptions,
} from "../../base/index.ts";
import { Matrix } from "../../matrix/index.ts";
import { countAll, type Samples, takeSamples } from "../../model-selection/samples.ts";
import { DecisionTreeClassifier } from "../../tree/index.ts";
import {
  type Bag,
  baggingDefaults,
  type BaggingParams,
  eachMember,
  fillBag,
  leftOut,
} from "./bag.ts";
import { bagSamples } from "./features.ts";
import { readLabelled } from "./members.ts";
import { addChances, addVotes } from "./probabilities.ts";
import { checkClasses, SamplesClassifier } from "./samples-classifier.ts";

export type BaggingClassifierParams = BaggingParams;

interface State extends ClassifierState, Bag {
  readonly oob: { readonly score: number; readonly chances: Matrix } | undefined;
}

/**
 * Copies of one classifier, each on samples (and features) drawn at random; the mean of their
 * probabilities decides, or their votes where they have none.
 *
 * Fitting takes `nEstimators` times what the classifier takes.
 *
 * Source: L. Breiman, Bagging predictors, 1996; for features T. K. Ho, The random subspace method, 1998.
 *
 * Differs from scikit-learn: other samples are drawn, so results are alike, not equal; a whole number is
 * always a count, so all samples are `"all"`, not 1; with `sampleWeight` a part of the samples is a part
 * of their number; there is no `decisionFunction` and no `warmStart`.
 *
 * @example
 * const bag = new BaggingClassifier({ estimator: new GaussianNB(), randomState: 1, bootstrap: false });
 * bag.fit([[1], [2], [8], [9]], ["low", "low", "high", "high"]).predict([[0], [10]]); // ["low", "high"]
 */
export class BaggingClassifier<L extends Label = Label> extends SamplesClassifier<
  L,
  BaggingClassifierParams,
  State
> {
  constructor(params: Partial<BaggingClassifierParams> = {}) {
    super(baggingDefaults, params);
  }

  fit<M extends Label>(
    x: Samples,
    y: LabelsLike<M>,
    options: SampleOptions = {},
  ): BaggingClassifier<M> {
    const given = readLabelled(x, y, options, this.name);
    const { classes, codes } = codeLabels(given.y);
    checkClasses(classes, this.name);
    const estimator = this.params.estimator ?? new DecisionTreeClassifier();
    const samples = bagSamples(x, estimator, (numbers) => this.readFit(numbers));
    const read = { ...given, x: samples };
    const bag = fillBag(this.name, this.params, estimator, read);
    const { features, count } = read;
    let oob: State["oob"];
    if (this.params.oobScore) {
      const sums = Matrix.zeros(count, classes.length, classes.map(String));
      eachMember(bag, samples, features, this.name, (member, seen, m) => {
        const places = leftOut(bag.samples[m], count);
        if (places.length === 0) return;
        const part = Matrix.zeros(places.length, classes.length);
        addSaid(part, member, takeSamples(seen, places), classes);
        places.forEach((i, at) => part.row(at).forEach((p, k) => (sums.row(i)[k] += p)));
      });
      const score = argMaxRows(sums).filter((code, i) => code === codes[i]).length / count;
      oob = { score, chances: normed(sums) };
    }
    this.learned({ classes, ...bag, oob }, features);
    return this as unknown as BaggingClassifier<M>;
  }

  /** The mean of the members' probabilities [n, classes], or the part of their votes. */
  predictProba(x: Samples): Matrix {
    const state = this.fitted("probabilities");
    const { classes, members } = state;
    const estimator = members[0];
    const samples = bagSamples(x, estimator, (numbers) => this.readMore(numbers));
    const sums = Matrix.zeros(countAll(this.name, x), classes.length, classes.map(String));
    const names = { columns: this.nFeaturesIn_, names: this.featureNamesIn_ };
    eachMember(state, samples, names, this.name, (member, seen) =>
      addSaid(sums, member, seen, classes),
    );
    return normed(sums);
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

  /** Accuracy on samples that members did not draw; undefined unless `oobScore`. */
  get oobScore_(): number | undefined {
    return this.fitted("oobScore_").oob?.score;
  }

  /** Their probabilities [n, classes], NaN for a sample that all drew; undefined unless `oobScore`. */
  get oobDecisionFunction_(): Matrix | undefined {
    return this.fitted("oobDecisionFunction_").oob?.chances;
  }

  protected choose(x: Samples): ArrayLike<number> {
    return argMaxRows(this.predictProba(x));
  }
}

function addSaid(
  sums: Matrix,
  member: Parameters<Parameters<typeof eachMember>[4]>[0],
  x: Samples,
  classes: readonly Label[],
): void {
  const chances = member.predictProba?.(x);
  if (chances instanceof Matrix) {
    addChances(sums, chances, member.classes_ ?? classes, classes, 1);
  } else addVotes(sums, member.predict(x), classes, 1);
}

function normed(sums: Matrix): Matrix {
  const data = sums.data.slice();
  for (let from = 0; from < data.length; from += sums.columns) {
    const row = data.subarray(from, from + sums.columns);
    const total = row.reduce((sum, value) => sum + value, 0);
    for (let k = 0; k < row.length; k++) row[k] /= total;
  }
  return new Matrix(data, sums.rows, sums.columns, sums.names);
}

register("BaggingClassifier", BaggingClassifier);
