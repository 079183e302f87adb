import type { Tensor } from "../../tensorflow/index.ts";
import type { SeedOrRandom } from "../seed.ts";
import {
  attend,
  attentionWeights,
  checkAttention,
  type AttentionOptions,
  type Sources,
} from "./attend.ts";
import { checkAxes, known } from "./checks.ts";
import { defineLayer, type LayerOptions, type PlannedLayer, type Shape } from "./define-layer.ts";

export interface MultiHeadAttentionOptions extends AttentionOptions, LayerOptions {
  readonly seed: SeedOrRandom;
}

/**
 * Each step takes from the others what it looks for, with several heads side by side.
 *
 * One input `[batch, steps, width]` attends to itself; of two `[query, value]` the first attends to the
 * second, of three `[query, value, key]` the keys are apart (as in Keras). Out comes the query's shape.
 * With w = width and h = heads · keyWidth there are 3 (w · h + h) + h · w + w parameters. The scores
 * are read by {@link attentionScores}.
 *
 * Source: A. Vaswani et al., "Attention Is All You Need", NeurIPS 2017, section 3.2.
 *
 * @throws RangeError where the heads do not divide the width and `keyWidth` is not given
 *
 * @example
 * const layer = multiHeadAttention({ heads: 4, causal: true, seed: 1 });
 * layer.apply(tf.zeros([2, 10, 32])).shape; // [2, 10, 32]
 * layer.countParams(); // 4224
 */
export function multiHeadAttention(
  options: MultiHeadAttentionOptions,
): PlannedLayer<MultiHeadAttentionOptions> {
  return make(options);
}

const axes = ["batch", "steps", "width"];

const make = defineLayer<MultiHeadAttentionOptions>({
  className: "MultiHeadAttention",
  check: (options, ...shapes) => {
    for (const shape of shapes) checkAxes("multiHeadAttention", shape, axes);
    checkAttention(options, shapes[0] && known("multiHeadAttention", shapes[0], -1));
  },
  weights: (options, ...shapes) => {
    const { query, value, key } = named<Shape>(shapes);
    const width = (shape: Shape): number => known("multiHeadAttention", shape, -1);
    const widths = { query: width(query), value: width(value), key: width(key) };
    return attentionWeights(options, widths, { inner: "glorot", output: "glorot" });
  },
  draws: ({ dropout = 0 }) => dropout > 0,
  call: (inputs, context) => attend(sourcesOf(inputs), context),
});

/** The inputs in Keras' order: query, value, key. */
export const sourcesOf = (inputs: readonly Tensor[]): Sources => named(inputs);

function named<T>([query, value = query, key = value]: readonly T[]): Record<
  "query" | "value" | "key",
  T
> {
  return { query, value, key };
}
