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
