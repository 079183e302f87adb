import { describe } from "../../matrix/index.ts";
import type { NamedEstimators } from "./members.ts";

/**
 * The weight of each estimator that is not dropped; ones where none were given.
 *
 * @throws RangeError for another number of weights than estimators, or wrong ones
 */
export function votingWeights(
  weights: ArrayLike<number> | undefined,
  estimators: NamedEstimators,
  who: string,
): Float64Array {
  const kept = estimators.map(([, one]) => one !== "drop");
  const given = weights === undefined ? kept.map(() => 1) : Array.from(weights);
  if (given.length !== estimators.length) {
    throw new RangeError(
      `${who}: weights has ${given.length} values for ${estimators.length} estimators.`,
    );
  }
  const wrong = given.find((weight) => !(weight >= 0) || weight === Infinity);
  if (wrong !== undefined) {
    throw new RangeError(
      `${who}: weights must be finite numbers from 0; one is ${describe(wrong)}.`,
    );
  }
  const used = given.filter((_, m) => kept[m]);
  if (used.some((weight) => weight > 0)) return Float64Array.from(used);
  throw new RangeError(`${who}: one of the weights must be above 0.`);
}
