import { type Matrix, type MatrixLike, readMatrix } from "../matrix/index.ts";
import { covarianceSize, type CovarianceType } from "./covariances.ts";
import type { Components } from "./densities.ts";
import { cholesky } from "./whiteners.ts";

interface Given {
  readonly nComponents: number;
  readonly covarianceType: CovarianceType;
  readonly weightsInit: ArrayLike<number> | undefined;
  readonly meansInit: MatrixLike | undefined;
  readonly precisionsInit: ArrayLike<number> | undefined;
}

/**
 * The start, with what the user gave in place of what was found.
 *
 * @throws RangeError for something given that does not fit
 */
export function givenStart(
  who: string,
  given: Given,
  x: Matrix,
  find: () => Components,
): Components {
  const { nComponents, covarianceType, weightsInit, meansInit, precisionsInit } = given;
  const means = meansInit === undefined ? undefined : readMatrix(meansInit, `${who}'s meansInit`);
  if (means !== undefined && (means.rows !== nComponents || means.columns !== x.columns))
    throw new RangeError(
      `${who}: meansInit must have shape [${nComponents}, ${x.columns}]; it has [${means.shape.join(", ")}].`,
    );
  const weights = weightsInit && Float64Array.from(weightsInit);
  const sum = weights?.reduce((all, weight) => all + weight, 0) ?? 1;
  if (weights && (weights.length !== nComponents || !(Math.abs(sum - 1) < 1e-6)))
    throw new RangeError(
      `${who}: weightsInit must be ${nComponents} numbers that add up to 1; it is [${weights.join(", ")}].`,
    );
  const size = covarianceSize(covarianceType, nComponents, x.columns);
  if (precisionsInit && precisionsInit.length !== size)
    throw new RangeError(
      `${who}: precisionsInit must hold ${size} numbers for "${covarianceType}"; it holds ${precisionsInit.length}.`,
    );
  const found = find();
  return {
    weights: weights ?? found.weights,
    means: means?.data ?? found.means,
    covariances: found.covariances,
    whiteners: precisionsInit
      ? fromPrecisions(who, covarianceType, Float64Array.from(precisionsInit), x.columns)
      : found.whiteners,
  };
}

/** W with WᵀW = precision, lower triangular: Cholesky's factor of the precision read from its end. */
function fromPrecisions(
  who: string,
  type: CovarianceType,
  precisions: Float64Array,
  features: number,
): Float64Array {
  const bad = (): never => {
    throw new RangeError(`${who}: precisionsInit must be positive definite.`);
  };
  if (type === "diag" || type === "spherical")
    return precisions.map((value) => (value > 0 ? Math.sqrt(value) : bad()));
  const square = features * features;
  const all = new Float64Array(precisions.length);
  for (let from = 0; from < all.length; from += square) {
    const turned = precisions.slice(from, from + square).reverse();
    const factor = cholesky(turned, features) ?? bad();
    // With J turning the order, JPJ = LLᵀ gives P = (JLJ)(JLJ)ᵀ, and JLJ is upper: W is its transpose.
    for (let i = 0; i < features; i++) {
      for (let j = 0; j <= i; j++) {
        const place = (features - 1 - j) * features + (features - 1 - i);
        all[from + i * features + j] = factor[place];
      }
    }
  }
  return all;
}
