import { tensorflow, type Tensor } from "../../tensorflow/index.ts";

/** One loss a sample, for `model.compile({ loss })`. */
export type Loss = (yTrue: Tensor, yPred: Tensor) => Tensor;

/** Probabilities are kept this far from 0 and 1, as in Keras. */
export const epsilon = 1e-7;

/** A loss under a name, which error messages and saved models use. */
export function loss(name: string, of: Loss): Loss {
  const tidied: Loss = (yTrue, yPred) => tensorflow().tidy(() => of(yTrue, yPred));
  return Object.defineProperty(tidied, "name", { value: name });
}

/** The mean over the last axis; of a vector, the values themselves. */
export const rowMeans = (values: Tensor): Tensor =>
  values.rank < 2 ? values : tensorflow().mean(values, -1);

/** @throws RangeError for what is no number from 0 to below 1 */
export function checkPart(who: string, name: string, value: unknown): void {
  if (typeof value === "number" && value >= 0 && value < 1) return;
  throw new RangeError(`${who}: ${name} lies from 0 to below 1, not ${String(value)}.`);
}
