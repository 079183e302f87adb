import { nearest } from "../../frame/engine/names.ts";
import type { LayersModel, Tensor } from "../../tensorflow/index.ts";
import { layerOutputs } from "./layer-outputs.ts";

/**
 * What layers give for some inputs, by the layers' names; the caller disposes the tensors. A layer that
 * is used in several places, or has several outputs, gives the first.
 *
 * @param x a tensor, or one for each input in the model's order
 * @param layers names of layers; by default all
 * @throws RangeError for a name that the model does not have
 *
 * @example
 * const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [4], name: "first" })] });
 * activations(model, tf.ones([2, 4]), ["first"]).first.shape; // [2, 3]
 */
export function activations(
  model: LayersModel,
  x: Tensor | readonly Tensor[],
  layers?: readonly string[],
): Record<string, Tensor> {
  const names = model.layers.map(({ name }) => name);
  for (const wanted of layers ?? []) {
    if (names.includes(wanted)) continue;
    const [near] = nearest(wanted, names);
    throw new RangeError(
      `The model has no layer "${wanted}". ${near === undefined ? `It has: ${names.join(", ")}.` : `Did you mean "${near}"?`}`,
    );
  }
  const inputs = Array.isArray(x) ? (x as Tensor[]) : [x as Tensor];
  const outputs = layerOutputs(model, inputs, layers === undefined ? {} : { names: layers });
  return Object.fromEntries(
    outputs.map(({ layer, tensors: [first, ...others] }) => {
      others.forEach((tensor) => tensor.dispose());
      return [layer.name, first];
    }),
  );
}
