import { tensorflow, type Tensor } from "../../tensorflow/index.ts";
import { checkRate, checkWhole } from "./checks.ts";
import type { CallContext, WeightPlan } from "./define-layer.ts";
import { rotate } from "./rotate.ts";
import { dropped } from "./seeded-dropout.ts";

/** How attention is done. */
export interface AttentionOptions {
  readonly heads: number;
  /** Numbers a head. Default: the width of the query, divided by `heads`. */
  readonly keyWidth?: number;
  /** A step sees itself and earlier ones only. Default false. */
  readonly causal?: boolean;
  /** Part of the scores that is dropped in training. Default 0. */
  readonly dropout?: number;
  /** Queries and keys are turned by their positions, as `rotaryEmbedding` does. Default false. */
  readonly rotary?: boolean;
  /** Default true. */
  readonly useBias?: boolean;
}

/** What looks, what is looked at, and what is taken from there. `[batch, steps, width]` each. */
export interface Sources {
  readonly query: Tensor;
  readonly key: Tensor;
  readonly value: Tensor;
}

type Context = Pick<CallContext<AttentionOptions>, "options" | "weights" | "training" | "random">;

export function checkAttention(options: AttentionOptions, width?: number): void {
  const { heads, keyWidth, dropout = 0, rotary } = options;
  checkWhole({ heads, keyWidth });
  checkRate("dropout", dropout);
  if (width === undefined) return;
  if (keyWidth === undefined && width % heads !== 0)
    throw new RangeError(
      `A width of ${width} cannot be cut into ${heads} heads: give keyWidth, or a width they divide.`,
    );
  if (rotary && (keyWidth ?? width / heads) % 2 !== 0)
    throw new RangeError(
      `rotary needs an even width of each head, not ${keyWidth ?? width / heads}.`,
    );
}

/** The weights of the four products. */
export function attentionWeights(
  { heads, keyWidth, useBias = true }: AttentionOptions,
  widths: Readonly<Record<"query" | "key" | "value", number>>,
  start: Readonly<Record<"inner" | "output", WeightPlan["start"]>>,
): Record<string, WeightPlan> {
  const inner = heads * (keyWidth ?? widths.query / heads);
  const plans: Record<string, WeightPlan> = {};
  const add = (name: string, shape: [number, number], start: WeightPlan["start"]): void => {
    plans[`${name}Kernel`] = { shape, start };
    if (useBias) plans[`${name}Bias`] = { shape: [shape[1]], start: "zeros" };
  };
  for (const name of ["query", "key", "value"] as const)
    add(name, [widths[name], inner], start.inner);
  add("output", [inner, widths.query], start.output);
  return plans;
}

/** softmax(Q Kᵀ / √width) V for each head, the heads side by side, and the last product. */
export function attend(sources: Sources, context: Context): Tensor {
  const { options, weights, training, random } = context;
  const { dropout = 0 } = options;
  const all = scoresOf(sources, context);
  const scores = training && dropout > 0 ? dropped(all, dropout, random) : all;
  const mixed = tensorflow().matMul(scores, headsOf(sources.value, "value", context));
  const [batch, , steps] = mixed.shape;
  return linear(mixed.transpose([0, 2, 1, 3]).reshape([batch, steps, -1]), "output", weights);
}

/** How much each step of the query takes from each of the key: `[batch, heads, query, key]`, rows sum to 1. */
export function scoresOf(
  { query, key }: Sources,
  context: Pick<Context, "options" | "weights">,
): Tensor {
  const tf = tensorflow();
  const { causal = false, rotary = false } = context.options;
  const turned = (heads: Tensor): Tensor => (rotary ? rotate(heads, 10_000, "halves") : heads);
  const [q, k] = [turned(headsOf(query, "query", context)), turned(headsOf(key, "key", context))];
  const products = tf.matMul(q.mul(1 / Math.sqrt(q.shape[3]!)), k, false, true);
  return tf.softmax(causal ? products.add(laterSteps(q.shape[2]!, k.shape[2]!)) : products);
}

/** −1e9 where a step would see a later one, else 0. */
function laterSteps(query: number, key: number): Tensor {
  const tf = tensorflow();
  const [rows, columns] = [tf.range(0, query).expandDims(1), tf.range(0, key).expandDims(0)];
  return columns.greater(rows).toFloat().mul(-1e9);
}

/** `[batch, heads, steps, width of a head]` */
function headsOf(
  x: Tensor,
  name: "query" | "key" | "value",
  { options: { heads }, weights }: Pick<Context, "options" | "weights">,
): Tensor {
  const [batch, steps] = x.shape;
  return linear(x, name, weights).reshape([batch, steps, heads, -1]).transpose([0, 2, 1, 3]);
}

/** x · kernel + bias over the last axis. */
export function linear(x: Tensor, name: string, weights: Context["weights"]): Tensor {
  const [kernel, bias] = [weights[`${name}Kernel`], weights[`${name}Bias`]];
  const product = x.reshape([-1, kernel.shape[0]]).matMul(kernel);
  const sum = bias === undefined ? product : product.add(bias);
  return sum.reshape([...x.shape.slice(0, -1), kernel.shape[1]!]);
}
