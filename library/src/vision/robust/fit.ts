import { EigenvalueDecomposition, Matrix, solve } from "ml-matrix";
import type { PerspectiveMatrix, Point } from "../geometry/index.ts";

/**
 * Where a transformation takes points.
 *
 * @example
 * transformPoints([[1, 0, 5], [0, 2, 0], [0, 0, 1]], [[1, 1]]); // [[6, 2]]
 */
export function transformPoints(
  transform: PerspectiveMatrix,
  points: readonly Point[],
): [number, number][] {
  const [a, b, c] = transform;
  return points.map(([x, y]) => {
    const w = c[0] * x + c[1] * y + c[2];
    return [(a[0] * x + a[1] * y + a[2]) / w, (b[0] * x + b[1] * y + b[2]) / w];
  });
}

/**
 * The shift, turn and scale that take points to others best, in the sense of least squares.
 *
 * @throws RangeError for fewer than two points, or lists of different lengths.
 * @example
 * fitSimilarity([[0, 0], [1, 0]], [[2, 3], [4, 3]]).flat().map((v) => Number(v.toFixed(6))); // [2, 0, 2, 0, 2, 3, 0, 0, 1]
 */
export function fitSimilarity(from: readonly Point[], to: readonly Point[]): PerspectiveMatrix {
  enough(from, to, 2);
  // [x -y 1 0; y x 0 1] · [a b tx ty] = [x' y']
  const rows = from.flatMap(([x, y]) => [
    [x, -y, 1, 0],
    [y, x, 0, 1],
  ]);
  const [a, b, tx, ty] = solve(new Matrix(rows), Matrix.columnVector(to.flat()), true).to1DArray();
  return [
    [a, -b, tx],
    [b, a, ty],
    [0, 0, 1],
  ];
}

/**
 * The affine transformation that takes points to others best, in the sense of least squares.
 *
 * @throws RangeError for fewer than three points, or lists of different lengths.
 * @example
 * const there = fitAffine([[0, 0], [1, 0], [0, 1]], [[1, 1], [3, 1], [1, 4]]);
 * there.flat().map((v) => Number(v.toFixed(6))); // [2, 0, 1, 0, 3, 1, 0, 0, 1]
 */
export function fitAffine(from: readonly Point[], to: readonly Point[]): PerspectiveMatrix {
  enough(from, to, 3);
  const rows = new Matrix(from.map(([x, y]) => [x, y, 1]));
  const solved = solve(rows, new Matrix(to.map(([x, y]) => [x, y])), true);
  const column = (c: number) => solved.getColumn(c) as [number, number, number];
  return [column(0), column(1), [0, 0, 1]];
}

/**
 * The homography that takes points to others, by the direct linear transformation with normalised
 * points (R. Hartley, In Defense of the Eight-Point Algorithm, IEEE PAMI 19, 1997).
 *
 * @throws RangeError for fewer than four points, or lists of different lengths.
 * @example
 * const square = [[0, 0], [1, 0], [1, 1], [0, 1]];
 * const there = fitHomography(square, [[0, 0], [2, 0], [2, 2], [0, 2]]);
 * there.flat().map((v) => Math.round(v)); // [2, 0, 0, 0, 2, 0, 0, 0, 1]
 */
export function fitHomography(from: readonly Point[], to: readonly Point[]): PerspectiveMatrix {
  enough(from, to, 4);
  const [p, q] = [normalised(from), normalised(to)];
  const rows = p.points.flatMap(([x, y], i) => {
    const [u, v] = q.points[i];
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, -u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, -v],
    ];
  });
  const a = new Matrix(rows);
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(
    a.transpose().mmul(a),
    {
      assumeSymmetric: true,
    },
  );
  const h = eigenvectorMatrix.getColumn(realEigenvalues.indexOf(Math.min(...realEigenvalues)));
  const inner = new Matrix([h.slice(0, 3), h.slice(3, 6), h.slice(6, 9)]);
  const back = new Matrix([
    [1 / q.scale, 0, q.x],
    [0, 1 / q.scale, q.y],
    [0, 0, 1],
  ]);
  const there = new Matrix([
    [p.scale, 0, -p.scale * p.x],
    [0, p.scale, -p.scale * p.y],
    [0, 0, 1],
  ]);
  const whole = back.mmul(inner).mmul(there);
  return whole.div(whole.get(2, 2)).to2DArray() as unknown as PerspectiveMatrix;
}

/** Points around 0 with a mean square distance of 2, and how they were moved. */
function normalised(points: readonly Point[]): {
  points: Point[];
  x: number;
  y: number;
  scale: number;
} {
  const x = points.reduce((sum, point) => sum + point[0], 0) / points.length;
  const y = points.reduce((sum, point) => sum + point[1], 0) / points.length;
  const square = points.reduce((sum, point) => sum + (point[0] - x) ** 2 + (point[1] - y) ** 2, 0);
  const scale = Math.SQRT2 / Math.sqrt(square / points.length);
  return {
    points: points.map((point) => [(point[0] - x) * scale, (point[1] - y) * scale]),
    x,
    y,
    scale,
  };
}

function enough(from: readonly Point[], to: readonly Point[], least: number): void {
  if (from.length === to.length && from.length >= least) return;
  throw new RangeError(
    `This transformation needs ${String(least)} points or more and as many partners; there are ${String(from.length)} and ${String(to.length)}.`,
  );
}
