import { Matrix } from "../../matrix/index.ts";
import type { Weights } from "./descent.ts";
import type { SGDParams } from "./params.ts";

/** What is kept of a descent: the weights shown, and what the next one goes on from. */
export interface SGDState {
  readonly coef: Matrix;
  readonly intercept: Float64Array;
  readonly outputs: readonly Weights[];
  readonly iterations: number;
  /** The number of the next step. */
  readonly steps: number;
}

/** Weights to begin with: copies of those before where they fit, else zeros. */
export function startWeights(
  before: SGDState | undefined,
  outputs: number,
  features: number,
): Weights[] {
  const fits = before?.outputs.length === outputs && before.coef.columns === features;
  return Array.from({ length: outputs }, (_, k) => {
    if (!fits) {
      const [coef, meanCoef] = [new Float64Array(features), new Float64Array(features)];
      return { coef, intercept: 0, meanCoef, meanIntercept: 0 };
    }
    const one = before.outputs[k];
    return { ...one, coef: one.coef.slice(), meanCoef: one.meanCoef.slice() };
  });
}

/** The state after a descent: the means of the weights where these were asked for and have begun. */
export function endState(
  outputs: readonly Weights[],
  iterations: number,
  steps: number,
  params: SGDParams,
): SGDState {
  const since = Number(params.average);
  const mean = since > 0 && since <= steps - 1;
  const features = outputs[0].coef.length;
  const coef = Matrix.zeros(outputs.length, features);
  outputs.forEach((one, k) => coef.data.set(mean ? one.meanCoef : one.coef, k * features));
  const intercept = Float64Array.from(outputs, (one) => (mean ? one.meanIntercept : one.intercept));
  return { coef, intercept, outputs, iterations, steps };
}
