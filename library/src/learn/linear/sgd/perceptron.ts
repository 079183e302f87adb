import {
  type ClassWeight,
  type Label,
  type LabelsLike,
  type PartialFitOptions,
  register,
  type SampleOptions,
} from "../../base/index.ts";
import type { MatrixLike } from "../../matrix/index.ts";
import { sgdDefaults, type SGDParams } from "./params.ts";
import { StochasticClassifier } from "./sgd-base.ts";

export interface PerceptronParams extends Omit<SGDParams, "learningRate" | "powerT" | "average"> {
  /** Weights of the classes. Default all 1. */
  classWeight: ClassWeight | undefined;
}

/**
 * Rosenblatt's perceptron: the weights move only at samples that are on the wrong side.
 *
 * Source: Rosenblatt, The Perceptron (1958). O(samples · features · classes) a round.
 *
 * Differs from scikit-learn as `SGDClassifier` does, of which it is a special case: the loss
 * `"perceptron"`, steps of constant length `eta0` (1), no penalty.
 *
 * @example
 * const and = new Perceptron().fit([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 0, 0, 1]);
 * and.predict([[1, 1], [0, 1]]); // [1, 0]
 */
export class Perceptron<L extends Label = Label> extends StochasticClassifier<L, PerceptronParams> {
  constructor(params: Partial<PerceptronParams> = {}) {
    const { learningRate, powerT, average, ...defaults } = sgdDefaults;
    void [learningRate, powerT, average];
    const own = { penalty: null, eta0: 1, randomState: 0, classWeight: undefined };
    super({ ...defaults, ...own }, params);
  }

  protected settings(): SGDParams & {
    readonly loss: "perceptron";
    readonly classWeight: ClassWeight | undefined;
  } {
    const rest = { learningRate: "constant", powerT: 0.5, average: false } as const;
    return { ...this.params, ...rest, loss: "perceptron" };
  }

  fit<M extends Label>(
    x: MatrixLike,
    y: LabelsLike<M>,
    options: SampleOptions = {},
  ): Perceptron<M> {
    this.learn(x, y, options);
    return this as unknown as Perceptron<M>;
  }

  /** One round more over these samples; the first call names all `classes`. */
  partialFit<M extends Label>(
    x: MatrixLike,
    y: LabelsLike<M>,
    options: PartialFitOptions<M> = {},
  ): Perceptron<M> {
    this.learnPart(x, y, options);
    return this as unknown as Perceptron<M>;
  }
}

register("Perceptron", Perceptron);
