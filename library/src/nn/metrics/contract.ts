import type { Tensor } from "../../tensorflow/index.ts";

/** How a metric of many batches follows from what each batch adds. */
export interface Streaming {
  /** What a batch adds: a vector, always of one length. */
  update(yTrue: Tensor, yPred: Tensor): Tensor;
  /** The metric, from the sum of what the batches added. */
  result(state: Float64Array): number;
}

/**
 * A metric for `model.compile({ metrics: [precision()] })`. `train` adds up its counts over an epoch,
 * so that its value is that of all samples at once; `model.fit` and `model.evaluate`, which know only
 * functions, give the mean of its values on each batch.
 */
export interface StreamingMetric {
  (yTrue: Tensor, yPred: Tensor): Tensor;
  readonly streaming: Streaming;
}

/** The streaming part of a metric, where it has one. */
export function streamingOf(metric: unknown): Streaming | undefined {
  return (metric as Partial<StreamingMetric>).streaming;
}
