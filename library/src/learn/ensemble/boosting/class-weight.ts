import type { Label } from "../../base/index.ts";
import { describe } from "../../matrix/index.ts";

/** Weights of classes: `"balanced"`, a Map, or an object for classes that are texts. */
export type ClassWeight =
  "balanced" | ReadonlyMap<Label, number> | Readonly<Record<string, number>>;

/**
 * The samples' weights times those of their classes.
 *
 * @throws RangeError for a class that is not there, or a weight that is no number from 0
 */
export function weighClasses(
  who: string,
  classWeight: ClassWeight | null,
  classes: readonly Label[],
  codes: Int32Array,
  weights: Float64Array,
): Float64Array {
  if (classWeight === null) return weights;
  const factors = factorsOf(who, classWeight, classes, codes);
  return weights.map((weight, i) => weight * factors[codes[i]]);
}

function factorsOf(
  who: string,
  classWeight: ClassWeight,
  classes: readonly Label[],
  codes: Int32Array,
): Float64Array {
  const factors = new Float64Array(classes.length).fill(1);
  if (classWeight === "balanced") {
    const counts = new Float64Array(classes.length);
    for (const code of codes) counts[code] += 1;
    return counts.map((count) => codes.length / (classes.length * count));
  }
  if (typeof classWeight !== "object") {
    throw new RangeError(
      `${who}: classWeight must be "balanced", a Map, an object or null; it is ${describe(classWeight)}.`,
    );
  }
  const given: Iterable<[Label, number]> =
    classWeight instanceof Map
      ? (classWeight as ReadonlyMap<Label, number>)
      : Object.entries(classWeight as Readonly<Record<string, number>>);
  for (const [label, weight] of given) {
    const named = classes.findIndex((one) => one === label || String(one) === label);
    if (named < 0 || !(weight >= 0) || weight === Infinity) {
      throw new RangeError(
        `${who}: classWeight gives ${JSON.stringify(label)} the weight ${describe(weight)}; the classes are ${classes.map((one) => JSON.stringify(one)).join(", ")}, and weights are finite numbers from 0.`,
      );
    }
    factors[named] = weight;
  }
  return factors;
}
