import {
  checkChoice,
  type ClassWeight,
  type Label,
  type LabelsLike,
  type PartialFitOptions,
  register,
  type SampleOptions,
} from "../../base/index.ts";
import { Matrix, type MatrixLike } from "../../matrix/index.ts";
import { classLosses, type ClassLossName } from "./losses.ts";
import { sgdDefaults, type SGDParams } from "./params.ts";
import { StochasticClassifier } from "./sgd-base.ts";

export interface SGDClassifierParams extends SGDParams {
  /**
   * `"hinge"` is a linear support vector machine, `"logLoss"` logistic regression; `"squaredHinge"`,
   * `"modifiedHuber"` and `"perceptron"` are the others. Default `"hinge"`.
   */
  loss: ClassLossName;
  /** Weights of the classes. Default all 1. */
  classWeight: ClassWeight | undefined;
}

/**
 * Linear classifiers learned by stochastic gradient descent: one sample a step, for many samples or such
 * as come one after another (`partialFit`). Scale the features first.
 *
 * Source: Bottou, Stochastic Gradient Descent Tricks (2012). O(samples · features · classes) a round.
 *
 * Differs from scikit-learn: no `earlyStopping` on samples held back; the samples' order is another for
 * the same `randomState`. With `shuffle: false` the weights are the same.
 *
 * @example
 * const x = [[-2], [-1], [1], [2]];
 * const model = new SGDClassifier({ randomState: 0 }).fit(x, ["low", "low", "high", "high"]);
 * model.predict([[-3], [3]]); // ["low", "high"]
 */
export class SGDClassifier<L extends Label = Label> extends StochasticClassifier<
  L,
  SGDClassifierParams
> {
  constructor(params: Partial<SGDClassifierParams> = {}) {
    super({ ...sgdDefaults, loss: "hinge", classWeight: undefined }, params);
  }

  protected settings(): SGDClassifierParams {
    checkChoice(this.name, "loss", this.params.loss, Object.keys(classLosses));
    return this.params;
  }

  fit<M extends Label>(
    x: MatrixLike,
    y: LabelsLike<M>,
    options: SampleOptions = {},
  ): SGDClassifier<M> {
    this.learn(x, y, options);
    return this as unknown as SGDClassifier<M>;
  }

  /** One round more over these samples; the first call names all `classes`. */
  partialFit<M extends Label>(
    x: MatrixLike,
    y: LabelsLike<M>,
    options: PartialFitOptions<M> = {},
  ): SGDClassifier<M> {
    this.learnPart(x, y, options);
    return this as unknown as SGDClassifier<M>;
  }

  /**
   * The probability of each class [n, classes], each class against the rest and scaled to the sum 1.
   *
   * @throws TypeError unless the loss is `"logLoss"` or `"modifiedHuber"`
   */
  predictProba(x: MatrixLike): Matrix {
    const { classes } = this.fitted("probabilities");
    const { loss } = this.params;
    if (loss !== "logLoss" && loss !== "modifiedHuber") {
      throw new TypeError(
        `${this.name} has probabilities for the losses "logLoss" and "modifiedHuber"; its loss is "${loss}".`,
      );
    }
    const sums = this.sums(this.readMore(x));
    const share = loss === "logLoss" ? logistic : clipped;
    const many = classes.length;
    const data = new Float64Array(sums.rows * many);
    for (let i = 0; i < sums.rows; i++) {
      const from = i * many;
      if (sums.columns === 1) {
        data[from + 1] = share(sums.data[i]);
        data[from] = 1 - data[from + 1];
        continue;
      }
      let total = 0;
      for (let k = 0; k < many; k++) total += data[from + k] = share(sums.data[from + k]);
      for (let k = 0; k < many; k++) data[from + k] = total > 0 ? data[from + k] / total : 1 / many;
    }
    return new Matrix(data, sums.rows, many, classes.map(String));
  }
}

const logistic = (sum: number): number => 1 / (1 + Math.exp(-sum));
const clipped = (sum: number): number => (Math.max(-1, Math.min(1, sum)) + 1) / 2;

register("SGDClassifier", SGDClassifier);
