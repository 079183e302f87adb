import { checkOptions } from "../../frame/engine/options.ts";
import { tensorflow } from "../../tensorflow/index.ts";
import { streamingMetric, type StreamingMetric } from "./contract.ts";
import { checkWhole, ratio, sumsByGroup, vector } from "./tensors.ts";

export interface AucOptions {
  /** Under the receiver operating characteristic (default), or under precision by recall. */
  readonly curve?: "ROC" | "PR";
  /** The curve is drawn through so many thresholds; default 200. */
  readonly thresholds?: number;
}

/**
 * The area under a curve of thresholds, for probabilities and targets of 0 and 1. As Keras' `AUC`: an
 * approximation, since probabilities are counted by thresholds at equal distances.
 *
 * @throws RangeError for another curve, or under 2 thresholds
 *
 * @example
 * const metric = metrics.auc();
 * metric.add(tf.tensor1d([0, 0, 1, 1]), tf.tensor1d([0, 0.5, 0.3, 0.9]));
 * metric.value.toFixed(2); // "0.75"
 */
export function auc(options: AucOptions = {}): StreamingMetric {
  checkOptions("auc", options, ["curve", "thresholds"]);
  const { curve = "ROC", thresholds = 200 } = options;
  checkWhole("auc", "thresholds", thresholds, 2);
  if (curve !== "ROC" && curve !== "PR")
    throw new RangeError(`auc: curve is "ROC" or "PR", not ${JSON.stringify(curve)}.`);
  return streamingMetric("auc", {
    update(yTrue, yPred) {
      const tf = tensorflow();
      const truth = yTrue.toFloat().reshape([-1]);
      const bucket = tf.relu(tf.sub(tf.ceil(yPred.reshape([-1]).mul(thresholds - 1)), 1));
      const group = tf.clipByValue(bucket, 0, thresholds - 1);
      return vector(
        sumsByGroup(truth, group, thresholds),
        sumsByGroup(tf.sub(1, truth), group, thresholds),
      );
    },
    result(state) {
      const positives = above(state.subarray(0, thresholds));
      const negatives = above(state.subarray(thresholds));
      return curve === "ROC" ? underRoc(positives, negatives) : underPr(positives, negatives);
    },
  });
}

/** How many lie above each threshold. */
function above(counts: Float64Array): Float64Array {
  const sums = Float64Array.from(counts);
  for (let i = sums.length - 2; i >= 0; i--) sums[i] += sums[i + 1];
  return sums;
}

function underRoc(positives: Float64Array, negatives: Float64Array): number {
  const [all, none] = [positives[0], negatives[0]];
  let area = 0;
  for (let i = 0; i + 1 < positives.length; i++) {
    const width = ratio(negatives[i], none) - ratio(negatives[i + 1], none);
    area += (width * (ratio(positives[i], all) + ratio(positives[i + 1], all))) / 2;
  }
  return area;
}

/** Between two thresholds the counts change in lines. Source: J. Davis and M. Goadrich, ICML 2006. */
function underPr(positives: Float64Array, negatives: Float64Array): number {
  let area = 0;
  for (let i = 0; i + 1 < positives.length; i++) {
    const [yes, next] = [i, i + 1].map((at) => positives[at] + negatives[at]);
    const found = positives[i] - positives[i + 1];
    const slope = ratio(found, Math.max(yes - next, 0));
    const start = positives[i + 1] - slope * next;
    const growth = yes > 0 && next > 0 ? yes / next : 1;
    area += ratio(slope * (found + start * Math.log(growth)), positives[0]);
  }
  return area;
}
