import type { Seed } from "../random/index.ts";
import { tensorflow, type LayersModel, type Tensor } from "../tensorflow/index.ts";
import { epochOrder } from "./batches.ts";
import { ProgressLine, type Metrics } from "./progress-line.ts";

/** One value an epoch for each metric: `loss`, those the model was compiled with, and `val_…` of each. */
export type History = { readonly loss: readonly number[] } & Readonly<
  Record<string, readonly number[]>
>;

export interface TrainResult {
  readonly history: History;
  /** Epochs done: fewer than asked for where a callback stopped the training. */
  readonly epochs: number;
  readonly seconds: number;
}

/** Inputs and targets, each with one row a sample. */
export interface Samples {
  readonly x: Tensor;
  readonly y: Tensor;
}

export interface TrainOptions {
  readonly epochs: number;
  /** Default 32. */
  readonly batchSize?: number;
  /** For the order of the samples: the same in every process. */
  readonly seed: Seed;
  readonly validationData?: Samples;
  /** Part of the samples, 0 to 1, that is held out from the end, before any shuffling. */
  readonly validationSplit?: number;
  readonly callbacks?: {
    /** After each epoch, from 0; `false` ends the training. */
    onEpochEnd?(epoch: number, metrics: Metrics): void | boolean | Promise<void | boolean>;
  };
  /** 0 shows nothing; 1 (default) a progress line. */
  readonly verbose?: 0 | 1;
}

/**
 * Trains a compiled model as `model.fit` does, but repeatably: the samples are shuffled from the
 * seed. With seeded initialisers two processes agree to the last digit (a dropout layer draws from
 * TensorFlow's own unseeded numbers, and breaks that).
 *
 * Shows a live progress line and lets the event loop turn, so that Stop works. Disposes what it makes;
 * `x` and `y` stay the caller's.
 *
 * @throws TypeError for a model that is not compiled
 * @throws RangeError for bad options, or inputs and targets of different length
 *
 * @example
 * const { history, seconds } = await train(model, { x, y }, { epochs: 5, seed: 1, validationSplit: 0.1 });
 * history.loss.at(-1);
 */
export async function train(
  model: LayersModel,
  { x, y }: Samples,
  options: TrainOptions,
): Promise<TrainResult> {
  const tf = tensorflow();
  const { epochs, batchSize = 32, seed, callbacks, verbose } = options;
  checkOptions(model, { x, y }, options);
  const heldOut = Math.round(x.shape[0] * (options.validationSplit ?? 0));
  const rows = x.shape[0] - heldOut;
  const line = new ProgressLine({ unit: "epoch", total: epochs, verbose });
  const history: Record<string, number[]> & { loss: number[] } = { loss: [] };
  const validation = heldOut > 0 ? tail({ x, y }, rows) : options.validationData;
  const batches = Math.ceil(rows / batchSize);
  let metrics: Metrics = {};
  let done = 0;
  try {
    for (let goOn: void | boolean = true; done < epochs && goOn !== false;) {
      const order = tf.tensor1d(epochOrder(rows, seed, done), "int32");
      const [shuffledX, shuffledY] = [tf.gather(x, order), tf.gather(y, order)];
      try {
        const fitted = await model.fit(shuffledX, shuffledY, {
          epochs: 1,
          batchSize,
          shuffle: false,
          verbose: 0,
          yieldEvery: 20,
          ...(validation && { validationData: [validation.x, validation.y] }),
          callbacks: {
            onBatchEnd: (batch, logs) =>
              line.update(done + (batch + 1) / batches, { loss: Number(logs?.loss) }),
          },
        });
        metrics = numbersOf(fitted.history);
      } finally {
        tf.dispose([order, shuffledX, shuffledY]);
      }
      for (const [name, value] of Object.entries(metrics)) (history[name] ??= []).push(value);
      goOn = await callbacks?.onEpochEnd?.(done, metrics);
      line.update(++done, metrics);
    }
  } finally {
    if (heldOut > 0) tf.dispose([validation?.x, validation?.y] as Tensor[]);
  }
  line.finish(done, metrics);
  return { history, epochs: done, seconds: line.seconds };
}

function tail({ x, y }: Samples, start: number): Samples {
  const rest = (t: Tensor): Tensor => t.slice(start);
  return { x: rest(x), y: rest(y) };
}

/** `fit` gives one value a metric for its one epoch, some of them as scalars to be read. */
function numbersOf(history: Record<string, (number | Tensor)[]>): Metrics {
  return Object.fromEntries(
    Object.entries(history).map(([name, [value]]) => {
      if (typeof value === "number") return [name, value];
      const number = value.dataSync()[0];
      value.dispose();
      return [name, number];
    }),
  );
}

function checkOptions(model: LayersModel, { x, y }: Samples, options: TrainOptions): void {
  const { epochs, batchSize = 32, validationSplit: split = 0 } = options;
  if (!(model as { optimizer?: unknown }).optimizer)
    throw new TypeError(
      `The model is not compiled: call model.compile({ optimizer, loss }) before train.`,
    );
  for (const [name, value] of Object.entries({ epochs, batchSize }))
    if (!Number.isInteger(value) || value < 1)
      throw new RangeError(`${name} must be a whole number from 1, not ${String(value)}.`);
  if (x.shape[0] !== y.shape[0])
    throw new RangeError(`x has ${x.shape[0]} rows and y has ${y.shape[0]}: they must be equal.`);
  if (!(split >= 0 && Math.round(x.shape[0] * split) < x.shape[0]))
    throw new RangeError(`validationSplit must leave samples to train on: ${split} does not.`);
  if (split > 0 && options.validationData)
    throw new RangeError("Give validationData or validationSplit, not both.");
}
