import { type ClassWeight, classWeights, type Label, timesClass } from "../base/index.ts";

/**
 * The samples' weights times their classes'. In `"balanced"` the samples of a class are counted,
 * whatever they weigh, as scikit-learn's trees do.
 *
 * @throws RangeError as `classWeights` does
 */
export function weighClasses(
  who: string,
  classWeight: ClassWeight | undefined,
  classes: readonly Label[],
  codes: Int32Array,
  weights: Float64Array,
): Float64Array {
  if (classWeight === undefined) return weights;
  return timesClass(weights, codes, classWeights(classWeight, classes, codes, undefined, who));
}
