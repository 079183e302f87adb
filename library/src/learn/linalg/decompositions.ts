import {
  CholeskyDecomposition,
  EigenvalueDecomposition,
  Matrix as Dense,
  QrDecomposition,
  SingularValueDecomposition,
} from "ml-matrix";
import { Matrix } from "../matrix/index.ts";

/** Between this module's matrices and those of ml-matrix, which decomposes them. */
const toDense = (a: Matrix): Dense => Dense.from1DArray(a.rows, a.columns, a.data);
const fromDense = (a: Dense): Matrix =>
  new Matrix(Float64Array.from(a.to1DArray()), a.rows, a.columns);

/** UΣVᵀ of a matrix: `u` [rows, k], `values` [k] from the greatest down, `v` [columns, k]. */
export interface Svd {
  readonly u: Matrix;
  readonly values: Float64Array;
  readonly v: Matrix;
}

/** The singular value decomposition, of k = min(rows, columns) values. */
export function svd(a: Matrix): Svd {
  const found = new SingularValueDecomposition(toDense(a), { autoTranspose: true });
  const { leftSingularVectors, rightSingularVectors, diagonal } = found;
  return {
    u: fromDense(leftSingularVectors),
    values: Float64Array.from(diagonal),
    v: fromDense(rightSingularVectors),
  };
}

/** Eigenvalues of a symmetric matrix from the least up, and their vectors in the columns. */
export function eigenSymmetric(a: Matrix): { values: Float64Array; vectors: Matrix } {
  const found = new EigenvalueDecomposition(toDense(a), { assumeSymmetric: true });
  return {
    values: Float64Array.from(found.realEigenvalues),
    vectors: fromDense(found.eigenvectorMatrix),
  };
}

/** The solution of AX = B for a symmetric, positive definite A; undefined where it is not. */
export function solvePositive(a: Matrix, b: Matrix): Matrix | undefined {
  const found = new CholeskyDecomposition(toDense(a));
  return found.isPositiveDefinite() ? fromDense(found.solve(toDense(b))) : undefined;
}

/** The X that makes AX nearest to B, for a tall A of full rank (by Householder's QR); else undefined. */
export function leastSquares(a: Matrix, b: Matrix): Matrix | undefined {
  const found = new QrDecomposition(toDense(a));
  return found.isFullRank() ? fromDense(found.solve(toDense(b))) : undefined;
}
