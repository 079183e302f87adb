import {
  argMaxRows,
  checkChoice,
  checkNumber,
  Classifier,
  type ClassifierState,
  type Label,
  type LabelsLike,
  register,
} from "../base/index.ts";
import { Matrix, type MatrixLike } from "../matrix/index.ts";

export interface NearestCentroidParams {
  /** `"euclidean"` takes each class's mean as its centre, `"manhattan"` its median. Default `"euclidean"`. */
  metric: "euclidean" | "manhattan";
  /** How far centres are drawn to the centre of all samples, feature by feature. Default undefined. */
  shrinkThreshold: number | undefined;
}

interface State extends ClassifierState {
  readonly centroids: Matrix;
}

/**
 * Predicts the class whose centre is nearest.
 *
 * Source: R. Tibshirani, T. Hastie, B. Narasimhan and G. Chu, Diagnosis of multiple cancer types by
 * shrunken centroids of gene expression, PNAS 99 (2002). O(n · features) to learn.
 *
 * Differs from scikit-learn: classes have no priors, and there is no decision function.
 *
 * @example
 * const nearest = new NearestCentroid().fit([[0], [2], [9], [11]], ["a", "a", "b", "b"]);
 * nearest.predict([[4], [7]]); // ["a", "b"]
 * nearest.centroids_.toArray(); // [[1], [10]]
 */
export class NearestCentroid<L extends Label = Label> extends Classifier<
  L,
  NearestCentroidParams,
  State
> {
  constructor(params: Partial<NearestCentroidParams> = {}) {
    super({ metric: "euclidean", shrinkThreshold: undefined }, params);
  }

  fit<M extends Label>(x: MatrixLike, y: LabelsLike<M>): NearestCentroid<M> {
    const { metric, shrinkThreshold } = this.params;
    checkChoice(this.name, "metric", metric, ["euclidean", "manhattan"]);
    if (shrinkThreshold !== undefined)
      checkNumber(this.name, "shrinkThreshold", shrinkThreshold, { above: 0 });
    const { x: samples, classes, codes } = this.readClassification(x, y);
    const members = classes.map((_, c) => samples.take(places(codes, c)));
    const centre = metric === "euclidean" ? mean : median;
    const { columns } = samples;
    const centroids = Matrix.zeros(classes.length, columns, samples.names);
    members.forEach((of, c) => {
      for (let j = 0; j < columns; j++) centroids.data[c * columns + j] = centre(of.column(j));
    });
    const shrunk =
      shrinkThreshold === undefined
        ? centroids
        : shrink(
            samples,
            codes,
            centroids,
            members.map((of) => of.rows),
            shrinkThreshold,
          );
    this.learned({ classes, centroids: shrunk }, samples);
    return this as unknown as NearestCentroid<M>;
  }

  /** The centre of each class [classes, features]. */
  get centroids_(): Matrix {
    const { data, rows, columns, names } = this.fitted("centroids_").centroids;
    return new Matrix(data.slice(), rows, columns, names);
  }

  protected decide(x: Matrix): ArrayLike<number> {
    const { centroids } = this.fitted("prediction");
    const { columns } = centroids;
    const euclidean = this.params.metric === "euclidean";
    const scores = Matrix.zeros(x.rows, centroids.rows);
    for (let i = 0; i < x.rows; i++) {
      for (let c = 0; c < centroids.rows; c++) {
        let distance = 0;
        for (let j = 0; j < columns; j++) {
          const gap = x.data[i * columns + j] - centroids.data[c * columns + j];
          distance += euclidean ? gap * gap : Math.abs(gap);
        }
        scores.data[i * centroids.rows + c] = -distance;
      }
    }
    return argMaxRows(scores);
  }
}

const places = (codes: Int32Array, wanted: number): number[] =>
  Array.from(codes, (code, i) => (code === wanted ? i : -1)).filter((i) => i >= 0);

const mean = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function median(values: Float64Array): number {
  const sorted = values.toSorted();
  const half = sorted.length / 2;
  return (sorted[Math.ceil(half) - 1] + sorted[Math.floor(half)]) / 2;
}

/** Draws the centres to the centre of all, by so many standard deviations of a feature within classes. */
function shrink(
  x: Matrix,
  codes: Int32Array,
  centroids: Matrix,
  counts: readonly number[],
  threshold: number,
): Matrix {
  const { rows, columns } = x;
  const within = new Float64Array(columns);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++)
      within[j] += (x.data[i * columns + j] - centroids.data[codes[i] * columns + j]) ** 2;
  for (let j = 0; j < columns; j++) within[j] = Math.sqrt(within[j] / (rows - counts.length));
  const typical = median(within);
  const shrunk = Matrix.zeros(centroids.rows, columns, centroids.names);
  for (let j = 0; j < columns; j++) {
    const centre = mean(x.column(j));
    counts.forEach((count, c) => {
      const unit = Math.sqrt(1 / count - 1 / rows) * (within[j] + typical);
      const deviation = unit > 0 ? (centroids.data[c * columns + j] - centre) / unit : 0;
      const kept = Math.sign(deviation) * Math.max(0, Math.abs(deviation) - threshold);
      shrunk.data[c * columns + j] = centre + unit * kept;
    });
  }
  return shrunk;
}

register("NearestCentroid", NearestCentroid);
