import type { Batch } from "../../../../benchmarks/nn/batches.ts";
import type * as tf from "@tensorflow/tfjs-node";

export type { Batch };

/** A small model of one kind, for tests that must hold for every kind. */
export interface ReferenceModel {
  readonly name: string;
  /** Not compiled; the same weights for the same seed. */
  readonly build: (seed: number) => tf.LayersModel;
  /** For `compile`. */
  readonly loss: string | ((targets: tf.Tensor, outputs: tf.Tensor) => tf.Tensor);
  /** The caller disposes it. */
  readonly batch: (seed: number, rows: number) => Batch;
}

/** A training step as a lesson writes it by hand, without `compile`. */
export interface HandWrittenModel {
  readonly name: string;
  /** Makes the variables; dispose them with `tf.dispose(variables)`. */
  readonly make: (seed: number) => {
    readonly variables: tf.Variable[];
    /** The mean loss of a batch, from the variables' values. */
    readonly loss: (x: tf.Tensor, y: tf.Tensor) => tf.Scalar;
  };
  readonly batch: (seed: number, rows: number) => Batch;
}
