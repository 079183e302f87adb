import { checkChoice, checkInteger, type RandomState } from "../../base/index.ts";
import { describe } from "../../matrix/index.ts";
import {
  checkCount,
  checkGrowth,
  growthDefaults,
  type TreeGrowthParams,
} from "../../tree/params.ts";

/** What all forests take. */
export interface ForestParams extends TreeGrowthParams {
  /** The number of trees. Default 100. */
  nEstimators: number;
  /** Grow each tree on samples drawn with replacement; otherwise on all. */
  bootstrap: boolean;
  /** Measure the forest on the samples that each tree did not see (`oobScore_`). Default false. */
  oobScore: boolean;
  /** With `bootstrap`: the samples drawn for each tree, or below 1 a part of all. Default: as many as there are. */
  maxSamples: number | undefined;
  /**
   * The threads that grow trees, this one included; -1 for one a core. The forest is the same for any
   * number; small ones grow in this thread alone. Default 1.
   */
  nJobs: number;
  randomState: RandomState;
  /** Show a progress bar in a notebook while it learns, which counts trees. Default false. */
  verbose: boolean;
}

export const forestDefaults: ForestParams = {
  ...growthDefaults,
  nEstimators: 100,
  bootstrap: true,
  oobScore: false,
  maxSamples: undefined,
  nJobs: 1,
  verbose: false,
};

/** @throws RangeError for a parameter that makes no sense. */
export function checkForest(who: string, params: Readonly<ForestParams>): void {
  checkGrowth(who, params);
  checkInteger(who, "nEstimators", params.nEstimators, 1);
  checkChoice(who, "bootstrap", params.bootstrap, [true, false]);
  checkChoice(who, "oobScore", params.oobScore, [true, false]);
  if (params.nJobs !== -1) checkInteger(who, "nJobs", params.nJobs, 1);
  if (params.maxSamples !== undefined) checkCount(who, "maxSamples", params.maxSamples, 1);
  if (params.bootstrap) return;
  for (const option of ["oobScore", "maxSamples"] as const) {
    if (params[option] === undefined || params[option] === false) continue;
    throw new RangeError(
      `${who}: ${option} (${describe(params[option])}) needs bootstrap: true; without it every tree sees all samples.`,
    );
  }
}
