import { tensorflow, type LayersModel } from "../../tensorflow/index.ts";
import { layerWeights } from "./layer-weights.ts";
import { checkSizes, type ModelOptions, type OutputActivation } from "./options.ts";

export interface MlpOptions extends ModelOptions {
  /** Numbers a sample. */
  readonly inputs: number;
  /** Units of each hidden layer, in order; each ends in ReLU. */
  readonly hidden: readonly number[];
  readonly outputs: number;
  /** Default `"softmax"`. */
  readonly outputActivation?: OutputActivation;
}

/**
 * A net of dense layers: `[batch, inputs]` → `[batch, outputs]`, ReLU between.
 *
 * A layer from m to n numbers has m · n + n parameters. The model is not compiled yet.
 *
 * @throws RangeError for sizes that are no whole numbers from 1
 *
 * @example
 * const model = mlp({ inputs: 4, hidden: [16, 8], outputs: 3, seed: 1 });
 * model.countParams(); // 243
 */
export function mlp(options: MlpOptions): LayersModel {
  const { inputs, hidden, outputs, outputActivation = "softmax", seed, name } = options;
  checkSizes({ inputs, hidden, outputs });
  const tf = tensorflow();
  const weights = layerWeights(seed);
  const model = tf.sequential({ name });
  const all = [...hidden, outputs];
  for (const [index, units] of all.entries()) {
    const isLast = index === all.length - 1;
    model.add(
      tf.layers.dense({
        ...(index === 0 && { inputShape: [inputs] }),
        units,
        activation: isLast ? outputActivation : "relu",
        kernelInitializer: isLast ? weights.other() : weights.relu(),
      }),
    );
  }
  return model;
}
