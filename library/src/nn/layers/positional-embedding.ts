import { tensorflow, type Tensor } from "../../tensorflow/index.ts";
import type { SeedOrRandom } from "../seed.ts";
import { checkAxes, checkWhole, known } from "./checks.ts";
import {
  defineLayer,
  type LayerOptions,
  type PlannedLayer,
  type WeightPlan,
} from "./define-layer.ts";

export interface PositionalEmbeddingOptions extends LayerOptions {
  /** `"learned"` (default): a vector for each of `steps` positions; `"sinusoidal"`: waves, nothing to learn. */
  readonly kind?: "learned" | "sinusoidal";
  /** The longest sequence, for learned positions. Default: the input's. */
  readonly steps?: number;
  /** Standard deviation of learned positions at first. Default 0.02. */
  readonly standardDeviation?: number;
  /** For learned positions. Default 0. */
  readonly seed?: SeedOrRandom;
}

/**
 * Adds to each step's vector one that tells its position. `[batch, steps, width]` → the same;
 * steps · width parameters where it is learned.
 *
 * The waves: number 2i of position t is sin(t / 10000^(2i / width)), number 2i + 1 the cosine.
 *
 * Source: A. Vaswani et al., "Attention Is All You Need", NeurIPS 2017, section 3.5.
 *
 * @throws RangeError for a sequence longer than `steps`
 *
 * @example
 * const waves = positionalEmbedding({ kind: "sinusoidal" }).apply(tf.zeros([1, 2, 2])).arraySync();
 * waves[0][1].map((v) => +v.toFixed(4)); // [0.8415, 0.5403]
 */
export function positionalEmbedding(
  options: PositionalEmbeddingOptions = {},
): PlannedLayer<PositionalEmbeddingOptions> {
  return make(options);
}

const make = defineLayer<PositionalEmbeddingOptions>({
  className: "PositionalEmbedding",
  check: ({ kind = "learned", steps }, shape) => {
    if (kind !== "learned" && kind !== "sinusoidal")
      throw new TypeError(`kind must be "learned" or "sinusoidal", not ${String(kind)}.`);
    checkWhole({ steps });
    checkAxes("positionalEmbedding", shape, ["batch", "steps", "width"]);
    if (kind === "learned" && shape && steps !== undefined && (shape[1] ?? 0) > steps)
      throw new RangeError(`A sequence of ${shape[1]} steps is longer than steps, ${steps}.`);
  },
  weights: (
    { kind = "learned", steps, standardDeviation = 0.02 },
    shape,
  ): Record<string, WeightPlan> => {
    if (kind === "sinusoidal") return {};
    const width = known("positionalEmbedding", shape, 2);
    const length = steps ?? known("positionalEmbedding", shape, 1);
    return { positions: { shape: [length, width], start: { normal: standardDeviation } } };
  },
  call: ([x], { weights: { positions } }) => {
    const [, steps, width] = x.shape;
    if (positions === undefined) return x.add(waves(steps, width));
    if (steps > positions.shape[0])
      throw new RangeError(
        `A sequence of ${steps} steps is longer than the ${positions.shape[0]} positions learned.`,
      );
    return x.add(
      steps === positions.shape[0] ? positions : positions.slice([0, 0], [steps, width]),
    );
  },
});

function waves(steps: number, width: number): Tensor {
  const numbers = new Float32Array(steps * width);
  for (let step = 0; step < steps; step++)
    for (let i = 0; i < width; i++) {
      const angle = step / 10_000 ** ((i - (i % 2)) / width);
      numbers[step * width + i] = i % 2 === 0 ? Math.sin(angle) : Math.cos(angle);
    }
  return tensorflow().tensor2d(numbers, [steps, width]);
}
