/**
 * Metrics over many batches: for `model.compile({ metrics: [metrics.precision()] })` and `train`, or by
 * themselves.
 *
 * @module
 */
export { binaryAccuracy, categoricalAccuracy, topKCategoricalAccuracy } from "./accuracy.ts";
export { auc, type AucOptions } from "./auc.ts";
export { confusionMatrix, ConfusionMatrix, meanIoU, type ClassesOptions } from "./confusion.ts";
export { streamingMetric, type Streaming, type StreamingMetric } from "./contract.ts";
export {
  dice,
  f1Score,
  precision,
  recall,
  type F1Options,
  type ThresholdOptions,
} from "./counts.ts";
export { meanAbsoluteError, perplexity, r2Score, rootMeanSquaredError } from "./regression.ts";
