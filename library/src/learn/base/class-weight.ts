import { describe } from "../matrix/index.ts";
import type { Label } from "./labels.ts";

/**
 * A weight for each class, 1 for those not named: a Map by label, or an object by the label as text;
 * `"balanced"` gives each class the same total weight.
 */
export type ClassWeight =
  "balanced" | ReadonlyMap<Label, number> | Readonly<Record<string, number>>;

/**
 * The weight of each class. Balanced is total / (classes · the class's own weight).
 *
 * @throws RangeError for a label that y does not have, a weight that is no number from 0, another text
 */
export function classWeights(
  classWeight: ClassWeight | undefined,
  classes: readonly Label[],
  codes: Int32Array,
  weights: Float64Array | undefined,
  who: string,
): Float64Array {
  const found = new Float64Array(classes.length).fill(1);
  if (classWeight === undefined) return found;
  if (classWeight === "balanced") return balanced(found, codes, weights);
  if (typeof classWeight !== "object") {
    throw new RangeError(
      `${who}: classWeight must be "balanced" or an object of weights by label; it is ${describe(classWeight)}.`,
    );
  }
  const texts = classes.map(String);
  const given: Iterable<[Label, number]> =
    classWeight instanceof Map
      ? (classWeight as ReadonlyMap<Label, number>)
      : Object.entries(classWeight as Readonly<Record<string, number>>);
  for (const [label, weight] of given) {
    const at = texts.indexOf(String(label));
    if (at < 0) {
      throw new RangeError(
        `${who}: classWeight names the class ${JSON.stringify(label)}, which y does not have; its classes are ${texts.join(", ")}.`,
      );
    }
    if (!(weight >= 0 && weight < Infinity)) {
      throw new RangeError(
        `${who}: classWeight of ${String(label)} must be a number from 0; it is ${weight}.`,
      );
    }
    found[at] = weight;
  }
  return found;
}

function balanced(
  found: Float64Array,
  codes: Int32Array,
  weights: Float64Array | undefined,
): Float64Array {
  const sums = new Float64Array(found.length);
  let total = 0;
  for (let i = 0; i < codes.length; i++) {
    const weight = weights === undefined ? 1 : weights[i];
    sums[codes[i]] += weight;
    total += weight;
  }
  return found.map((_, k) => (sums[k] > 0 ? total / (found.length * sums[k]) : 0));
}

/** Each sample's weight, times that of its class. */
export function timesClass(
  weights: Float64Array,
  codes: Int32Array,
  ofClass: Float64Array,
): Float64Array {
  return weights.map((weight, i) => weight * ofClass[codes[i]]);
}
