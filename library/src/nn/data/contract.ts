import type { Tensor } from "../../tensorflow/index.ts";

/** One tensor, or one for each input or output of a model by name. */
export type TensorOrNamed = Tensor | Readonly<Record<string, Tensor>>;

/** What one step of a training takes. All tensors have one row a sample. */
export interface Batch {
  readonly x: TensorOrNamed;
  readonly y?: TensorOrNamed;
  /** One weight a sample, or one tensor of weights for each output. */
  readonly sampleWeight?: TensorOrNamed;
}

/**
 * What a training reads batches from. The tensors of a batch belong to whoever makes them: they are
 * disposed when the loop asks for the next batch or ends, so a reader never disposes them, and keeps
 * with `tf.keep(tensor.clone())` what must last.
 */
export interface BatchSource<B extends Batch = Batch> {
  /** The batches of an epoch, from 0: other orders for other epochs, the same at each call. */
  batches(epoch: number): AsyncIterable<B>;
  /** Batches an epoch where known; Infinity where they never end; undefined where only reading tells. */
  readonly size?: number;
}

/** True for what {@link BatchSource} describes. */
export function isBatchSource(value: unknown): value is BatchSource {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof (value as { batches?: unknown }).batches === "function"
  );
}
