import { readNdArray } from "../ndarray.ts";
import type { NdArrayLike } from "../ndarray.ts";
import { oneOf, wholeNumber } from "../options.ts";

/** Options of `graycomatrix`. */
export interface GraycomatrixOptions {
  /** How far apart the two pixels are. Default `[1]`. */
  readonly distances?: readonly number[];
  /** In which direction the second lies, in radians: 0 right, π/2 down. Default `[0]`. */
  readonly angles?: readonly number[];
  /** Grey levels, which are whole numbers below this. Default 256. */
  readonly levels?: number;
  /** Count each pair both ways. Default false. */
  readonly symmetric?: boolean;
  /** Divide by the number of pairs. Default false. */
  readonly normed?: boolean;
}

/** What `graycomatrix` gives. */
export interface Graycomatrix {
  /** Counts or shares, `shape[0] * shape[1] * …` of them, the last axis running fastest. */
  readonly data: Float64Array;
  /** `[level, level of the other, distances, angles]`. */
  readonly shape: readonly [number, number, number, number];
}

/** A number that `graycoprops` takes from a matrix. */
export type GraycoProperty =
  | "contrast"
  | "dissimilarity"
  | "homogeneity"
  | "energy"
  | "ASM"
  | "correlation"
  | "mean"
  | "variance"
  | "std"
  | "entropy";

/**
 * Grey-level co-occurrence: how often a pixel of level i has one of level j at a distance in a
 * direction. scikit-image's graycomatrix.
 *
 * Source: R. Haralick and others, Textural Features for Image Classification, IEEE SMC 3 (1973).
 *
 * @param image - Whole numbers `[height, width]` below `levels`; quantise before.
 * @throws RangeError for another shape or a value outside the levels.
 * @example
 * graycomatrix([[0, 0, 1]], { levels: 2 }).data; // [1, 1, 0, 0]
 */
export function graycomatrix(image: NdArrayLike, options: GraycomatrixOptions = {}): Graycomatrix {
  const array = readNdArray(image, "image");
  const flat = array.shape.length === 2 || (array.shape.length === 3 && array.shape[2] === 1);
  if (!flat)
    throw new RangeError(
      `The image has one grey channel, [height, width]; this one has [${array.shape.join(", ")}].`,
    );
  const [height, width] = array.shape;
  const levels = wholeNumber("levels", options.levels ?? 256, 2);
  const { distances = [1], angles = [0] } = options;
  for (let i = 0; i < array.data.length; i++) {
    const value = array.data[i];
    if (Number.isInteger(value) && value >= 0 && value < levels) continue;
    throw new RangeError(
      `The image has the value ${String(value)}; levels are whole numbers from 0 to ${String(levels - 1)}.`,
    );
  }
  const [many, ways] = [distances.length, angles.length];
  const data = new Float64Array(levels * levels * many * ways);
  distances.forEach((distance, d) =>
    angles.forEach((angle, a) => {
      const dy = roundAway(Math.sin(angle) * distance);
      const dx = roundAway(Math.cos(angle) * distance);
      const at = (i: number, j: number) => ((i * levels + j) * many + d) * ways + a;
      let pairs = 0;
      for (let y = Math.max(0, -dy); y < Math.min(height, height - dy); y++) {
        for (let x = Math.max(0, -dx); x < Math.min(width, width - dx); x++) {
          const [i, j] = [array.data[y * width + x], array.data[(y + dy) * width + x + dx]];
          data[at(i, j)]++;
          if (options.symmetric) data[at(j, i)]++;
          pairs += options.symmetric ? 2 : 1;
        }
      }
      if (options.normed && pairs > 0)
        for (let i = 0; i < levels * levels; i++) data[(i * many + d) * ways + a] /= pairs;
    }),
  );
  return { data, shape: [levels, levels, many, ways] };
}

/**
 * One number for each distance (rows) and angle (columns) of a co-occurrence matrix. scikit-image's
 * graycoprops, with its ten properties.
 *
 * @throws TypeError for an unknown property.
 * @example
 * graycoprops(graycomatrix([[0, 2, 0]], { levels: 3 }), "contrast"); // [[4]]
 */
export function graycoprops(matrix: Graycomatrix, property: GraycoProperty): number[][] {
  oneOf("property", property, known);
  const [levels, , many, ways] = matrix.shape;
  return Array.from({ length: many }, (_, d) =>
    Array.from({ length: ways }, (__, a) => {
      const shares = Float64Array.from(
        { length: levels * levels },
        (___, i) => matrix.data[(i * many + d) * ways + a],
      );
      const sum = shares.reduce((total, value) => total + value, 0);
      return measure(sum === 0 ? shares : shares.map((value) => value / sum), levels, property);
    }),
  );
}

const known: readonly GraycoProperty[] = [
  ...(["contrast", "dissimilarity", "homogeneity", "energy", "ASM"] as const),
  ...(["correlation", "mean", "variance", "std", "entropy"] as const),
];

function measure(shares: Float64Array, levels: number, property: GraycoProperty): number {
  const sum = (weight: (i: number, j: number, share: number) => number) => {
    let total = 0;
    for (let i = 0, at = 0; i < levels; i++)
      for (let j = 0; j < levels; j++, at++)
        if (shares[at] !== 0) total += shares[at] * weight(i, j, shares[at]);
    return total;
  };
  const mean = (ofJ = false) => sum((i, j) => (ofJ ? j : i));
  const spread = (ofJ = false) => {
    const middle = mean(ofJ);
    return sum((i, j) => ((ofJ ? j : i) - middle) ** 2);
  };
  if (property === "contrast") return sum((i, j) => (i - j) ** 2);
  if (property === "dissimilarity") return sum((i, j) => Math.abs(i - j));
  if (property === "homogeneity") return sum((i, j) => 1 / (1 + (i - j) ** 2));
  if (property === "ASM") return sum((_, __, share) => share);
  if (property === "energy") return Math.sqrt(sum((_, __, share) => share));
  if (property === "entropy") return sum((_, __, share) => -Math.log(share));
  if (property === "mean") return mean();
  if (property === "variance") return spread();
  if (property === "std") return Math.sqrt(spread());
  const deviation = Math.sqrt(spread()) * Math.sqrt(spread(true));
  const [mi, mj] = [mean(), mean(true)];
  return deviation < 1e-15 ? 1 : sum((i, j) => (i - mi) * (j - mj)) / deviation;
}

/** To the nearest whole number, halves away from 0. */
function roundAway(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value));
}
