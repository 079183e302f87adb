import { checkOptions } from "../../frame/engine/options.ts";
import type { Seed } from "../../random/index.ts";
import type { Callback } from "../callbacks/contract.ts";
import type { BatchSource } from "../data/contract.ts";
import type { Clipping } from "./clipping.ts";
import type { Samples } from "./samples.ts";
import type { ClassWeight } from "./weights.ts";

export interface TrainOptions extends Clipping {
  readonly epochs: number;
  /** Default 32. Of samples, not of a dataset, which makes its own batches. */
  readonly batchSize?: number;
  /** For the order of the samples: the same in every process. Needed unless `shuffle` is false. */
  readonly seed?: Seed;
  /** Default true: another order of the samples in each epoch. */
  readonly shuffle?: boolean;
  readonly validationData?: Samples | BatchSource;
  /** Part of the samples, 0 to 1, that is held out from the end, before any shuffling. */
  readonly validationSplit?: number;
  /** Ends an epoch after so many batches; needed for a dataset that never ends. */
  readonly stepsPerEpoch?: number;
  /** The same for validation. */
  readonly validationSteps?: number;
  /** How much each class counts in the loss, by its number; by output where there are several. */
  readonly classWeight?: ClassWeight | Readonly<Record<string, ClassWeight>>;
  /** How much the loss of each output counts, by name; default 1. */
  readonly lossWeights?: Readonly<Record<string, number>>;
  /** One or several; see `Callback`. */
  readonly callbacks?: Callback | readonly Callback[];
  /** 0 shows nothing; 1 (default) a live line and curves; 2 a line an epoch. */
  readonly verbose?: 0 | 1 | 2;
  /** Live curves in a notebook. Default true; never where the variable CI is set. */
  readonly curves?: boolean;
  /**
   * Runs the steps of this training as TensorFlow graphs, as `accelerate(model)` does for all that comes.
   * Default false.
   */
  readonly accelerate?: boolean;
  /** Ends the training between two batches; the result holds the epochs before. */
  readonly signal?: AbortSignal;
}

const known = [
  ...["epochs", "batchSize", "seed", "shuffle", "validationData", "validationSplit"],
  ...["stepsPerEpoch", "validationSteps", "classWeight", "lossWeights", "callbacks", "verbose"],
  ...["curves", "signal", "accelerate", "clipValue", "clipNorm", "globalClipNorm"],
];

/** @throws TypeError for an unknown option; RangeError for a bad value */
export function checkTrainOptions(options: TrainOptions): void {
  checkOptions("train", options, known);
  const { epochs, batchSize = 32, stepsPerEpoch = 1, validationSteps = 1 } = options;
  for (const [name, value] of Object.entries({
    epochs,
    batchSize,
    stepsPerEpoch,
    validationSteps,
  }))
    if (!Number.isInteger(value) || value < 1)
      throw new RangeError(`${name} must be a whole number from 1, not ${String(value)}.`);
  if ((options.validationSplit ?? 0) > 0 && options.validationData)
    throw new RangeError("Give validationData or validationSplit, not both.");
  const clips = (["clipValue", "clipNorm", "globalClipNorm"] as const).filter(
    (name) => options[name] !== undefined,
  );
  if (clips.length > 1) throw new RangeError(`Give one of ${clips.join(" and ")}, not both.`);
  for (const name of clips)
    if (!(Number(options[name]) > 0))
      throw new RangeError(`${name} must be a number above 0, not ${String(options[name])}.`);
  if (![0, 1, 2, undefined].includes(options.verbose))
    throw new RangeError(`verbose is 0, 1 or 2, not ${String(options.verbose)}.`);
}

/** The weights of the outputs' losses in the model's order. */
export function lossWeightsOf(
  names: readonly string[],
  given: Readonly<Record<string, number>> | undefined,
): readonly number[] | undefined {
  if (given === undefined) return undefined;
  const wrong = Object.keys(given).find((name) => !names.includes(name));
  if (wrong !== undefined)
    throw new TypeError(`The model has no output "${wrong}"; it has: ${names.join(", ")}.`);
  return names.map((name) => given[name] ?? 1);
}
