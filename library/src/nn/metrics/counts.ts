import { checkOptions } from "../../frame/engine/options.ts";
import { tensorflow, type Tensor } from "../../tensorflow/index.ts";
import { streamingMetric, type StreamingMetric } from "./contract.ts";
import { ratio, total, vector } from "./tensors.ts";

export interface ThresholdOptions {
  /** A prediction above it counts as yes; default 0.5. */
  readonly threshold?: number;
  /** Only this column of the targets and predictions. By default all numbers count alike. */
  readonly classId?: number;
}

/** True and false positives, and false negatives: yes-or-no answers against the truth. */
const counts =
  ({ threshold = 0.5, classId }: ThresholdOptions) =>
  (yTrue: Tensor, yPred: Tensor): Tensor => {
    const tf = tensorflow();
    const column = (tensor: Tensor): Tensor =>
      classId === undefined ? tensor : tf.gather(tensor, [classId], tensor.rank - 1);
    const yes = tf.greater(column(yPred), threshold).toFloat().reshape([-1]);
    const truth = column(yTrue).toFloat().reshape([-1]);
    const both = total(tf.mul(truth, yes));
    return vector(both, total(yes).sub(both), total(truth).sub(both));
  };

function counting(
  name: string,
  options: ThresholdOptions,
  result: (counts: Float64Array) => number,
): StreamingMetric {
  checkOptions(name, options, ["threshold", "classId"]);
  return streamingMetric(name, { update: counts(options), result });
}

/**
 * The part of the predicted positives that are positive. As Keras' `Precision`.
 *
 * @example
 * const metric = metrics.precision();
 * metric.add(tf.tensor1d([1, 0, 1, 0]), tf.tensor1d([0.9, 0.8, 0.2, 0.1]));
 * metric.value; // 0.5
 */
export function precision(options: ThresholdOptions = {}): StreamingMetric {
  return counting("precision", options, ([both, wrong]) => ratio(both, both + wrong));
}

/**
 * The part of the positives that were found. As Keras' `Recall`.
 *
 * @example
 * const metric = metrics.recall();
 * metric.add(tf.tensor1d([1, 1, 1, 1]), tf.tensor1d([0.9, 0.8, 0.7, 0.1]));
 * metric.value; // 0.75
 */
export function recall(options: ThresholdOptions = {}): StreamingMetric {
  return counting("recall", options, ([both, , missed]) => ratio(both, both + missed));
}

/**
 * Twice the overlap of masks over the sum of their sizes, predictions above the threshold being 1. The
 * same as F1 over all numbers.
 *
 * @example
 * const metric = metrics.dice();
 * metric.add(tf.tensor2d([[1, 1, 0]]), tf.tensor2d([[0.9, 0.1, 0.2]]));
 * metric.value.toFixed(3); // "0.667"
 */
export function dice(options: ThresholdOptions = {}): StreamingMetric {
  return counting("dice", options, ([both, wrong, missed]) =>
    ratio(2 * both, 2 * both + wrong + missed),
  );
}

export interface F1Options {
  /** `"macro"` (default) is the mean over classes, `"weighted"` by their sizes, `"micro"` counts all alike. */
  readonly average?: "macro" | "weighted" | "micro";
  /** A prediction above it counts as yes; by default the likeliest class of a row alone does. */
  readonly threshold?: number;
}

/**
 * The harmonic mean of precision and recall, of targets as rows with a one (or several). As Keras'
 * `F1Score`.
 *
 * @throws RangeError for another average
 *
 * @example
 * const metric = metrics.f1Score();
 * metric.add(tf.tensor2d([[1, 0], [0, 1]]), tf.tensor2d([[0.9, 0.1], [0.3, 0.7]]));
 * metric.value; // 1
 */
export function f1Score(options: F1Options = {}): StreamingMetric {
  checkOptions("f1Score", options, ["average", "threshold"]);
  const { average = "macro", threshold } = options;
  if (!["macro", "weighted", "micro"].includes(average))
    throw new RangeError(
      `f1Score: average is "macro", "weighted" or "micro", not ${JSON.stringify(average)}.`,
    );
  return streamingMetric("f1", {
    update(yTrue, yPred) {
      const tf = tensorflow();
      const classes = yPred.shape.at(-1) ?? 1;
      const [truth, guess] = [yTrue.toFloat().reshape([-1, classes]), yPred.reshape([-1, classes])];
      const yes =
        threshold === undefined
          ? tf.greaterEqual(guess, tf.max(guess, -1, true)).toFloat()
          : tf.greater(guess, threshold).toFloat();
      const both = tf.mul(truth, yes).sum(0);
      return vector(both, yes.sum(0).sub(both), truth.sum(0).sub(both));
    },
    result(state) {
      const classes = state.length / 3;
      const part = (i: number): number[] => [...state.subarray(i * classes, (i + 1) * classes)];
      const [both, wrong, missed] = [part(0), part(1), part(2)];
      const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0);
      const f1 = (b: number, w: number, m: number): number => ratio(2 * b, 2 * b + w + m);
      if (average === "micro") return f1(sum(both), sum(wrong), sum(missed));
      const scores = both.map((b, i) => f1(b, wrong[i], missed[i]));
      if (average === "macro") return sum(scores) / classes;
      const sizes = both.map((b, i) => b + missed[i]);
      return ratio(sum(scores.map((score, i) => score * sizes[i])), sum(sizes));
    },
  });
}
