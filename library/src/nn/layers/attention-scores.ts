import { tensorflow, type Tensor } from "../../tensorflow/index.ts";
import { scoresOf } from "./attend.ts";
import type { PlannedLayer } from "./define-layer.ts";
import { sourcesOf, type MultiHeadAttentionOptions } from "./multi-head-attention.ts";
import { attendedBy, type TransformerBlockOptions } from "./transformer-block.ts";

/**
 * How much each step takes from each other: `[batch, heads, steps of the query, steps of the key]`,
 * where each row sums to 1. Without dropout, as in prediction. The caller disposes it.
 *
 * @param layer a layer made by {@link multiHeadAttention} or {@link transformerBlock} that has been applied
 * @param inputs the layer's inputs
 * @throws TypeError for another layer, or one without weights yet
 *
 * @example
 * const layer = multiHeadAttention({ heads: 2, causal: true, seed: 1 });
 * const x = tf.zeros([1, 2, 4]);
 * layer.apply(x).shape; // [1, 2, 4]
 * attentionScores(layer, x).arraySync()[0][0]; // [[1, 0], [0.5, 0.5]]
 */
export function attentionScores(
  layer: PlannedLayer<MultiHeadAttentionOptions> | PlannedLayer<TransformerBlockOptions>,
  ...inputs: readonly Tensor[]
): Tensor {
  const kind = (layer as { getClassName?(): string } | undefined)?.getClassName?.();
  if (kind !== "MultiHeadAttention" && kind !== "TransformerBlock")
    throw new TypeError(
      `attentionScores reads layers of multiHeadAttention and transformerBlock, not ${kind ?? typeof layer}.`,
    );
  if (!layer.built)
    throw new TypeError(
      `The layer ${layer.name} has no weights yet: apply it, or build its model.`,
    );
  const { options } = layer;
  return tensorflow().tidy(() => {
    const seen = kind === "TransformerBlock" ? [attendedBy(layer, inputs[0])] : inputs;
    return scoresOf(sourcesOf(seen), { options, weights: layer.weightTensors() });
  });
}
