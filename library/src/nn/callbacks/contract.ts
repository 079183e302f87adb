import type { LayersModel, Tensor } from "../../tensorflow/index.ts";
import type { Metrics } from "../progress-line.ts";

/** One value an epoch for each metric: `loss`, those the model was compiled with, and `val_…` of each. */
export type History = { readonly loss: readonly number[] } & Readonly<
  Record<string, readonly number[]>
>;

/** A training under way, as its callbacks see and steer it. */
export interface TrainingRun {
  readonly model: LayersModel;
  /** How many epochs it is to have. */
  readonly epochs: number;
  /** The epoch under way, from 0. To go on with an earlier training, set it in `onTrainBegin`. */
  epoch: number;
  /** Steps done in all. */
  readonly step: number;
  /** Batches an epoch, where known before the first has ended. */
  readonly stepsPerEpoch: number | undefined;
  readonly history: History;
  /** Of the model's optimiser; setting it takes effect with the next step. */
  learningRate: number;
  /** The inputs of the batch under way, in the model's order; only in `onBatchBegin` and `onBatchEnd`. */
  readonly inputs: readonly Tensor[] | undefined;
  /** Ends the training after the batch under way; what stopped it is said in the result. */
  stop(reason: string): void;
}

type Done = void | Promise<void>;

/**
 * What is called while a model trains; all of it may be left out, and a plain object does.
 *
 * @example
 * const seen = [];
 * const note = { onEpochEnd: (epoch, { loss }) => void seen.push(epoch) };
 * note.onEpochEnd(0, { loss: 1 });
 * seen; // [0]
 */
export interface Callback {
  onTrainBegin?(run: TrainingRun): Done;
  onEpochBegin?(epoch: number, run: TrainingRun): Done;
  onBatchBegin?(batch: number, run: TrainingRun): Done;
  /** The metrics of this batch alone. */
  onBatchEnd?(batch: number, metrics: Metrics, run: TrainingRun): Done;
  /** After each epoch, from 0; `false` ends the training. */
  onEpochEnd?(
    epoch: number,
    metrics: Metrics,
    run: TrainingRun,
  ): void | boolean | Promise<void | boolean>;
  /** Also where the training was stopped or failed, but not where the kernel ended its cell. */
  onTrainEnd?(run: TrainingRun): Done;
}
