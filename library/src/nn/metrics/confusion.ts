import { checkOptions } from "../../frame/engine/options.ts";
import { tensorflow, type Tensor } from "../../tensorflow/index.ts";
import { StreamedSum, streamingMetric, type StreamingMetric } from "./contract.ts";
import { checkWhole, classesOf, predictedClasses, ratio, sumsByGroup } from "./tensors.ts";

export interface ClassesOptions {
  /** How many classes there are. */
  readonly classes: number;
}

const pairs =
  (classes: number) =>
  (yTrue: Tensor, yPred: Tensor): Tensor => {
    const tf = tensorflow();
    const [truth, guess] = [classesOf(yTrue, yPred), predictedClasses(yPred)];
    const pair = tf.add(tf.mul(truth.toFloat(), classes), guess.toFloat());
    return sumsByGroup(tf.onesLike(pair), pair, classes * classes);
  };

function checkClasses(who: string, options: ClassesOptions): number {
  checkOptions(who, options, ["classes"]);
  checkWhole(who, "classes", options.classes, 2);
  return options.classes;
}

/**
 * The overlap of truth and prediction over their union, of each class, and the mean over the classes that
 * occur. For masks and for classes. As Keras' `MeanIoU` and `OneHotMeanIoU`.
 *
 * @throws RangeError for under 2 classes
 *
 * @example
 * const metric = metrics.meanIoU({ classes: 2 });
 * metric.add(tf.tensor1d([0, 0, 1, 1]), tf.tensor2d([[1, 0], [0, 1], [0, 1], [0, 1]]));
 * metric.value.toFixed(3); // "0.583"
 */
export function meanIoU(options: ClassesOptions): StreamingMetric {
  const classes = checkClasses("meanIoU", options);
  return streamingMetric("meanIoU", {
    update: pairs(classes),
    result(state) {
      const scores: number[] = [];
      for (let c = 0; c < classes; c++) {
        let [row, column] = [0, 0];
        for (let other = 0; other < classes; other++) {
          row += state[c * classes + other];
          column += state[other * classes + c];
        }
        const union = row + column - state[c * classes + c];
        if (union > 0) scores.push(state[c * classes + c] / union);
      }
      return ratio(
        scores.reduce((a, b) => a + b, 0),
        scores.length,
      );
    },
  });
}

/** Counts of each true class (rows) by each predicted one (columns). */
export class ConfusionMatrix {
  readonly classes: number;
  readonly #sum: StreamedSum;

  constructor(options: ClassesOptions) {
    this.classes = checkClasses("confusionMatrix", options);
    const result = (): number => NaN;
    this.#sum = new StreamedSum({ update: pairs(this.classes), result });
  }

  /** Adds a batch: targets as numbers or rows with a one, and predictions as a model gives them. */
  add(yTrue: Tensor, yPred: Tensor): this {
    this.#sum.add(yTrue, yPred);
    return this;
  }

  /** The counts so far, `matrix[truth][prediction]`. */
  get matrix(): number[][] {
    const state = this.#sum.state ?? new Float64Array(this.classes ** 2);
    return Array.from({ length: this.classes }, (_, row) => [
      ...state.subarray(row * this.classes, (row + 1) * this.classes),
    ]);
  }

  reset(): void {
    this.#sum.reset();
  }
}

/**
 * Counts how often each class is taken for each other, batch by batch. `confusionMatrix` of `daylab/plot`
 * draws it.
 *
 * @throws RangeError for under 2 classes
 *
 * @example
 * const counts = metrics.confusionMatrix({ classes: 2 });
 * counts.add(tf.tensor1d([0, 1, 1]), tf.tensor2d([[0.9, 0.1], [0.6, 0.4], [0.2, 0.8]]));
 * counts.matrix; // [[1, 0], [1, 1]]
 */
export function confusionMatrix(options: ClassesOptions): ConfusionMatrix {
  return new ConfusionMatrix(options);
}
