/** A point, to the right and down, in pixels; the middle of the first pixel is [0, 0]. */
export type Point = readonly [x: number, y: number];

type Row = readonly [number, number, number];

/** `[x', y'] = M · [x, y, 1]`. */
export type AffineMatrix = readonly [Row, Row];

/** `[x' w, y' w, w] = M · [x, y, 1]`. */
export type PerspectiveMatrix = readonly [Row, Row, Row];

/**
 * The matrix that turns about a point, counter-clockwise, and scales. OpenCV's getRotationMatrix2D.
 *
 * @param degrees - Counter-clockwise as one sees it, where y points down.
 * @example
 * rotationMatrix([0, 0], 90).map((row) => row.map(Math.round)); // [[0, 1, 0], [-1, 0, 0]]
 */
export function rotationMatrix([x, y]: Point, degrees: number, scale = 1): AffineMatrix {
  const cos = scale * Math.cos((degrees * Math.PI) / 180);
  const sin = scale * Math.sin((degrees * Math.PI) / 180);
  return [
    [cos, sin, (1 - cos) * x - sin * y],
    [-sin, cos, sin * x + (1 - cos) * y],
  ];
}

/**
 * The affine map that takes three points to three others. OpenCV's getAffineTransform.
 *
 * @throws RangeError for another number of points, or points on one line.
 * @example
 * affineFromPoints([[0, 0], [1, 0], [0, 1]], [[5, 6], [7, 6], [5, 9]]); // [[2, 0, 5], [0, 3, 6]]
 */
export function affineFromPoints(from: readonly Point[], to: readonly Point[]): AffineMatrix {
  checkPoints(from, to, 3);
  const rows = from.map(([x, y]) => [x, y, 1]);
  const solve = (axis: 0 | 1) =>
    solveLinear(
      rows,
      to.map((point) => point[axis]),
    ) as unknown as [number, number, number];
  return [solve(0), solve(1)];
}

/**
 * The perspective map that takes four points to four others. OpenCV's getPerspectiveTransform.
 *
 * @throws RangeError for another number of points, or three points on one line.
 * @example
 * perspectiveFromPoints([[0, 0], [1, 0], [1, 1], [0, 1]], [[0, 0], [2, 0], [2, 2], [0, 2]]); // [[2, 0, 0], [0, 2, 0], [0, 0, 1]]
 */
export function perspectiveFromPoints(
  from: readonly Point[],
  to: readonly Point[],
): PerspectiveMatrix {
  checkPoints(from, to, 4);
  const rows: number[][] = [];
  const right: number[] = [];
  from.forEach(([x, y], i) => {
    const [u, v] = to[i];
    rows.push([x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]);
    right.push(u, v);
  });
  const [a, b, c, d, e, f, g, h] = solveLinear(rows, right);
  return [
    [a, b, c],
    [d, e, f],
    [g, h, 1],
  ];
}

/** The map the other way, as a 3 × 3 matrix. */
export function invertMatrix(matrix: AffineMatrix | PerspectiveMatrix): PerspectiveMatrix {
  const third = matrix[2] ?? [0, 0, 1];
  const rows = [matrix[0], matrix[1], third];
  const column = (i: number) =>
    solveLinear(
      rows.map((row) => [...row]),
      [0, 1, 2].map((j) => (i === j ? 1 : 0)),
    );
  const [a, b, c] = [column(0), column(1), column(2)];
  return [0, 1, 2].map((i) => [a[i], b[i], c[i]]) as unknown as PerspectiveMatrix;
}

function checkPoints(from: readonly Point[], to: readonly Point[], count: number): void {
  if (from.length === count && to.length === count) return;
  throw new RangeError(
    `The map is found from ${count} points and where they go; got ${from.length} and ${to.length}.`,
  );
}

/** Gauss's elimination with pivots. */
function solveLinear(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]]);
  const size = rows.length;
  const largest = Math.max(...rows.flat().map(Math.abs));
  for (let i = 0; i < size; i++) {
    let pivot = i;
    for (let j = i + 1; j < size; j++)
      if (Math.abs(rows[j][i]) > Math.abs(rows[pivot][i])) pivot = j;
    if (!(Math.abs(rows[pivot][i]) > 1e-12 * largest)) {
      throw new RangeError(
        "There is no such map: points lie on one line, or the matrix has no inverse.",
      );
    }
    [rows[i], rows[pivot]] = [rows[pivot], rows[i]];
    for (let j = 0; j < size; j++) {
      if (j === i) continue;
      const factor = rows[j][i] / rows[i][i];
      for (let k = i; k <= size; k++) rows[j][k] -= factor * rows[i][k];
    }
  }
  return rows.map((row, i) => row[size] / row[i]);
}
