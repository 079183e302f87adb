import { checkChoice, checkInteger, checkNumber, type RandomState } from "../../base/index.ts";

/** What all estimators by stochastic gradients are told. */
export interface SGDParams {
  /** What is added to the loss: squares of the weights, absolute weights, both, or nothing. */
  penalty: "l2" | "l1" | "elasticNet" | null;
  /** The strength of the penalty, from 0. Default 1e-4. */
  alpha: number;
  /** The share of absolute weights in `"elasticNet"`. Default 0.15. */
  l1Ratio: number;
  /** Learn an intercept, which is not penalized. Default true. */
  fitIntercept: boolean;
  /** So many rounds over the samples at most. Default 1000. */
  maxIter: number;
  /** It ends when the mean loss falls by less than this for `nIterNoChange` rounds; null: never. */
  tol: number | null;
  /** Default 5. */
  nIterNoChange: number;
  /** Take the samples in another order in each round. Default true. */
  shuffle: boolean;
  /**
   * The length of step number t: `"constant"` is eta0, `"invscaling"` eta0 / t^powerT, `"optimal"`
   * 1 / (alpha · (t + t0)) by Bottou's rule for t0, `"adaptive"` eta0, a fifth of it whenever the loss
   * stops falling.
   */
  learningRate: "constant" | "optimal" | "invscaling" | "adaptive";
  /** The first step's length. */
  eta0: number;
  /** The power of `"invscaling"`. */
  powerT: number;
  /** Take the mean of the weights over all steps; a number: from this step on. Default false. */
  average: boolean | number;
  /** Start from what was learned before. Default false. */
  warmStart: boolean;
  /** Makes the order of the samples the same in every run. */
  randomState: RandomState;
}

export const sgdDefaults: SGDParams = {
  penalty: "l2",
  alpha: 1e-4,
  l1Ratio: 0.15,
  fitIntercept: true,
  maxIter: 1000,
  tol: 1e-3,
  nIterNoChange: 5,
  shuffle: true,
  learningRate: "optimal",
  eta0: 0.01,
  powerT: 0.5,
  average: false,
  warmStart: false,
  randomState: undefined,
};

/** @throws RangeError for a parameter out of its range */
export function checkSGD(who: string, params: SGDParams): void {
  const { alpha, learningRate, eta0 } = params;
  checkChoice(who, "penalty", params.penalty, ["l2", "l1", "elasticNet", null]);
  const rates = ["constant", "optimal", "invscaling", "adaptive"];
  checkChoice(who, "learningRate", learningRate, rates);
  checkNumber(who, "alpha", alpha, learningRate === "optimal" ? { above: 0 } : { from: 0 });
  checkNumber(who, "l1Ratio", params.l1Ratio, { from: 0, to: 1 });
  checkNumber(who, "eta0", eta0, learningRate === "optimal" ? {} : { above: 0 });
  checkNumber(who, "powerT", params.powerT);
  checkInteger(who, "maxIter", params.maxIter, 1);
  checkInteger(who, "nIterNoChange", params.nIterNoChange, 1);
  if (params.tol !== null) checkNumber(who, "tol", params.tol, { from: 0 });
}
