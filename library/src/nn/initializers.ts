import { Random } from "../random/index.ts";
import { tensorflow } from "../tensorflow/index.ts";
import { tensorSeed, type SeedOrRandom } from "./seed.ts";

/** A layer's `kernelInitializer`. */
export type Initializer = ReturnType<
  ReturnType<typeof tensorflow>["initializers"]["glorotUniform"]
>;

/**
 * Uniform within ± sqrt(6 / (fan in + fan out)): for layers with tanh, sigmoid, softmax or none.
 *
 * Each initialiser here gives the same weights in every process. Give layers of one shape different
 * seeds, or one `Random` that each draws from, or they start as equals.
 *
 * Source: X. Glorot and Y. Bengio, AISTATS 2010.
 *
 * @example
 * const random = new Random(1);
 * tf.layers.dense({ units: 10, kernelInitializer: glorotUniform(random) });
 */
export function glorotUniform(seed: SeedOrRandom): Initializer {
  return tensorflow().initializers.glorotUniform({ seed: tensorSeed(seed) });
}

/** Normal, cut at two standard deviations, variance 2 / (fan in + fan out). Source: as {@link glorotUniform}. */
export function glorotNormal(seed: SeedOrRandom): Initializer {
  return tensorflow().initializers.glorotNormal({ seed: tensorSeed(seed) });
}

/** Uniform within ± sqrt(6 / fan in): for layers with ReLU. Source: K. He et al., ICCV 2015. */
export function heUniform(seed: SeedOrRandom): Initializer {
  return tensorflow().initializers.heUniform({ seed: tensorSeed(seed) });
}

/** Normal, cut at two standard deviations, variance 2 / fan in: for layers with ReLU. Source: as {@link heUniform}. */
export function heNormal(seed: SeedOrRandom): Initializer {
  return tensorflow().initializers.heNormal({ seed: tensorSeed(seed) });
}

/** Normal, cut at two standard deviations, variance 1 / fan in: for SELU. Source: Y. LeCun et al., "Efficient BackProp", 1998. */
export function leCunNormal(seed: SeedOrRandom): Initializer {
  return tensorflow().initializers.leCunNormal({ seed: tensorSeed(seed) });
}

/** Normal with the given standard deviation (default 0.05) around 0. */
export function randomNormal(seed: SeedOrRandom, standardDeviation = 0.05): Initializer {
  return tensorflow().initializers.randomNormal({
    seed: tensorSeed(seed),
    mean: 0,
    stddev: standardDeviation,
  });
}

/**
 * Rows (or columns, where there are fewer) that are orthogonal and of length `gain` (default 1): for
 * the recurrent kernels of LSTM and GRU. TensorFlow.js's own takes seconds from some hundred units on.
 *
 * Source: A. M. Saxe, J. L. McClelland, S. Ganguli, ICLR 2014.
 */
export function orthogonal(seed: SeedOrRandom, gain = 1): Initializer {
  const drawn = tensorSeed(seed);
  const initializer = tensorflow().initializers.orthogonal({ seed: drawn, gain });
  // Saved models name TensorFlow.js's class, so that they load everywhere; its numbers are not used.
  initializer.apply = (shape) =>
    orthogonalMatrix(shape as [number, number], new Random(drawn), gain);
  return initializer;
}

function orthogonalMatrix(
  [rows, columns]: [number, number],
  random: Random,
  gain: number,
): ReturnType<Initializer["apply"]> {
  const [count, length] = [Math.min(rows, columns), Math.max(rows, columns)];
  const vectors: Float64Array[] = [];
  while (vectors.length < count) {
    const vector = Float64Array.from({ length }, () => random.normal());
    // Twice: rounding leaves a rest the first time.
    for (let pass = 0; pass < 2; pass++)
      for (const other of vectors) {
        let along = 0;
        for (let i = 0; i < length; i++) along += vector[i] * other[i];
        for (let i = 0; i < length; i++) vector[i] -= along * other[i];
      }
    const norm = Math.hypot(...vector);
    vectors.push(vector.map((value) => value / norm));
  }
  const tf = tensorflow();
  return tf.tidy(() => {
    const flat = Float32Array.from(
      vectors.flatMap((vector) => [...vector]),
      (v) => v * gain,
    );
    const matrix = tf.tensor2d(flat, [count, length]);
    return rows <= columns ? matrix : matrix.transpose();
  });
}
