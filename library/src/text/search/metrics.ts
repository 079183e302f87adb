import { checkCount, unknownName } from "../checks/index.ts";

/** How near two vectors are: the cosine of their angle, their product, or their distance. */
export type Metric = "cosine" | "dot" | "l2";

/** Vectors: rows of numbers, or all in one array with their length. */
export type VectorsLike =
  readonly ArrayLike<number>[] | { readonly data: ArrayLike<number>; readonly size: number };

export interface IndexOptions {
  /** Default `"cosine"`. */
  readonly metric?: Metric;
}

/** One result of a search: the number of the vector, and how near it is. */
export interface Found {
  readonly index: number;
  /** The cosine or product (greater is nearer), or the distance (smaller is nearer). */
  readonly score: number;
}

const metrics: readonly Metric[] = ["cosine", "dot", "l2"];

/** @throws RangeError for an unknown metric */
export function checkMetric(metric: Metric): void {
  if (!metrics.includes(metric)) throw unknownName("metric", metric, metrics);
}

/** @throws RangeError for another length, or a number that is none */
export function readVector(who: string, vector: ArrayLike<number>, size: number): Float32Array {
  const made = Float32Array.from(vector);
  if (made.length !== size)
    throw new RangeError(`${who} holds vectors of ${size} numbers; this one has ${made.length}.`);
  if (!made.every(Number.isFinite))
    throw new RangeError(
      `${who} takes finite numbers only; found ${made.find((x) => !Number.isFinite(x))}.`,
    );
  return made;
}

/** All vectors one behind the other. @throws RangeError where they differ in length or are no numbers */
export function readVectors(
  who: string,
  vectors: VectorsLike,
): { data: Float32Array; size: number } {
  if (!Array.isArray(vectors)) {
    const { data, size } = vectors as { data: ArrayLike<number>; size: number };
    checkCount(who, "size", size);
    if (data.length % size !== 0)
      throw new RangeError(`${who}: ${data.length} numbers are no vectors of ${size} each.`);
    return { data: readVector(who, data, data.length), size };
  }
  const rows = vectors as readonly ArrayLike<number>[];
  if (rows.length === 0) throw new RangeError(`${who} needs one vector or more.`);
  const size = rows[0].length;
  const data = new Float32Array(rows.length * size);
  rows.forEach((row, i) => data.set(readVector(who, row, size), i * size));
  return { data, size };
}

/** Makes the length of a vector 1; one of length 0 stays. */
export function toUnit(vector: Float32Array): Float32Array {
  let sum = 0;
  for (const value of vector) sum += value * value;
  return sum > 0 ? vector.map((value) => value / Math.sqrt(sum)) : vector;
}

/** A function of two places that is smaller the nearer the vectors there are. */
export function farness(
  metric: Metric,
  size: number,
): (a: Float32Array, at: number, b: Float32Array, bt: number) => number {
  if (metric === "l2")
    return (a, at, b, bt) => {
      let sum = 0;
      for (let i = 0; i < size; i += 1) {
        const apart = a[at + i] - b[bt + i];
        sum += apart * apart;
      }
      return sum;
    };
  return (a, at, b, bt) => {
    let sum = 0;
    for (let i = 0; i < size; i += 1) sum -= a[at + i] * b[bt + i];
    return sum;
  };
}

/** What the caller gets to see of such a value. */
export const scoreOf = (metric: Metric, far: number): number =>
  metric === "l2" ? Math.sqrt(far) : -far || 0;
