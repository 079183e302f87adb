import { gram, multiply, solvePositive, svd, transpose, triangle } from "../linalg/index.ts";
import { Matrix } from "../matrix/index.ts";
import { centered, centeredProducts, type LeastSquares } from "./centered.ts";

export type RidgeSolver = "auto" | "cholesky" | "svd";

/**
 * The weights [targets, features] that make |y - Xw|² + alpha |w|² least, for one alpha a target.
 * "auto" takes Cholesky's factorization, and the singular values where that fails.
 */
export function ridgeSolve(
  problem: LeastSquares,
  alphas: Float64Array,
  solver: RidgeSolver,
): Matrix {
  const { x, y } = problem;
  if (solver === "svd") return bySvd(problem, alphas);
  const wide = x.columns > x.rows;
  const { flat, squares, right } = wide ? dualProducts(problem) : primalProducts(problem);
  const coef = Matrix.zeros(y.columns, x.columns);
  for (const alpha of new Set(alphas)) {
    const targets = Array.from(alphas.keys()).filter((k) => alphas[k] === alpha);
    const solved = solvePositive(raised(squares, alpha), right.takeColumns(targets));
    // Not positive definite: features that depend on one another, and an alpha of 0.
    if (solved === undefined || solved.data.some(Number.isNaN)) return bySvd(problem, alphas);
    const columns = transpose(flat === undefined ? solved : multiply(flat, solved));
    targets.forEach((k, at) => coef.data.set(columns.row(at), k * x.columns));
  }
  return coef;
}

interface Products {
  /** Xᵀ where there are more features than samples. */
  readonly flat: Matrix | undefined;
  readonly squares: Matrix;
  readonly right: Matrix;
}

function primalProducts(problem: LeastSquares): Products {
  const { squares, right } = centeredProducts(problem);
  return { flat: undefined, squares, right };
}

function dualProducts(problem: LeastSquares): Products {
  const { x, y } = centered(problem);
  const flat = transpose(x);
  return { flat, squares: gram(flat), right: y };
}

function raised(squares: Matrix, alpha: number): Matrix {
  const data = squares.data.slice();
  for (let j = 0; j < squares.rows; j++) data[j * squares.rows + j] += alpha;
  return new Matrix(data, squares.rows, squares.rows);
}

function bySvd(problem: LeastSquares, alphas: Float64Array): Matrix {
  const { x, y } = centered(problem);
  const wide = x.columns > x.rows;
  const { r, qty } = wide ? { r: x, qty: y } : triangle(x, y);
  const { u, values, v } = svd(r);
  const parts = multiply(transpose(u), qty);
  for (let j = 0; j < parts.rows; j++) {
    for (let k = 0; k < parts.columns; k++) {
      const value = values[j];
      // What is below 1e-15 is no direction of the data (scikit-learn's bound).
      parts.data[j * parts.columns + k] *= value > 1e-15 ? value / (value * value + alphas[k]) : 0;
    }
  }
  return transpose(multiply(v, parts));
}
