import { oneOf } from "../options.ts";

/** Descriptors, one a key point: numbers, or packed bits in bytes for `"hamming"`. */
export type Descriptors = readonly ArrayLike<number>[];

/** Options of `matchDescriptors`. */
export interface MatchOptions {
  /** Bits that differ, or the Euclidean distance. By default Hamming for `Uint8Array`s. */
  readonly metric?: "hamming" | "l2";
  /** Keep a pair only where each is the other's nearest. Default true. */
  readonly crossCheck?: boolean;
  /** Keep pairs nearer than this. Default all. */
  readonly maxDistance?: number;
  /** Keep pairs whose distance is below this part of the second best's (Lowe's test). Default 1, off. */
  readonly maxRatio?: number;
}

/** Descriptor `a` of the first list is most like descriptor `b` of the second. */
export interface DescriptorMatch {
  readonly a: number;
  readonly b: number;
  readonly distance: number;
}

/**
 * For each descriptor of the first list the nearest of the second, brute force. scikit-image's
 * match_descriptors; OpenCV's BFMatcher.
 *
 * Source of the ratio test: D. Lowe, Distinctive Image Features, IJCV 60 (2004).
 *
 * @throws RangeError for descriptors of different lengths.
 * @example
 * matchDescriptors([[0, 0], [5, 5]], [[5, 4], [0, 1]]);
 * // [{ a: 0, b: 1, distance: 1 }, { a: 1, b: 0, distance: 1 }]
 */
export function matchDescriptors(
  first: Descriptors,
  second: Descriptors,
  options: MatchOptions = {},
): DescriptorMatch[] {
  if (first.length === 0 || second.length === 0) return [];
  const bytes = first[0] instanceof Uint8Array && second[0] instanceof Uint8Array;
  const metric = oneOf("metric", options.metric ?? (bytes ? "hamming" : "l2"), ["hamming", "l2"]);
  const { maxDistance = Infinity, maxRatio = 1, crossCheck = true } = options;
  const lengths = new Set([...first, ...second].map(({ length }) => length));
  if (lengths.size > 1)
    throw new RangeError(`The descriptors have different lengths: ${[...lengths].join(", ")}.`);
  const distance = metric === "hamming" ? hamming : euclidean;
  const matrix = first.map((p) => Float64Array.from(second, (q) => distance(p, q)));
  const nearestOf = second.map((_, b) => smallest(matrix.length, (a) => matrix[a][b]));
  return matrix.flatMap((row, a) => {
    const b = smallest(row.length, (i) => row[i]);
    if (crossCheck && nearestOf[b] !== a) return [];
    if (!(row[b] < maxDistance)) return [];
    if (maxRatio < 1 && row.length > 1) {
      const other = smallest(row.length, (i) => (i === b ? Infinity : row[i]));
      if (!(row[b] / Math.max(row[other], Number.EPSILON) < maxRatio)) return [];
    }
    return [{ a, b, distance: row[b] }];
  });
}

function smallest(length: number, value: (i: number) => number): number {
  let best = 0;
  for (let i = 1; i < length; i++) if (value(i) < value(best)) best = i;
  return best;
}

function euclidean(p: ArrayLike<number>, q: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < p.length; i++) sum += (p[i] - q[i]) ** 2;
  return Math.sqrt(sum);
}

const bitsIn = Uint8Array.from({ length: 256 }, (_, i) =>
  [...i.toString(2)].reduce((sum, bit) => sum + Number(bit), 0),
);

function hamming(p: ArrayLike<number>, q: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < p.length; i++) sum += bitsIn[(p[i] ^ q[i]) & 255];
  return sum;
}
