import { tensorflow, type Tensor } from "../../tensorflow/index.ts";

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
 * functions, give the mean of its values on each batch. It also works by itself: `add` batches, then
 * read `value`.
 */
export interface StreamingMetric {
  (yTrue: Tensor, yPred: Tensor): Tensor;
  readonly streaming: Streaming;
  /** Adds a batch; the tensors stay the caller's. */
  add(yTrue: Tensor, yPred: Tensor): void;
  /** Over all batches added; NaN before the first. */
  readonly value: number;
  reset(): void;
}

/** The streaming part of a metric, where it has one. */
export function streamingOf(metric: unknown): Streaming | undefined {
  return (metric as Partial<StreamingMetric>).streaming;
}

/** Adds up what batches add. */
export class StreamedSum {
  #sum: Float64Array | undefined;
  readonly #streaming: Streaming;

  constructor(streaming: Streaming) {
    this.#streaming = streaming;
  }

  get state(): Float64Array | undefined {
    return this.#sum;
  }

  add(yTrue: Tensor, yPred: Tensor): void {
    const added = tensorflow().tidy(() => this.#streaming.update(yTrue, yPred).dataSync());
    this.#sum ??= new Float64Array(added.length);
    for (let i = 0; i < added.length; i++) this.#sum[i] += added[i];
  }

  get value(): number {
    return this.#sum === undefined ? NaN : this.#streaming.result(this.#sum);
  }

  reset(): void {
    this.#sum = undefined;
  }
}

/** A metric from its two halves; its name is what a history calls it. */
export function streamingMetric(name: string, streaming: Streaming): StreamingMetric {
  const sum = new StreamedSum(streaming);
  const metric = (yTrue: Tensor, yPred: Tensor): Tensor => {
    const tf = tensorflow();
    const state = tf.tidy(() => streaming.update(yTrue, yPred).dataSync());
    return tf.scalar(streaming.result(Float64Array.from(state)));
  };
  return Object.defineProperties(metric, {
    name: { value: name },
    streaming: { value: streaming },
    add: { value: (yTrue: Tensor, yPred: Tensor) => sum.add(yTrue, yPred) },
    reset: { value: () => sum.reset() },
    value: { get: () => sum.value },
  }) as unknown as StreamingMetric;
}
