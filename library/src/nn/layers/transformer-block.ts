import type { Tensor } from "../../tensorflow/index.ts";
import type { SeedOrRandom } from "../seed.ts";
import {
  attend,
  attentionWeights,
  checkAttention,
  linear,
  type AttentionOptions,
} from "./attend.ts";
import { checkAxes, checkWhole, known } from "./checks.ts";
import {
  defineLayer,
  type CallContext,
  type LayerOptions,
  type PlannedLayer,
  type WeightPlan,
} from "./define-layer.ts";
import { gelu } from "./gelu.ts";
import { normalise, normaliseByRms } from "./normalise.ts";
import { dropped } from "./seeded-dropout.ts";

export interface TransformerBlockOptions extends AttentionOptions, LayerOptions {
  /** Units between the two products of the second half. Default 4 · width. */
  readonly hidden?: number;
  /** Default `"layer"`. */
  readonly normalization?: "layer" | "rms";
  /** Before each half (default; GPT-2) or after its sum (the paper, BERT). */
  readonly normalize?: "before" | "after";
  /** Added to variances and mean squares. Default 1e-5. */
  readonly epsilon?: number;
  /** Of the first kernels. Default: Glorot's; 0.02 is GPT-2's. */
  readonly standardDeviation?: number;
  readonly seed: SeedOrRandom;
}

/**
 * A block of a transformer: attention of the sequence to itself, then two products with GELU between
 * at each step, each half added to its input. `[batch, steps, width]` → the same.
 *
 * `dropout` drops scores, and numbers of what each half adds. With hidden = 4 · width and biases there
 * are 12 · width² + 13 · width parameters. The scores are read by {@link attentionScores}.
 *
 * Source: A. Vaswani et al., "Attention Is All You Need", NeurIPS 2017; the normalisation before each
 * half and GELU are GPT-2's (A. Radford et al., 2019).
 *
 * @throws RangeError where the heads do not divide the width
 *
 * @example
 * const block = transformerBlock({ heads: 4, causal: true, seed: 1 });
 * block.apply(tf.zeros([2, 10, 32])).shape; // [2, 10, 32]
 * block.countParams(); // 12704
 */
export function transformerBlock(
  options: TransformerBlockOptions,
): PlannedLayer<TransformerBlockOptions> {
  return make(options);
}

type Context = Pick<CallContext<TransformerBlockOptions>, "options" | "weights">;

const make = defineLayer<TransformerBlockOptions>({
  className: "TransformerBlock",
  check: (options, shape) => {
    const { hidden, normalization = "layer", normalize = "before" } = options;
    checkWhole({ hidden });
    if (normalization !== "layer" && normalization !== "rms")
      throw new TypeError(`normalization must be "layer" or "rms", not ${String(normalization)}.`);
    if (normalize !== "before" && normalize !== "after")
      throw new TypeError(`normalize must be "before" or "after", not ${String(normalize)}.`);
    checkAxes("transformerBlock", shape, ["batch", "steps", "width"]);
    checkAttention(options, shape && known("transformerBlock", shape, -1));
  },
  weights: (options, shape) => {
    const width = known("transformerBlock", shape, -1);
    const { hidden = 4 * width, useBias = true, standardDeviation } = options;
    const start = standardDeviation === undefined ? "glorot" : { normal: standardDeviation };
    const widths = { query: width, key: width, value: width };
    const bias = (name: string, length: number): Record<string, WeightPlan> =>
      useBias ? { [`${name}Bias`]: { shape: [length], start: "zeros" } } : {};
    return {
      ...normalization(1, width, options),
      ...attentionWeights(options, widths, { inner: start, output: start }),
      ...normalization(2, width, options),
      upKernel: { shape: [width, hidden], start },
      ...bias("up", hidden),
      downKernel: { shape: [hidden, width], start },
      ...bias("down", width),
    };
  },
  draws: ({ dropout = 0 }) => dropout > 0,
  call: ([x], context) => {
    const { options, weights, training, random } = context;
    const { normalize = "before", dropout = 0 } = options;
    const thinned = (added: Tensor): Tensor =>
      training && dropout > 0 ? dropped(added, dropout, random) : added;
    const halves = [
      (x: Tensor) => attend({ query: x, key: x, value: x }, context),
      (x: Tensor) => linear(gelu(linear(x, "up", weights)), "down", weights),
    ];
    let state = x;
    for (const [index, half] of halves.entries()) {
      const norm = (x: Tensor): Tensor => normalisedBy(index + 1, x, context);
      state =
        normalize === "before"
          ? state.add(thinned(half(norm(state))))
          : norm(state.add(thinned(half(state))));
    }
    return state;
  },
});

/** What the block's attention sees of its input. */
export function attendedBy(block: PlannedLayer<TransformerBlockOptions>, x: Tensor): Tensor {
  const { options } = block;
  if (options.normalize === "after") return x;
  return normalisedBy(1, x, { options, weights: block.weightTensors() });
}

function normalization(
  half: number,
  width: number,
  { normalization = "layer" }: TransformerBlockOptions,
): Record<string, WeightPlan> {
  const gain: WeightPlan = { shape: [width], start: "ones" };
  const offset: WeightPlan = { shape: [width], start: "zeros" };
  return {
    [`gain${half}`]: gain,
    ...(normalization === "layer" && { [`offset${half}`]: offset }),
  };
}

function normalisedBy(half: number, x: Tensor, { options, weights }: Context): Tensor {
  const { normalization = "layer", epsilon = 1e-5 } = options;
  const gain = weights[`gain${half}`];
  return normalization === "layer"
    ? normalise(x, gain, weights[`offset${half}`], epsilon)
    : normaliseByRms(x, gain, epsilon);
}
