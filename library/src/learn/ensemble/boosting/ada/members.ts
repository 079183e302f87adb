import type { AnyEstimator } from "../../../base/index.ts";
import type { Matrix } from "../../../matrix/index.ts";
import type { Random } from "../../../../random/index.ts";

/** What an ensemble asks of its members. */
export interface Member extends AnyEstimator {
  fit(x: Matrix, y: ArrayLike<unknown>, options?: { sampleWeight: ArrayLike<number> }): Member;
  predict(x: Matrix): ArrayLike<unknown>;
}

/** A copy that has learned nothing; one that draws gets a seed of its own. */
export function freshFrom(estimator: AnyEstimator, random: Random): Member {
  const made = estimator.clone();
  if ("randomState" in made.getParams()) {
    made.setParams({ randomState: random.integer(0, 2 ** 31) });
  }
  return made as Member;
}

/** The mean of the members' importances by their weights. @throws TypeError where they have none. */
export function weightedImportances(
  who: string,
  members: readonly AnyEstimator[],
  weights: Float64Array,
  features: number,
): Float64Array {
  const sums = new Float64Array(features);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  members.forEach((member, m) => {
    const { featureImportances_ } = member as { featureImportances_?: Float64Array };
    if (featureImportances_ === undefined) {
      throw new TypeError(`${who}: ${member.name} has no importances of features; trees have.`);
    }
    featureImportances_.forEach((value, j) => (sums[j] += (weights[m] / total) * value));
  });
  return sums;
}
