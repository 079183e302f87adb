import { checkOptions } from "../../frame/engine/options.ts";
import { tensorflow, type Tensor } from "../../tensorflow/index.ts";
import { epsilon, loss, rowMeans, type Loss } from "./contract.ts";

function checkPositive(who: string, name: string, value: number): void {
  if (!(value > 0 && Number.isFinite(value)))
    throw new RangeError(`${who}: ${name} must be a number above 0, not ${String(value)}.`);
}

/**
 * One minus twice the overlap over the sum of sizes, of each sample's mask. As Keras' `Dice` with all axes
 * but the first.
 *
 * @example
 * const loss = losses.dice();
 * loss(tf.tensor2d([[1, 1, 0]]), tf.tensor2d([[1, 0, 0]])).arraySync()[0].toFixed(4); // "0.3333"
 */
export function dice(): Loss {
  return loss("dice", (yTrue, yPred) => {
    const tf = tensorflow();
    const rows = yPred.shape[0] ?? 1;
    const [truth, guess] = [yTrue.toFloat(), yPred].map((tensor) => tensor.reshape([rows, -1]));
    const both = tf.mul(truth, guess).sum(-1);
    const sizes = truth.sum(-1).add(guess.sum(-1));
    return tf.sub(1, tf.div(both.mul(2).add(epsilon), sizes.add(epsilon)));
  });
}

/**
 * Half the square of the error up to `delta` (default 1), a line beyond, so that outliers count less: the
 * mean over the last axis. As Keras' `Huber`.
 *
 * @throws RangeError for a delta not above 0
 *
 * @example
 * const loss = losses.huber();
 * loss(tf.tensor2d([[0], [0]]), tf.tensor2d([[0.5], [3]])).arraySync(); // [0.125, 2.5]
 */
export function huber(options: { readonly delta?: number } = {}): Loss {
  checkOptions("huber", options, ["delta"]);
  const { delta = 1 } = options;
  checkPositive("huber", "delta", delta);
  return loss("huber", (yTrue, yPred) => {
    const tf = tensorflow();
    const error = tf.abs(tf.sub(yPred, yTrue.toFloat()));
    const near = tf.minimum(error, delta);
    return rowMeans(near.square().mul(0.5).add(tf.sub(error, near).mul(delta)));
  });
}

/**
 * For distances of pairs: the square where the target is 1 (alike), and where it is 0 the square of what
 * is missing to `margin` (default 1). Source: R. Hadsell et al., CVPR 2006.
 *
 * @throws RangeError for a margin not above 0
 *
 * @example
 * const loss = losses.contrastive();
 * loss(tf.tensor2d([[1], [0]]), tf.tensor2d([[0.5], [0.5]])).arraySync(); // [0.25, 0.25]
 */
export function contrastive(options: { readonly margin?: number } = {}): Loss {
  checkOptions("contrastive", options, ["margin"]);
  const { margin = 1 } = options;
  checkPositive("contrastive", "margin", margin);
  return loss("contrastive", (yTrue, yPred) => {
    const tf = tensorflow();
    const alike = yTrue.toFloat();
    const apart = tf.relu(tf.sub(margin, yPred)).square();
    return rowMeans(tf.add(tf.mul(alike, yPred.square()), tf.mul(tf.sub(1, alike), apart)));
  });
}

/**
 * For embeddings of shape [rows, size]: how much farther than `margin` (default 1) below the distance to
 * the negative the distance to the positive stays, or 0. Source: F. Schroff et al., CVPR 2015, with
 * Euclidean distances as in PyTorch's `TripletMarginLoss`.
 *
 * @returns one loss a row
 * @throws RangeError for a margin not above 0
 *
 * @example
 * const [a, p, n] = [[0, 0], [0, 1], [0, 1.5]].map((row) => tf.tensor2d([row]));
 * losses.triplet(a, p, n).arraySync()[0].toFixed(3); // "0.500"
 */
export function triplet(
  anchor: Tensor,
  positive: Tensor,
  negative: Tensor,
  options: { readonly margin?: number } = {},
): Tensor {
  checkOptions("triplet", options, ["margin"]);
  const { margin = 1 } = options;
  checkPositive("triplet", "margin", margin);
  const tf = tensorflow();
  return tf.tidy(() => {
    // Without the small number the gradient of the root at 0 would be no number.
    const distance = (other: Tensor): Tensor =>
      tf.sqrt(tf.sub(anchor, other).square().sum(-1).add(1e-12));
    return tf.relu(distance(positive).sub(distance(negative)).add(margin));
  });
}
