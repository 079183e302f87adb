import {
  type AnyEstimator,
  type AnyTarget,
  type Delegating,
  Estimator,
  type Label,
  type LabelsLike,
  register,
  type SampleOptions,
} from "../base/index.ts";
import type { MimeBundle } from "../../host/index.ts";
import { jupyterDisplay } from "../../host/index.ts";
import type { Matrix } from "../matrix/index.ts";
import { type Diagrammed, diagramBundle, type DiagramNode } from "./diagram.ts";
import { checkStepNames, replaceSteps } from "./names.ts";
import {
  checkTransforms,
  fitTransformPart,
  type Output,
  type Part,
  type Samples,
  transformPart,
} from "./step.ts";
import type { Method, Prediction, Transformed } from "./types.ts";

/** A name and an estimator; `"passthrough"` leaves the samples as they are. */
export type Step = readonly [name: string, estimator: AnyEstimator | "passthrough"];

/** Steps of which the last is an `E`. */
export type Steps<E> = readonly [...Step[], readonly [string, E]] | readonly Step[];

export interface PipelineParams<E = AnyEstimator> {
  /** Transformers by name, the last of which may be a model. */
  steps: Steps<E>;
}

interface State {
  readonly steps: readonly Step[];
}

/**
 * Transformers and a last estimator that work as one: what one step gives is what the next one takes.
 * It has the methods of its last step (`predict`, `predictProba`, `transform`, …) and no others.
 *
 * `fit` learns on copies of the steps; `namedSteps` and `finalEstimator` give them. The options of
 * `fit`, as `sampleWeight`, go to the last step. Parameters of a step are set by
 * `setParams({ step__param: value })`, a step is exchanged by `setParams({ step: estimator })`.
 *
 * Differs from scikit-learn: the estimators that were handed in stay as they are; there is no `memory`.
 *
 * @typeParam E - the last step
 * @typeParam L - the labels' type, for a classifier
 *
 * @example
 * const pipe = new Pipeline([["scale", new StandardScaler()], ["model", new DummyClassifier()]]);
 * pipe.fit([[1], [2], [3]], ["no", "yes", "no"]).predict([[2]]); // ["no"]
 * pipe.setParams({ scale__withMean: false }).getParams().steps[0][1].getParams().withMean; // false
 */
export class Pipeline<E = AnyEstimator, L extends Label = Label>
  extends Estimator<PipelineParams<E>, State>
  implements Delegating, Diagrammed
{
  constructor(given: Steps<E> | Partial<PipelineParams<E>> = {}) {
    const params = Array.isArray(given) ? { steps: given as Steps<E> } : given;
    super({ steps: [] }, params as Partial<PipelineParams<E>>);
  }

  override setParams(given: Partial<PipelineParams<E>> | Readonly<Record<string, unknown>>): this {
    return super.setParams(replaceSteps(this.params.steps as readonly Step[], given, "steps"));
  }

  protected override inner(name: string): AnyEstimator | undefined {
    const found = (this.params.steps as readonly Step[]).find(([step]) => step === name)?.[1];
    return found instanceof Estimator ? found : undefined;
  }

  /** Learns step by step: each transformer from what the one before gives. */
  fit<M extends Label>(
    x: Samples,
    y?: LabelsLike<M> | AnyTarget,
    options?: SampleOptions,
  ): Pipeline<E, M> {
    const steps = this.#fresh();
    let samples: Samples = x;
    steps.forEach(([, step], at) => {
      if (step === "passthrough") return;
      const part = step as Part;
      if (at === steps.length - 1) part.fit(samples, y, options);
      else samples = fitTransformPart(part, samples, y);
    });
    return this.#finish(steps) as unknown as Pipeline<E, M>;
  }

  /** Learns, and gives what the last step gives for the same samples. */
  fitTransform(x: Samples, y?: AnyTarget): Transformed<E> {
    const steps = this.#fresh();
    let samples: Output | Samples = x;
    for (const [name, step] of steps) {
      if (step === "passthrough") continue;
      checkTransforms(step, `step "${name}"`, this.name);
      samples = fitTransformPart(step as Part, samples, y);
    }
    this.#finish(steps);
    return samples as Transformed<E>;
  }

  /** Learns, and gives what the last step predicts for the same samples. */
  fitPredict(x: Samples, y?: AnyTarget): Prediction<E, L> {
    this.fit(x, y);
    const last = this.finalEstimator as unknown as { readonly labels_?: Prediction<E, L> };
    return typeof this.predict === "function" ? this.predict(x) : last.labels_!;
  }

  /** The label or number of each sample; there where the last step predicts. */
  get predict(): (x: Samples) => Prediction<E, L> {
    return this.#through("predict") as never;
  }

  /** The probability of each class [n, classes]; there where the last step gives them. */
  get predictProba(): Method<E, "predictProba", (x: Samples) => Matrix> {
    return this.#through("predictProba") as never;
  }

  /** How clear the decision is; there where the last step says it. */
  get decisionFunction(): Method<E, "decisionFunction", (x: Samples) => Float64Array | Matrix> {
    return this.#through("decisionFunction") as never;
  }

  /** The samples through all steps; there where the last step transforms. */
  get transform(): Method<E, "transform", (x: Samples) => Transformed<E>> {
    return this.#through("transform") as never;
  }

  /** The last step's score of the samples. */
  get score(): Method<
    E,
    "score",
    (x: Samples, y?: LabelsLike<Label> | AnyTarget, options?: SampleOptions) => number
  > {
    return this.#through("score") as never;
  }

  /** The labels, sorted; undefined where the last step has none. */
  get classes_(): L[] {
    this.fitted("classes_");
    return (this.finalEstimator as unknown as { readonly classes_: L[] }).classes_;
  }

  /** The steps, as they have learned where they have. */
  get steps(): readonly Step[] {
    return this.isFitted ? this.fitted().steps : (this.params.steps as readonly Step[]);
  }

  /** The steps by their names, as they have learned where they have. */
  get namedSteps(): Readonly<Record<string, AnyEstimator>> {
    return Object.fromEntries(this.steps.filter(([, step]) => step !== "passthrough")) as never;
  }

  /** The last step, as it has learned where it has. */
  get finalEstimator(): E & AnyEstimator {
    const last = this.steps.at(-1)?.[1];
    return (last === "passthrough" ? undefined : last) as E & AnyEstimator;
  }

  /** A pipeline of some of the steps, as `Array.slice` takes them, with what they have learned. */
  slice(start?: number, end?: number): Pipeline {
    const made: Pipeline = new Pipeline<AnyEstimator>(
      (this.params.steps as readonly Step[]).slice(start, end),
    );
    return this.isFitted ? made.#finish(this.steps.slice(start, end)) : made;
  }

  /** The names of the features that the last transformer gives. */
  getFeatureNamesOut(): string[] {
    const { steps } = this.fitted("names");
    for (const [, step] of steps.toReversed()) {
      if (step === "passthrough") continue;
      const names = (step as Part).getFeatureNamesOut?.();
      if (names !== undefined) return names;
    }
    const length = this.nFeaturesIn_;
    return [...(this.featureNamesIn_ ?? Array.from({ length }, (_, j) => `x${j}`))];
  }

  /** @internal */
  diagram(): DiagramNode {
    return { kind: "serial", of: this, parts: this.steps };
  }

  override [jupyterDisplay](): MimeBundle {
    return diagramBundle(this);
  }

  #fresh(): readonly Step[] {
    const steps = this.params.steps as readonly Step[];
    checkStepNames(steps, this.name);
    steps.slice(0, -1).forEach(([name, step]) => {
      if (step !== "passthrough") checkTransforms(step, `step "${name}"`, this.name);
    });
    return this.clone().params.steps as readonly Step[];
  }

  #finish(steps: readonly Step[]): this {
    const first = steps.find(([, step]) => step !== "passthrough")?.[1] as Part | undefined;
    const seen = { columns: first?.nFeaturesIn_ ?? 0, names: first?.featureNamesIn_ };
    return this.learned({ steps }, seen);
  }

  /** A method of the last step, fed with what the steps before give; undefined where it has none. */
  #through(method: string): ((x: Samples, ...more: unknown[]) => unknown) | undefined {
    const last = this.finalEstimator as AnyEstimator | undefined;
    const known = (last as unknown as Record<string, unknown> | undefined)?.[method];
    if (last !== undefined && typeof known !== "function") return undefined;
    if (last === undefined && method !== "transform") return undefined;
    return (x, ...more) => {
      const { steps } = this.fitted(method);
      let samples: Samples = x;
      for (const [, step] of steps.slice(0, -1))
        if (step !== "passthrough") samples = transformPart(step as Part, samples);
      const own = steps.at(-1)?.[1];
      if (own === "passthrough" || own === undefined) return samples;
      return (own as unknown as Record<string, (...given: unknown[]) => unknown>)[method](
        samples,
        ...more,
      );
    };
  }
}

register("Pipeline", Pipeline);
