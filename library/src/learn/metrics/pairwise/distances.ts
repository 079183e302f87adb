import { checkChoice } from "../../base/index.ts";
import { Matrix, type MatrixLike, readMatrix } from "../../matrix/index.ts";

type Distance = (a: Float64Array, b: Float64Array) => number;

function squaredEuclidean(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += (a[j] - b[j]) ** 2;
  return sum;
}

function manhattan(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += Math.abs(a[j] - b[j]);
  return sum;
}

function chebyshev(a: Float64Array, b: Float64Array): number {
  let most = 0;
  for (let j = 0; j < a.length; j++) most = Math.max(most, Math.abs(a[j] - b[j]));
  return most;
}

function canberra(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) {
    const size = Math.abs(a[j]) + Math.abs(b[j]);
    if (size > 0) sum += Math.abs(a[j] - b[j]) / size;
  }
  return sum;
}

function brayCurtis(a: Float64Array, b: Float64Array): number {
  let far = 0;
  let size = 0;
  for (let j = 0; j < a.length; j++) {
    far += Math.abs(a[j] - b[j]);
    size += Math.abs(a[j] + b[j]);
  }
  return far / size;
}

/** The cosine of the angle between two rows; 0 beside a row of zeros. */
export function cosineOf(a: Float64Array, b: Float64Array): number {
  let both = 0;
  let ofA = 0;
  let ofB = 0;
  for (let j = 0; j < a.length; j++) {
    both += a[j] * b[j];
    ofA += a[j] * a[j];
    ofB += b[j] * b[j];
  }
  return ofA === 0 || ofB === 0 ? 0 : both / Math.sqrt(ofA) / Math.sqrt(ofB);
}

const distances = {
  euclidean: (a, b) => Math.sqrt(squaredEuclidean(a, b)),
  sqeuclidean: squaredEuclidean,
  manhattan,
  chebyshev,
  canberra,
  braycurtis: brayCurtis,
  cosine: (a, b) => Math.min(2, Math.max(0, 1 - cosineOf(a, b))),
} satisfies Record<string, Distance>;

/** The names of distances. */
export type DistanceName = keyof typeof distances;

/** The distance of a name. @throws RangeError for one that does not exist */
export function distanceOf(who: string, metric: string): Distance {
  checkChoice(who, "metric", metric, Object.keys(distances));
  return distances[metric as DistanceName];
}

/** A value for each pair of rows: [rows of X, rows of Y]. */
export function eachPair(
  who: string,
  x: MatrixLike,
  y: MatrixLike | undefined,
  of: (columns: number) => Distance,
): Matrix {
  const a = readMatrix(x, who);
  const b = y === undefined ? a : readMatrix(y, who);
  if (a.columns !== b.columns) {
    throw new RangeError(`${who}: X has ${a.columns} features, but Y has ${b.columns}.`);
  }
  for (const { data } of [a, b]) {
    const wrong = data.findIndex((value) => !Number.isFinite(value));
    if (wrong < 0) continue;
    throw new TypeError(
      `${who} needs finite numbers; row ${Math.floor(wrong / a.columns)} has ${data[wrong]}.`,
    );
  }
  const value = of(a.columns);
  const data = new Float64Array(a.rows * b.rows);
  for (let i = 0; i < a.rows; i++) {
    const row = a.row(i);
    for (let j = 0; j < b.rows; j++) {
      data[i * b.rows + j] = y === undefined && j < i ? data[j * b.rows + i] : value(row, b.row(j));
    }
  }
  return new Matrix(data, a.rows, b.rows);
}

/**
 * The distance of each row of X to each row of Y (default X itself): [rows of X, rows of Y].
 * Time: O(rows × rows × features).
 *
 * @throws RangeError for different numbers of features, and for an unknown metric
 * @example
 * pairwiseDistances([[0, 0]], [[3, 4]]).toArray(); // [[5]]
 * pairwiseDistances([[0, 0]], [[3, 4]], { metric: "manhattan" }).toArray(); // [[7]]
 */
export function pairwiseDistances(
  x: MatrixLike,
  y?: MatrixLike,
  options: { readonly metric?: DistanceName } = {},
): Matrix {
  const who = "pairwiseDistances";
  return eachPair(who, x, y, () => distanceOf(who, options.metric ?? "euclidean"));
}

/**
 * Euclidean distances of rows: [rows of X, rows of Y].
 *
 * @throws RangeError for different numbers of features
 * @example
 * euclideanDistances([[0, 0]], [[3, 4]]).at(0, 0); // 5
 */
export function euclideanDistances(x: MatrixLike, y?: MatrixLike): Matrix {
  return pairwiseDistances(x, y, { metric: "euclidean" });
}

/**
 * Sums of the features' differences: [rows of X, rows of Y].
 *
 * @throws RangeError for different numbers of features
 * @example
 * manhattanDistances([[0, 0]], [[3, 4]]).at(0, 0); // 7
 */
export function manhattanDistances(x: MatrixLike, y?: MatrixLike): Matrix {
  return pairwiseDistances(x, y, { metric: "manhattan" });
}

/**
 * 1 − the cosine of the angle between rows: [rows of X, rows of Y].
 *
 * @throws RangeError for different numbers of features
 * @example
 * cosineDistances([[1, 0]], [[0, 2]]).at(0, 0); // 1
 */
export function cosineDistances(x: MatrixLike, y?: MatrixLike): Matrix {
  return pairwiseDistances(x, y, { metric: "cosine" });
}
