import {
  checkChoice,
  Classifier,
  type ClassifierState,
  type Label,
  type LabelsLike,
  register,
  type SampleOptions,
} from "../base/index.ts";
import { Matrix, type MatrixLike } from "../matrix/index.ts";

export interface DummyClassifierParams {
  /**
   * `"prior"` and `"mostFrequent"` predict the most frequent class; the first gives the classes' shares
   * as probabilities, the second 1 and 0. Default `"prior"`.
   */
  strategy: "prior" | "mostFrequent";
}

interface State extends ClassifierState {
  readonly shares: Float64Array;
}

/**
 * Looks at y alone: the baseline that a classifier has to beat.
 *
 * @example
 * const dummy = new DummyClassifier().fit([[1], [2], [3]], ["no", "yes", "no"]);
 * dummy.predict([[7]]); // ["no"]
 */
export class DummyClassifier<L extends Label = Label> extends Classifier<
  L,
  DummyClassifierParams,
  State
> {
  constructor(params: Partial<DummyClassifierParams> = {}) {
    super({ strategy: "prior" }, params);
  }

  fit<M extends Label>(
    x: MatrixLike,
    y: LabelsLike<M>,
    options: SampleOptions = {},
  ): DummyClassifier<M> {
    const { strategy } = this.params;
    checkChoice(this.name, "strategy", strategy, ["prior", "mostFrequent"]);
    const { x: samples, classes, codes, weights } = this.readClassification(x, y, options, 1);
    const shares = new Float64Array(classes.length);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    codes.forEach((code, i) => {
      shares[code] = (shares[code] ?? 0) + (weights[i] ?? 0) / total;
    });
    this.learned({ classes, shares }, samples);
    return this as unknown as DummyClassifier<M>;
  }

  /** The probability of each class [n, classes], in the order of `classes_`. */
  predictProba(x: MatrixLike): Matrix {
    const { shares, classes } = this.fitted("probabilities");
    const { rows } = this.readMore(x);
    const frequent = this.#mostFrequent();
    const row =
      this.params.strategy === "prior" ? shares : shares.map((_, j) => Number(j === frequent));
    const data = new Float64Array(rows * classes.length);
    for (let i = 0; i < rows; i++) data.set(row, i * classes.length);
    return new Matrix(data, rows, classes.length, classes.map(String));
  }

  protected decide(x: Matrix): ArrayLike<number> {
    return new Int32Array(x.rows).fill(this.#mostFrequent());
  }

  #mostFrequent(): number {
    const { shares } = this.fitted();
    return shares.indexOf(Math.max(...shares));
  }
}

register("DummyClassifier", DummyClassifier);
