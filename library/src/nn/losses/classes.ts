import { checkOptions } from "../../frame/engine/options.ts";
import { tensorflow, type Tensor } from "../../tensorflow/index.ts";
import { checkPart, epsilon, loss, rowMeans, type Loss } from "./contract.ts";

export interface ClassOptions {
  /** The part of each target that is spread over all classes, 0 to below 1; default 0. */
  readonly labelSmoothing?: number;
  /** Whether predictions are logits, before softmax or sigmoid; default false. */
  readonly fromLogits?: boolean;
}

const known = ["labelSmoothing", "fromLogits"];

/** Targets as rows with a one; numbers of classes become such rows. */
function oneHot(yTrue: Tensor, yPred: Tensor): Tensor {
  const tf = tensorflow();
  const classes = yPred.shape.at(-1) ?? 1;
  if (yTrue.rank === yPred.rank && yTrue.shape.at(-1) === classes) return yTrue.toFloat();
  const shape = yPred.shape.slice(0, -1);
  return tf.oneHot(tf.cast(yTrue.reshape(shape), "int32"), classes).toFloat();
}

const smooth = (truth: Tensor, part: number): Tensor =>
  part === 0 ? truth : truth.mul(1 - part).add(part / (truth.shape.at(-1) ?? 1));

/** The logarithm of softmax, without overflow. */
function logSoftmax(logits: Tensor): Tensor {
  const tf = tensorflow();
  const shifted = tf.sub(logits, tf.max(logits, -1, true));
  return tf.sub(shifted, tf.logSumExp(shifted, -1, true));
}

function logShares(yPred: Tensor): Tensor {
  const tf = tensorflow();
  const shares = tf.div(yPred, tf.sum(yPred, -1, true));
  return tf.log(tf.clipByValue(shares, epsilon, 1 - epsilon));
}

/**
 * Cross-entropy over classes: targets as rows with a one, or as numbers of classes. As Keras'
 * `CategoricalCrossentropy`. A target of zeros alone counts nothing and pulls nothing: from logits
 * TensorFlow.js's own `softmaxCrossEntropy` pushes its logits apart all the same.
 *
 * @throws RangeError for a labelSmoothing outside 0 to 1
 *
 * @example
 * const loss = losses.categoricalCrossentropy({ fromLogits: true });
 * loss(tf.tensor1d([0]), tf.tensor2d([[2, 2]])).arraySync()[0].toFixed(3); // "0.693"
 */
export function categoricalCrossentropy(options: ClassOptions = {}): Loss {
  checkOptions("categoricalCrossentropy", options, known);
  const { labelSmoothing = 0, fromLogits = false } = options;
  checkPart("categoricalCrossentropy", "labelSmoothing", labelSmoothing);
  return loss("categoricalCrossentropy", (yTrue, yPred) => {
    const tf = tensorflow();
    const truth = smooth(oneHot(yTrue, yPred), labelSmoothing);
    const logs = fromLogits ? logSoftmax(yPred) : logShares(yPred);
    return tf.neg(tf.sum(tf.mul(truth, logs), -1));
  });
}

/** The cross-entropy of yes and no with logits, without overflow. */
function crossed(truth: Tensor, logits: Tensor): Tensor {
  const tf = tensorflow();
  const small = tf.log1p(tf.exp(tf.neg(tf.abs(logits))));
  return tf.add(tf.sub(tf.relu(logits), tf.mul(logits, truth)), small);
}

/**
 * Cross-entropy of yes-or-no targets, the mean over the last axis. As Keras' `BinaryCrossentropy`.
 *
 * @throws RangeError for a labelSmoothing outside 0 to 1
 *
 * @example
 * const loss = losses.binaryCrossentropy();
 * loss(tf.tensor2d([[1]]), tf.tensor2d([[0.5]])).arraySync()[0].toFixed(3); // "0.693"
 */
export function binaryCrossentropy(options: ClassOptions = {}): Loss {
  checkOptions("binaryCrossentropy", options, known);
  const { labelSmoothing = 0, fromLogits = false } = options;
  checkPart("binaryCrossentropy", "labelSmoothing", labelSmoothing);
  return loss("binaryCrossentropy", (yTrue, yPred) => {
    const tf = tensorflow();
    const truth = yTrue
      .toFloat()
      .mul(1 - labelSmoothing)
      .add(labelSmoothing / 2);
    if (fromLogits) return rowMeans(crossed(truth, yPred));
    const share = tf.clipByValue(yPred, epsilon, 1 - epsilon);
    const no = tf.mul(tf.sub(1, truth), tf.log(tf.sub(1, share)));
    return rowMeans(tf.neg(tf.add(tf.mul(truth, tf.log(share)), no)));
  });
}

export interface FocalOptions extends ClassOptions {
  /** How much less well-recognised samples count; 0 is plain cross-entropy. Default 2. */
  readonly gamma?: number;
  /** The weight of positives, 0 to 1; that of negatives is 1 - alpha. Default none: all count alike. */
  readonly alpha?: number;
}

/**
 * Cross-entropy of yes-or-no targets in which what is recognised well counts little: for classes of very
 * different size. As Keras' `BinaryFocalCrossentropy`, with `alpha` as its class balancing. Source:
 * T.-Y. Lin et al., ICCV 2017.
 *
 * @throws RangeError for options out of range
 *
 * @example
 * const loss = losses.binaryFocal({ gamma: 2 });
 * loss(tf.tensor2d([[1]]), tf.tensor2d([[0.5]])).arraySync()[0].toFixed(4); // "0.1733"
 */
export function binaryFocal(options: FocalOptions = {}): Loss {
  checkOptions("binaryFocal", options, [...known, "gamma", "alpha"]);
  const { gamma = 2, alpha, labelSmoothing = 0, fromLogits = false } = options;
  checkPart("binaryFocal", "labelSmoothing", labelSmoothing);
  checkFocus("binaryFocal", gamma, alpha);
  return loss("binaryFocal", (yTrue, yPred) => {
    const tf = tensorflow();
    const raw = fromLogits ? tf.sigmoid(yPred) : yPred;
    const truth = yTrue
      .toFloat()
      .mul(1 - labelSmoothing)
      .add(labelSmoothing / 2);
    const share = tf.clipByValue(raw, epsilon, 1 - epsilon);
    const no = tf.sub(1, truth);
    const right = tf.add(tf.mul(truth, raw), tf.mul(no, tf.sub(1, raw)));
    const entropy = tf.neg(
      tf.add(tf.mul(truth, tf.log(share)), tf.mul(no, tf.log(tf.sub(1, share)))),
    );
    const focused = tf.mul(tf.pow(tf.sub(1, right), gamma), entropy);
    if (alpha === undefined) return rowMeans(focused);
    return rowMeans(tf.mul(tf.add(truth.mul(alpha), no.mul(1 - alpha)), focused));
  });
}

/**
 * The same over classes; `alpha` (default 0.25) multiplies all. As Keras' `CategoricalFocalCrossentropy`.
 *
 * @throws RangeError for options out of range
 *
 * @example
 * const loss = losses.categoricalFocal({ gamma: 2, alpha: 1 });
 * loss(tf.tensor1d([0]), tf.tensor2d([[0.5, 0.5]])).arraySync()[0].toFixed(4); // "0.1733"
 */
export function categoricalFocal(options: FocalOptions = {}): Loss {
  checkOptions("categoricalFocal", options, [...known, "gamma", "alpha"]);
  const { gamma = 2, alpha = 0.25, labelSmoothing = 0, fromLogits = false } = options;
  checkPart("categoricalFocal", "labelSmoothing", labelSmoothing);
  checkFocus("categoricalFocal", gamma, alpha);
  return loss("categoricalFocal", (yTrue, yPred) => {
    const tf = tensorflow();
    const truth = smooth(oneHot(yTrue, yPred), labelSmoothing);
    const shares = fromLogits ? tf.softmax(yPred) : tf.div(yPred, tf.sum(yPred, -1, true));
    const share = tf.clipByValue(shares, epsilon, 1 - epsilon);
    const entropy = tf.neg(tf.mul(truth, tf.log(share)));
    const factor = tf.pow(tf.sub(1, share), gamma).mul(alpha);
    return tf.sum(tf.mul(factor, entropy), -1);
  });
}

function checkFocus(who: string, gamma: number, alpha: number | undefined): void {
  if (!(gamma >= 0))
    throw new RangeError(`${who}: gamma is a number from 0, not ${String(gamma)}.`);
  if (alpha !== undefined && !(alpha >= 0 && alpha <= 1))
    throw new RangeError(`${who}: alpha lies between 0 and 1, not ${String(alpha)}.`);
}
