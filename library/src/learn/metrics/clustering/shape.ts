import { checkOptions } from "../../../frame/engine/options.ts";
import {
  checkInteger,
  codeLabels,
  type Label,
  type LabelsLike,
  permutation,
  randomOf,
  type RandomState,
  readLabels,
} from "../../base/index.ts";
import { Matrix, type MatrixLike, readMatrix } from "../../matrix/index.ts";
import { checkPair, sumOf } from "../read.ts";
import { type DistanceName, distanceOf } from "../pairwise/distances.ts";

interface Clustered {
  readonly x: Matrix;
  readonly codes: Int32Array;
  readonly sizes: Float64Array;
}

function readClusters(who: string, x: MatrixLike, labels: LabelsLike<Label>): Clustered {
  const matrix = readMatrix(x, who);
  const { classes, codes } = codeLabels(readLabels(labels, who));
  checkPair(who, matrix.rows, codes.length);
  if (classes.length < 2 || classes.length >= matrix.rows) {
    throw new RangeError(
      `${who} needs from 2 to ${matrix.rows - 1} clusters of ${matrix.rows} samples; there are ${classes.length}.`,
    );
  }
  const sizes = new Float64Array(classes.length);
  for (const code of codes) sizes[code] += 1;
  return { x: matrix, codes, sizes };
}

export interface SilhouetteOptions {
  /** How far apart samples are. Default `"euclidean"`. */
  readonly metric?: DistanceName;
}

/**
 * For each sample how much nearer its own cluster is than the next one: from −1 to 1, 0 for a sample
 * that is alone. Time: O(samples² × features).
 *
 * Source: P. J. Rousseeuw, Silhouettes (1987).
 *
 * @throws RangeError for fewer than 2 clusters, or as many as samples
 * @example
 * silhouetteSamples([[0], [0], [10]], ["a", "a", "b"]); // [1, 1, 0]
 */
export function silhouetteSamples(
  x: MatrixLike,
  labels: LabelsLike<Label>,
  options: SilhouetteOptions = {},
): Float64Array {
  const who = "silhouetteSamples";
  checkOptions(who, options, ["metric"]);
  const { x: samples, codes, sizes } = readClusters(who, x, labels);
  const distance = distanceOf(who, options.metric ?? "euclidean");
  const sums = new Float64Array(sizes.length);
  return Float64Array.from({ length: samples.rows }, (_, i) => {
    sums.fill(0);
    const row = samples.row(i);
    for (let j = 0; j < samples.rows; j++) sums[codes[j]] += distance(row, samples.row(j));
    const own = codes[i];
    if (sizes[own] === 1) return 0;
    const inside = sums[own] / (sizes[own] - 1);
    let next = Infinity;
    for (let k = 0; k < sizes.length; k++) if (k !== own) next = Math.min(next, sums[k] / sizes[k]);
    const most = Math.max(inside, next);
    return most === 0 ? 0 : (next - inside) / most;
  });
}

/** Options of `silhouetteScore`. */
export interface SilhouetteScoreOptions extends SilhouetteOptions {
  /** Look at so many samples only, drawn at random. Default all. */
  readonly sampleSize?: number;
  /** Makes the draw the same each time. */
  readonly randomState?: RandomState;
}

/**
 * The mean of {@link silhouetteSamples}: from −1 to 1.
 *
 * @throws RangeError for fewer than 2 clusters, or as many as samples
 * @example
 * silhouetteScore([[0], [0], [10], [10]], [1, 1, 2, 2]); // 1
 */
export function silhouetteScore(
  x: MatrixLike,
  labels: LabelsLike<Label>,
  options: SilhouetteScoreOptions = {},
): number {
  const who = "silhouetteScore";
  checkOptions(who, options, ["metric", "sampleSize", "randomState"]);
  const { sampleSize, metric, randomState } = options;
  let samples = readMatrix(x, who);
  let own: Label[] = readLabels(labels, who);
  checkPair(who, samples.rows, own.length);
  if (sampleSize !== undefined) {
    checkInteger(who, "sampleSize", sampleSize, 2, samples.rows);
    const drawn = permutation(samples.rows, randomOf(randomState)).subarray(0, sampleSize);
    own = Array.from(drawn, (i) => own[i]);
    samples = samples.take(drawn);
  }
  const values = silhouetteSamples(samples, own, metric && { metric });
  return sumOf(values) / values.length;
}

function centresOf({ x, codes, sizes }: Clustered): Matrix {
  const data = new Float64Array(sizes.length * x.columns);
  for (let i = 0; i < x.rows; i++)
    for (let j = 0; j < x.columns; j++) data[codes[i] * x.columns + j] += x.at(i, j);
  return new Matrix(
    data.map((sum, at) => sum / sizes[Math.floor(at / x.columns)]),
    sizes.length,
    x.columns,
  );
}

/**
 * How far clusters' centres are apart, beside how wide the clusters are; greater is better.
 *
 * Source: T. Caliński and J. Harabasz, A dendrite method for cluster analysis (1974).
 *
 * @throws RangeError for fewer than 2 clusters, or as many as samples
 * @example
 * calinskiHarabaszScore([[0], [2], [10], [12]], [0, 0, 1, 1]); // 50
 */
export function calinskiHarabaszScore(x: MatrixLike, labels: LabelsLike<Label>): number {
  const clustered = readClusters("calinskiHarabaszScore", x, labels);
  const { x: samples, codes, sizes } = clustered;
  const centres = centresOf(clustered);
  const squared = distanceOf("calinskiHarabaszScore", "sqeuclidean");
  const middle = Float64Array.from(
    { length: samples.columns },
    (_, j) => sumOf(samples.column(j)) / samples.rows,
  );
  let apart = 0;
  let wide = 0;
  for (let k = 0; k < sizes.length; k++) apart += sizes[k] * squared(centres.row(k), middle);
  for (let i = 0; i < samples.rows; i++) wide += squared(samples.row(i), centres.row(codes[i]));
  const k = sizes.length;
  return wide === 0 ? 1 : (apart * (samples.rows - k)) / (wide * (k - 1));
}

/**
 * For each cluster the one that is most alike (wide and near), as a mean; 0 at best.
 *
 * Source: D. L. Davies and D. W. Bouldin, A cluster separation measure (1979).
 *
 * @throws RangeError for fewer than 2 clusters, or as many as samples
 * @example
 * daviesBouldinScore([[0], [2], [10], [12]], [0, 0, 1, 1]); // 0.2
 */
export function daviesBouldinScore(x: MatrixLike, labels: LabelsLike<Label>): number {
  const clustered = readClusters("daviesBouldinScore", x, labels);
  const { x: samples, codes, sizes } = clustered;
  const centres = centresOf(clustered);
  const distance = distanceOf("daviesBouldinScore", "euclidean");
  const wide = new Float64Array(sizes.length);
  for (let i = 0; i < samples.rows; i++) {
    wide[codes[i]] += distance(samples.row(i), centres.row(codes[i])) / sizes[codes[i]];
  }
  let sum = 0;
  for (let a = 0; a < sizes.length; a++) {
    let worst = 0;
    for (let b = 0; b < sizes.length; b++) {
      const far = distance(centres.row(a), centres.row(b));
      if (a !== b && far > 0) worst = Math.max(worst, (wide[a] + wide[b]) / far);
    }
    sum += worst;
  }
  return sum / sizes.length;
}
