import { tensorflow, type LayersModel } from "../../tensorflow/index.ts";
import { layerWeights } from "./layer-weights.ts";
import { checkSizes, type ModelOptions, type OutputActivation } from "./options.ts";

export interface RecurrentOptions extends ModelOptions {
  /** Default `"lstm"`. */
  readonly cell?: "lstm" | "gru";
  /** Steps a sequence. */
  readonly steps: number;
  /** Numbers a step: `[batch, steps, features]` goes in. Not with `vocabulary`. */
  readonly features?: number;
  /** Different tokens: `[batch, steps]` of token numbers goes in, and each becomes a learned vector. */
  readonly vocabulary?: number;
  /** Length of a token's vector. Default `units`. */
  readonly width?: number;
  /** Units of the recurrent layer. */
  readonly units: number;
  readonly outputs: number;
  /** Default `"softmax"`. */
  readonly outputActivation?: OutputActivation;
}

/**
 * A recurrent layer that reads a sequence, and a dense layer on its last state: → `[batch, outputs]`.
 *
 * From f features to n units an LSTM has 4 · n · (f + n + 1) parameters, a GRU 3 · n · (f + n + 1).
 * The GRU is TensorFlow.js's: the reset gate comes before the product with the state. Not compiled yet.
 *
 * @throws RangeError for sizes that are no whole numbers from 1; TypeError without `features` or
 * `vocabulary`, or with both
 *
 * @example
 * const model = recurrent({ cell: "gru", steps: 20, features: 8, units: 32, outputs: 2, seed: 1 });
 * model.countParams(); // 4002
 */
export function recurrent(options: RecurrentOptions): LayersModel {
  const { cell = "lstm", steps, features, vocabulary, units, width = units } = options;
  const { outputs, outputActivation = "softmax", seed, name } = options;
  if ((features === undefined) === (vocabulary === undefined))
    throw new TypeError(
      "Give features (numbers a step) or vocabulary (different tokens), one of them.",
    );
  if (cell !== "lstm" && cell !== "gru")
    throw new TypeError(`cell must be "lstm" or "gru", not ${JSON.stringify(cell)}.`);
  checkSizes({
    steps,
    features: features ?? 1,
    vocabulary: vocabulary ?? 1,
    units,
    width,
    outputs,
  });
  const { layers, sequential } = tensorflow();
  const weights = layerWeights(seed);
  const model = sequential({ name });
  if (vocabulary !== undefined)
    model.add(
      layers.embedding({
        inputDim: vocabulary,
        outputDim: width,
        inputLength: steps,
        embeddingsInitializer: weights.other(),
      }),
    );
  model.add(
    layers[cell]({
      ...(features !== undefined && { inputShape: [steps, features] }),
      units,
      kernelInitializer: weights.other(),
      recurrentInitializer: weights.recurrent(),
      // The type asks it of a GRU; a sigmoid is what the field uses, TensorFlow.js would take hardSigmoid.
      recurrentActivation: "sigmoid",
    }),
  );
  model.add(
    layers.dense({
      units: outputs,
      activation: outputActivation,
      kernelInitializer: weights.other(),
    }),
  );
  return model;
}
