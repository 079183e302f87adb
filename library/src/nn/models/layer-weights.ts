import { Random } from "../../random/index.ts";
import { glorotUniform, heNormal, orthogonal, type Initializer } from "../initializers.ts";
import type { SeedOrRandom } from "../seed.ts";

/** The first weights of a model's layers, each layer's drawn after those of the layer before. */
export interface LayerWeights {
  /** For a layer that ends in ReLU. */
  readonly relu: () => Initializer;
  /** For a layer that ends in softmax, sigmoid, tanh or nothing. */
  readonly other: () => Initializer;
  /** For what a recurrent layer multiplies its own state with. */
  readonly recurrent: () => Initializer;
}

export function layerWeights(seed: SeedOrRandom): LayerWeights {
  const random = seed instanceof Random ? seed : new Random(seed);
  return {
    relu: () => heNormal(random),
    other: () => glorotUniform(random),
    recurrent: () => orthogonal(random),
  };
}
