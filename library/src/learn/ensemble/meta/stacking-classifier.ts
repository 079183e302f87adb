import {
  type AnyEstimator,
  checkChoice,
  type ClassifierState,
  codeLabels,
  codesAmong,
  type Label,
  type LabelsLike,
  register,
  type SampleOptions,
} from "../../base/index.ts";
import { replaceSteps } from "../../compose/names.ts";
import { LogisticRegression } from "../../linear/index.ts";
import { Matrix, type MatrixLike } from "../../matrix/index.ts";
import type { Called } from "../../model-selection/learner.ts";
import type { Samples } from "../../model-selection/samples.ts";
import { memberNamed, readLabelled } from "./members.ts";
import { chancesOf } from "./probabilities.ts";
import { checkClasses, SamplesClassifier } from "./samples-classifier.ts";
import { type Asked, learnStack, type Stack, type StackingParams, throughStack } from "./stack.ts";

export interface StackingClassifierParams extends StackingParams {
  /**
   * What is asked of each member. Default `"auto"`: probabilities, else the decision function, else
   * labels.
   */
  stackMethod: "auto" | Asked;
}

type State = ClassifierState & Stack;

/**
 * Classifiers whose probabilities a final classifier learns to combine. It learns from predictions for
 * samples that were left out (cross-validation), so a member that overfits is not trusted too much.
 *
 * Samples go to the members as they were given, so pipelines find a frame's columns. Of two classes only
 * the second one's probability is kept. Parameters of a member are set by
 * `setParams({ name__param: value })`. Fitting takes what all members take, once for all samples and once
 * for each split.
 *
 * Source: D. H. Wolpert, Stacked generalization, 1992.
 *
 * Differs from scikit-learn: `cv` takes no `"prefit"`; there is no `decisionFunction`.
 *
 * @example
 * const stack = new StackingClassifier({
 *   estimators: [["near", new KNeighborsClassifier({ nNeighbors: 1 })], ["bayes", new GaussianNB()]],
 *   cv: 2,
 * });
 * stack.fit([[1], [2], [8], [9]], ["low", "low", "high", "high"]).predict([[0], [10]]); // ["low", "high"]
 */
export class StackingClassifier<L extends Label = Label> extends SamplesClassifier<
  L,
  StackingClassifierParams,
  State
> {
  constructor(params: Partial<StackingClassifierParams> = {}) {
    super(
      {
        ...{ estimators: [], finalEstimator: undefined, cv: undefined },
        ...{ passthrough: false, stackMethod: "auto" },
      },
      params,
    );
  }

  override setParams(
    given: Partial<StackingClassifierParams> | Readonly<Record<string, unknown>>,
  ): this {
    return super.setParams(replaceSteps(this.params.estimators, given, "estimators"));
  }

  protected override inner(name: string): AnyEstimator | undefined {
    return memberNamed(this.params.estimators, name) ?? super.inner(name);
  }

  fit<M extends Label>(
    x: Samples,
    y: LabelsLike<M>,
    options: SampleOptions = {},
  ): StackingClassifier<M> {
    const { stackMethod, finalEstimator } = this.params;
    const methods = ["auto", "predictProba", "decisionFunction", "predict"];
    checkChoice(this.name, "stackMethod", stackMethod, methods);
    const read = readLabelled(x, y, options, this.name);
    const { classes } = codeLabels(read.y);
    checkClasses(classes, this.name);
    const stack = learnStack(
      {
        of: this,
        params: this.params,
        final: finalEstimator ?? new LogisticRegression(),
        asked: (member) => askedOf(member, stackMethod, this.name),
        columns: columnsFor(classes, this.name),
      },
      read,
    );
    this.learned({ classes, ...stack }, read.features);
    return this as unknown as StackingClassifier<M>;
  }

  /** The final classifier's probabilities [n, classes]. @throws TypeError where it has none */
  predictProba(x: Samples): Matrix {
    const { final } = this.fitted("probabilities");
    return chancesOf(final as Called, this.transform(x), this.name, "Give another finalEstimator.");
  }

  /** What the final classifier sees; with `passthrough`, the features follow. */
  transform(x: Samples): Matrix {
    const state = this.fitted("transform");
    const features = state.passthrough ? this.readMore(x as MatrixLike) : undefined;
    return throughStack(state, x, features, columnsFor(state.classes, this.name), this.name);
  }

  /** The names of the columns that `transform` gives. */
  getFeatureNamesOut(): string[] {
    return [...this.fitted("names").names];
  }

  /** The classifiers, as they have learned from all samples. */
  get estimators_(): readonly AnyEstimator[] {
    return this.fitted("estimators_").members.map(([, member]) => member);
  }

  /** The classifiers by their names. */
  get namedEstimators_(): Readonly<Record<string, AnyEstimator>> {
    return Object.fromEntries(this.fitted("namedEstimators_").members);
  }

  /** What combines their predictions. */
  get finalEstimator_(): AnyEstimator {
    return this.fitted("finalEstimator_").final;
  }

  /** What each classifier is asked. */
  get stackMethod_(): readonly Asked[] {
    return this.fitted("stackMethod_").asked;
  }

  protected choose(x: Samples): ArrayLike<number> {
    const { final, classes } = this.fitted("prediction");
    const predicted = (final as Called).predict(this.transform(x));
    return codesAmong(Array.from(predicted), classes, this.name);
  }
}

function askedOf(member: Called, method: "auto" | Asked, who: string): Asked {
  const order = ["predictProba", "decisionFunction", "predict"] as const;
  const found = method === "auto" ? order.find((one) => typeof member[one] === "function") : method;
  if (found !== undefined && typeof member[found] === "function") return found;
  throw new TypeError(
    `${who}: ${member.name} has no ${method}; stackMethod "auto" takes what is there.`,
  );
}

/** Probabilities, of two classes the second one's; decisions; labels by their places. */
function columnsFor(classes: readonly Label[], who: string) {
  return (said: unknown, name: string): Matrix => {
    if (said instanceof Matrix) {
      const binary = said.columns === 2 && classes.length === 2;
      const kept = binary ? said.takeColumns([1]) : said;
      const { data, rows, columns } = kept;
      const names = columns === 1 ? [name] : kept.featureNames().map((one) => `${name}_${one}`);
      return new Matrix(data, rows, columns, names);
    }
    const numbers = ArrayBuffer.isView(said) ? said : codesAmong(said as Label[], classes, who);
    const data = Float64Array.from(numbers as Float64Array);
    return new Matrix(data, data.length, 1, [name]);
  };
}

register("StackingClassifier", StackingClassifier);
