import { tensorflow, type Tensor } from "../../tensorflow/index.ts";

/** How gradients are kept small before the optimiser takes them; at most one of the three. */
export interface Clipping {
  /** Each number of a gradient is kept within ± this. */
  readonly clipValue?: number;
  /** The gradient of each weight is made shorter where its norm is more than this. */
  readonly clipNorm?: number;
  /** All gradients together are made shorter where their norm is more than this. */
  readonly globalClipNorm?: number;
}

type Gradients = Record<string, Tensor>;

/** The gradients after clipping, as Keras' optimisers clip them; call it in a scope. */
export function clipGradients(gradients: Gradients, clipping: Clipping): Gradients {
  const { clipValue, clipNorm, globalClipNorm } = clipping;
  const tf = tensorflow();
  const each = (change: (gradient: Tensor) => Tensor): Gradients =>
    Object.fromEntries(
      Object.entries(gradients).map(([name, gradient]) => [name, gradient && change(gradient)]),
    );
  if (clipValue !== undefined) return each((g) => tf.clipByValue(g, -clipValue, clipValue));
  const squares = (g: Tensor): Tensor => tf.sum(tf.square(g));
  const shorten = (g: Tensor, norm: Tensor, most: number): Tensor =>
    tf.mul(g, tf.div(most, tf.maximum(norm, most)));
  if (clipNorm !== undefined) return each((g) => shorten(g, tf.sqrt(squares(g)), clipNorm));
  if (globalClipNorm === undefined) return gradients;
  const all = Object.values(gradients).filter(Boolean).map(squares);
  const norm = tf.sqrt(tf.addN(all));
  return each((g) => shorten(g, norm, globalClipNorm));
}
