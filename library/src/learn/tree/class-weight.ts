import { describe } from "../matrix/index.ts";
import type { Label } from "../base/index.ts";

/** `"balanced"`, or a weight for each label (labels as texts; those not named weigh 1). */
export type ClassWeight = "balanced" | Readonly<Record<string, number>> | undefined;

/**
 * The samples' weights times their classes'. Balanced, all classes weigh alike: samples / (classes ×
 * samples of the class).
 *
 * @throws TypeError for anything else, RangeError for a weight that is negative or of no class
 */
export function weighClasses(
  who: string,
  classWeight: ClassWeight,
  classes: readonly Label[],
  codes: Int32Array,
  weights: Float64Array,
): Float64Array {
  if (classWeight === undefined) return weights;
  const factors = new Float64Array(classes.length).fill(1);
  if (classWeight === "balanced") {
    const counts = new Float64Array(classes.length);
    for (let i = 0; i < codes.length; i++) counts[codes[i]]++;
    for (let k = 0; k < classes.length; k++)
      factors[k] = codes.length / (classes.length * counts[k]);
  } else {
    if (typeof classWeight !== "object" || classWeight === null) {
      throw new TypeError(
        `${who}: classWeight is "balanced" or an object of label: weight; it is ${describe(classWeight)}.`,
      );
    }
    const names = classes.map(String);
    for (const [label, weight] of Object.entries(classWeight)) {
      const k = names.indexOf(label);
      if (k < 0 || !(weight >= 0) || weight === Infinity) {
        const reason = k < 0 ? `y has only ${names.join(", ")}` : "weights are numbers from 0";
        throw new RangeError(`${who}: classWeight has ${label}: ${String(weight)}, but ${reason}.`);
      }
      factors[k] = weight;
    }
  }
  return weights.map((weight, i) => weight * factors[codes[i]]);
}
