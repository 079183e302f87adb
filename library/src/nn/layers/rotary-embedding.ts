import { known } from "./checks.ts";
import { defineLayer, type LayerOptions, type PlannedLayer } from "./define-layer.ts";
import { rotate } from "./rotate.ts";

export interface RotaryEmbeddingOptions extends LayerOptions {
  /** The slowest pair turns by about 1 / base each step. Default 10 000. */
  readonly base?: number;
  /**
   * Which numbers are turned together: `"halves"` (default; GPT-NeoX, Llama in Hugging Face's form)
   * number i and number i + width / 2, `"neighbours"` (the paper) 2i and 2i + 1.
   */
  readonly pairs?: "halves" | "neighbours";
}

/**
 * Tells queries and keys their positions by turning pairs of numbers, so that a product of two depends
 * on their distance. `[…, steps, width]` → the same; no parameters. Apply it to queries and keys, never
 * to values; `multiHeadAttention({ rotary: true })` does so.
 *
 * Source: J. Su et al., "RoFormer: Enhanced Transformer with Rotary Position Embedding", 2021.
 *
 * @throws RangeError for an odd width
 *
 * @example
 * const turned = rotaryEmbedding().apply(tf.tensor3d([[[1, 0], [1, 0]]])).arraySync();
 * turned[0][1].map((v) => +v.toFixed(4)); // [0.5403, 0.8415]
 */
export function rotaryEmbedding(
  options: RotaryEmbeddingOptions = {},
): PlannedLayer<RotaryEmbeddingOptions> {
  return make(options);
}

const make = defineLayer<RotaryEmbeddingOptions>({
  className: "RotaryEmbedding",
  check: ({ base = 10_000, pairs = "halves" }, shape) => {
    if (!(base > 0)) throw new RangeError(`base must be above 0, not ${base}.`);
    if (pairs !== "halves" && pairs !== "neighbours")
      throw new TypeError(`pairs must be "halves" or "neighbours", not ${String(pairs)}.`);
    if (shape && known("rotaryEmbedding", shape, -1) % 2 !== 0)
      throw new RangeError(`The width must be even, to make pairs: ${shape.at(-1)} is odd.`);
  },
  call: ([x], { options: { base = 10_000, pairs = "halves" } }) => rotate(x, base, pairs),
});
