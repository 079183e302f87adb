import type { Callback } from "../callbacks/contract.ts";
import { isBatchSource, type BatchSource } from "../data/contract.ts";
import type { LayersModel } from "../../tensorflow/index.ts";
import { compiledParts, type CompiledParts } from "./compiled-parts.ts";
import { checkTrainOptions, lossWeightsOf, type TrainOptions } from "./options.ts";
import type { TrainResult } from "./result.ts";
import { Run } from "./run.ts";
import { SampleSource } from "./sample-source.ts";
import { SampleTensors, type Samples } from "./samples.ts";
import { weighing } from "./weights.ts";

/** What a training reads: its batches, and what it must free at the end. */
interface Sources {
  readonly training: BatchSource;
  readonly validation: BatchSource | undefined;
  dispose(): void;
}

interface Latest {
  readonly result: TrainResult;
  dispose(): void;
}

const latest = new WeakMap<LayersModel, Latest>();

/**
 * The latest training of a model, also one that was stopped by the kernel's Stop or failed: its
 * history up to there.
 */
export function trainingOf(model: LayersModel): TrainResult | undefined {
  return latest.get(model)?.result;
}

/**
 * Trains a compiled model as `model.fit` does, but repeatably: the samples are shuffled from the
 * seed. With seeded initialisers two processes agree to the last digit; a dropout layer of TensorFlow.js
 * needs `setSeed` for that, or `seededDropout` in its place.
 *
 * Shows a live line and curves, and lets the event loop turn. Stop ends it at once: the model keeps
 * what it has learnt, and `trainingOf(model)` the history. Disposes what it makes; tensors given to it
 * stay the caller's.
 *
 * Metrics of an epoch are means over its samples; streaming metrics (`precision()` and such) are those of
 * all its samples at once. The validation loss includes the penalties of regularisers, as in Keras.
 *
 * @param data samples, as tensors, arrays or a frame, or a dataset that makes batches
 * @throws TypeError for a model that is not compiled, unknown options, or data that are no numbers
 * @throws RangeError for bad options, or data that do not fit the model
 *
 * @example
 * const { history, seconds } = await train(model, { x, y }, { epochs: 5, seed: 1, validationSplit: 0.1 });
 * history.loss.at(-1);
 *
 * @example
 * const result = await train(model, { x: frame, y: "target" }, { epochs: 20, seed: 1 });
 * result.toFrame();
 */
export async function train(
  model: LayersModel,
  data: Samples | BatchSource,
  options: TrainOptions,
): Promise<TrainResult> {
  const parts = compiledParts(model);
  checkTrainOptions(options);
  const weigh = weighing(parts, options.classWeight);
  const lossWeights = lossWeightsOf(parts.outputNames, options.lossWeights);
  // A training of this model that the kernel's Stop ended could not clean up.
  latest.get(model)?.dispose();
  const sources = sourcesOf(parts, data, options);
  const callbacks = listOf(options.callbacks);
  const run = new Run({ model, parts, ...sources, options, callbacks, weigh, lossWeights });
  latest.set(model, { result: run.result, dispose: () => sources.dispose() });
  try {
    await run.start();
  } finally {
    sources.dispose();
  }
  return run.result;
}

function listOf(callbacks: TrainOptions["callbacks"]): readonly Callback[] {
  if (callbacks === undefined) return [];
  return Array.isArray(callbacks) ? (callbacks as Callback[]) : [callbacks as Callback];
}

function sourcesOf(
  parts: CompiledParts,
  data: Samples | BatchSource,
  options: TrainOptions,
): Sources {
  const { batchSize = 32, validationData, validationSplit: split = 0, shuffle = true } = options;
  const made: SampleTensors[] = [];
  const read = (samples: Samples): SampleTensors => {
    const tensors = new SampleTensors(parts, samples);
    made.push(tensors);
    return tensors;
  };
  const dispose = (): void => made.splice(0).forEach((tensors) => tensors.dispose());
  const validating = (): BatchSource | undefined => {
    if (validationData === undefined || isBatchSource(validationData)) return validationData;
    const held = read(validationData);
    return new SampleSource(held, { batchSize, from: 0, to: held.rows });
  };
  try {
    if (isBatchSource(data)) {
      if (split > 0)
        throw new RangeError(
          "validationSplit holds samples out of tensors, arrays and frames; a dataset is divided before: give validationData.",
        );
      return { training: data, validation: validating(), dispose };
    }
    const samples = read(data);
    const heldOut = Math.round(samples.rows * split);
    const to = samples.rows - heldOut;
    if (!(split >= 0 && to > 0))
      throw new RangeError(`validationSplit must leave samples to train on: ${split} does not.`);
    // Undefined where it must be given is refused where the order is drawn.
    const order = shuffle ? { seed: options.seed as number } : {};
    if (shuffle && options.seed === undefined)
      throw new RangeError(
        "A seed is a whole number; give one for the order of the samples, or shuffle: false.",
      );
    const training = new SampleSource(samples, { batchSize, from: 0, to, ...order });
    const held =
      heldOut > 0
        ? new SampleSource(samples, { batchSize, from: to, to: samples.rows })
        : validating();
    return { training, validation: held, dispose };
  } catch (error) {
    dispose();
    throw error;
  }
}
