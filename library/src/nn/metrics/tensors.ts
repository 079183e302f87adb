import { tensorflow, type Tensor } from "../../tensorflow/index.ts";

/** Counts as one vector. */
export const vector = (...parts: Tensor[]): Tensor =>
  tensorflow().concat(parts.map((part) => part.reshape([-1]).toFloat()));

export const total = (tensor: Tensor): Tensor => tensorflow().sum(tensor.toFloat());

/** How many numbers a tensor has, as a tensor. */
export const count = (tensor: Tensor): Tensor => tensorflow().scalar(tensor.size);

/** `a / b`, and 0 where b is 0. */
export const ratio = (a: number, b: number): number => (b === 0 ? 0 : a / b);

/** Whether targets are rows with a one, of the predictions' shape, and not numbers of classes. */
export function isOneHot(yTrue: Tensor, yPred: Tensor): boolean {
  const classes = yPred.shape.at(-1) ?? 1;
  return classes > 1 && yTrue.rank === yPred.rank && yTrue.shape.at(-1) === classes;
}

/** Classes as numbers, flat: of targets as rows with a one, or as numbers already. */
export function classesOf(yTrue: Tensor, yPred: Tensor): Tensor {
  const tf = tensorflow();
  const oneHot = isOneHot(yTrue, yPred);
  return (oneHot ? tf.argMax(yTrue, -1) : tf.cast(yTrue, "int32")).reshape([-1]);
}

/** The likeliest class of each prediction, flat; of a single probability, 1 from one half on. */
export function predictedClasses(yPred: Tensor): Tensor {
  const tf = tensorflow();
  const likeliest =
    (yPred.shape.at(-1) ?? 1) > 1
      ? tf.argMax(yPred, -1)
      : tf.cast(tf.greaterEqual(yPred, 0.5), "int32");
  return likeliest.reshape([-1]);
}

/** Sums of values by group, of length `groups`. */
export function sumsByGroup(values: Tensor, group: Tensor, groups: number): Tensor {
  const tf = tensorflow();
  const ids = group.reshape([-1]).toInt();
  return tf.unsortedSegmentSum(values.reshape([-1]).toFloat(), ids as never, groups);
}

/** @throws RangeError for what is no whole number from `low` */
export function checkWhole(who: string, name: string, value: unknown, low: number): void {
  if (Number.isInteger(value) && (value as number) >= low) return;
  throw new RangeError(`${who}: ${name} must be a whole number from ${low}, not ${String(value)}.`);
}
