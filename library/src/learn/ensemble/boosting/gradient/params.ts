import { checkInteger, checkNumber } from "../../../base/index.ts";
import { checkGrowth, growthDefaults, type TreeGrowthParams } from "../../../tree/params.ts";

/** What both estimators of gradient boosting are told; the trees' parameters are those of all trees. */
export interface GradientBoostingParams extends Omit<TreeGrowthParams, "maxDepth"> {
  /** The most splits on the way to a leaf; null for no limit. Default 3. */
  maxDepth: number | null;
  /** How much of each tree is added, from 0. Default 0.1. */
  learningRate: number;
  /** The number of rounds; for several classes a round is a tree a class. Default 100. */
  nEstimators: number;
  /** The part of the samples, drawn at random, that each round learns from. Default 1. */
  subsample: number;
  /** The part of the samples set aside to watch the loss on, with `nIterNoChange`. Default 0.1. */
  validationFraction: number;
  /** Stops when the loss was not lower than in the last so many rounds; undefined for never. */
  nIterNoChange: number | undefined;
  /** What counts as a fall of the loss. Default 1e-4. */
  tol: number;
  /** Show a progress bar in a notebook while it learns, which counts rounds. Default false. */
  verbose: boolean;
}

export const gradientDefaults: GradientBoostingParams = {
  ...growthDefaults,
  maxDepth: 3,
  learningRate: 0.1,
  nEstimators: 100,
  subsample: 1,
  validationFraction: 0.1,
  nIterNoChange: undefined,
  tol: 1e-4,
  verbose: false,
};

/** The parameters of the trees. */
export const growthOf = ({
  maxDepth,
  ...rest
}: Readonly<GradientBoostingParams>): TreeGrowthParams => ({
  ...rest,
  maxDepth: maxDepth ?? undefined,
});

/** @throws RangeError for a parameter that is out of its range */
export function checkGradientParams(who: string, params: Readonly<GradientBoostingParams>): void {
  checkGrowth(who, growthOf(params));
  checkNumber(who, "learningRate", params.learningRate, { from: 0 });
  checkInteger(who, "nEstimators", params.nEstimators, 1);
  checkNumber(who, "subsample", params.subsample, { above: 0, to: 1 });
  checkNumber(who, "validationFraction", params.validationFraction, { above: 0, below: 1 });
  if (params.nIterNoChange !== undefined) {
    checkInteger(who, "nIterNoChange", params.nIterNoChange, 1);
  }
  checkNumber(who, "tol", params.tol, { from: 0 });
}
