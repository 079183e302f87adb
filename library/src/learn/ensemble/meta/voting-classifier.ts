import {
  type AnyEstimator,
  argMaxRows,
  checkChoice,
  type ClassifierState,
  codeLabels,
  type Label,
  type LabelsLike,
  register,
  type SampleOptions,
} from "../../base/index.ts";
import { replaceSteps } from "../../compose/names.ts";
import { Matrix } from "../../matrix/index.ts";
import { fitOn } from "../../model-selection/fit-and-score.ts";
import type { Called } from "../../model-selection/learner.ts";
import { countAll, type Samples } from "../../model-selection/samples.ts";
import {
  freshMembers,
  memberNamed,
  type NamedEstimators,
  type NamedMember,
  readLabelled,
} from "./members.ts";
import { addChances, addVotes, chancesOf } from "./probabilities.ts";
import { checkClasses, SamplesClassifier } from "./samples-classifier.ts";
import { votingWeights } from "./voting-weights.ts";

export interface VotingClassifierParams {
  /** Classifiers by name; `"drop"` leaves one out. They stay as they are. */
  estimators: NamedEstimators;
  /** Count the labels that are predicted (`"hard"`), or add up probabilities (`"soft"`). Default `"hard"`. */
  voting: "hard" | "soft";
  /** What each classifier's vote weighs, one number each; default all 1. */
  weights: ArrayLike<number> | undefined;
}

interface State extends ClassifierState {
  readonly members: readonly NamedMember[];
  readonly weights: Float64Array;
  readonly voting: "hard" | "soft";
}

/**
 * Different classifiers that learn from the same samples and vote. Of labels with as many votes the
 * first of `classes_` wins.
 *
 * Samples go to the classifiers as they were given, so pipelines find a frame's columns. Parameters of
 * one are set by `setParams({ name__param: value })`, one is exchanged by `setParams({ name: estimator })`.
 * Fitting takes what all classifiers take together.
 *
 * Source: L. Kuncheva, Combining Pattern Classifiers, 2004.
 *
 * Differs from scikit-learn: there is no `transform`.
 *
 * @example
 * const vote = new VotingClassifier({
 *   estimators: [["near", new KNeighborsClassifier({ nNeighbors: 1 })], ["tree", new DecisionTreeClassifier()]],
 *   voting: "soft",
 * });
 * vote.fit([[1], [2], [8], [9]], ["low", "low", "high", "high"]).predict([[0], [10]]); // ["low", "high"]
 * vote.predictProba([[0]]).toArray(); // [[0, 1]]
 */
export class VotingClassifier<L extends Label = Label> extends SamplesClassifier<
  L,
  VotingClassifierParams,
  State
> {
  constructor(params: Partial<VotingClassifierParams> = {}) {
    super({ estimators: [], voting: "hard", weights: undefined }, params);
  }

  override setParams(
    given: Partial<VotingClassifierParams> | Readonly<Record<string, unknown>>,
  ): this {
    return super.setParams(replaceSteps(this.params.estimators, given, "estimators"));
  }

  protected override inner(name: string): AnyEstimator | undefined {
    return memberNamed(this.params.estimators, name);
  }

  fit<M extends Label>(
    x: Samples,
    y: LabelsLike<M>,
    options: SampleOptions = {},
  ): VotingClassifier<M> {
    const { estimators, voting } = this.params;
    checkChoice(this.name, "voting", voting, ["hard", "soft"]);
    const members = freshMembers(estimators, this.name);
    const weights = votingWeights(this.params.weights, estimators, this.name);
    const read = readLabelled(x, y, options, this.name);
    const { classes } = codeLabels(read.y);
    checkClasses(classes, this.name);
    for (const [, member] of members) fitOn(member, x, read.y, read.weights);
    this.learned({ classes, members, weights, voting }, read.features);
    return this as unknown as VotingClassifier<M>;
  }

  /**
   * The mean of the classifiers' probabilities [n, classes], by their weights.
   *
   * @throws TypeError for hard voting, and for a classifier that gives no probabilities
   */
  predictProba(x: Samples): Matrix {
    const { voting } = this.fitted("probabilities");
    if (voting === "soft") return this.#sums(x);
    throw new TypeError(`${this.name} has no probabilities: voting is "hard". Set voting: "soft".`);
  }

  /** The classifiers, as they have learned. */
  get estimators_(): readonly AnyEstimator[] {
    return this.fitted("estimators_").members.map(([, member]) => member);
  }

  /** The classifiers by their names. */
  get namedEstimators_(): Readonly<Record<string, AnyEstimator>> {
    return Object.fromEntries(this.fitted("namedEstimators_").members);
  }

  protected choose(x: Samples): ArrayLike<number> {
    return argMaxRows(this.#sums(x));
  }

  #sums(x: Samples): Matrix {
    const { classes, members, weights, voting } = this.fitted("votes");
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const sums = Matrix.zeros(countAll(this.name, x), classes.length, classes.map(String));
    members.forEach(([, one], m) => {
      const member = one as Called;
      if (voting === "hard") return addVotes(sums, member.predict(x), classes, weights[m]);
      const chances = chancesOf(member, x, this.name, 'Leave it out, or set voting: "hard".');
      addChances(sums, chances, member.classes_ ?? classes, classes, weights[m] / total);
    });
    return sums;
  }
}

register("VotingClassifier", VotingClassifier);
