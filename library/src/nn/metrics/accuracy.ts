import { checkOptions } from "../../frame/engine/options.ts";
import { tensorflow, type Tensor } from "../../tensorflow/index.ts";
import { streamingMetric, type StreamingMetric } from "./contract.ts";
import { checkWhole, classesOf, count, predictedClasses, ratio, total, vector } from "./tensors.ts";

const share = (name: string, right: (yTrue: Tensor, yPred: Tensor) => Tensor): StreamingMetric =>
  streamingMetric(name, {
    update(yTrue, yPred) {
      const hits = right(yTrue, yPred);
      return vector(total(hits), count(hits));
    },
    result: ([hits, all]) => ratio(hits, all),
  });

/**
 * The part of numbers that lie on the right side of `threshold` (default 0.5). As Keras' `BinaryAccuracy`.
 *
 * @example
 * const metric = metrics.binaryAccuracy();
 * metric.add(tf.tensor1d([1, 1, 0, 0]), tf.tensor1d([0.9, 0.4, 0.2, 0.1]));
 * metric.value; // 0.75
 */
export function binaryAccuracy(options: { readonly threshold?: number } = {}): StreamingMetric {
  checkOptions("binaryAccuracy", options, ["threshold"]);
  const { threshold = 0.5 } = options;
  return share("binaryAccuracy", (yTrue, yPred) => {
    const tf = tensorflow();
    return tf.equal(yTrue.toFloat(), tf.greater(yPred, threshold).toFloat());
  });
}

/**
 * The part of samples whose likeliest class is the true one; targets are classes as numbers or rows with
 * a one. As Keras' `CategoricalAccuracy` and `SparseCategoricalAccuracy`.
 *
 * @example
 * const metric = metrics.categoricalAccuracy();
 * metric.add(tf.tensor1d([0, 1]), tf.tensor2d([[0.8, 0.2], [0.7, 0.3]]));
 * metric.value; // 0.5
 */
export function categoricalAccuracy(): StreamingMetric {
  return share("accuracy", (yTrue, yPred) =>
    tensorflow().equal(classesOf(yTrue, yPred), predictedClasses(yPred)),
  );
}

/**
 * The part of samples whose true class is among the `k` likeliest (default 5). As Keras'
 * `TopKCategoricalAccuracy` and `SparseTopKCategoricalAccuracy`.
 *
 * @throws RangeError for a k under 1
 *
 * @example
 * const metric = metrics.topKCategoricalAccuracy({ k: 2 });
 * metric.add(tf.tensor1d([2]), tf.tensor2d([[0.5, 0.2, 0.3]]));
 * metric.value; // 1
 */
export function topKCategoricalAccuracy(options: { readonly k?: number } = {}): StreamingMetric {
  checkOptions("topKCategoricalAccuracy", options, ["k"]);
  const { k = 5 } = options;
  checkWhole("topKCategoricalAccuracy", "k", k, 1);
  return share(`top${k}`, (yTrue, yPred) => {
    const tf = tensorflow();
    const classes = yPred.shape.at(-1) ?? 1;
    const { indices } = tf.topk(yPred.reshape([-1, classes]), Math.min(k, classes));
    return tf.any(tf.equal(indices, classesOf(yTrue, yPred).expandDims(1)), 1);
  });
}
