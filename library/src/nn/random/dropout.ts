import { checkOptions } from "../../frame/engine/options.ts";
import { Random } from "../../random/index.ts";
import { tensorflow, type TensorFlow } from "../../tensorflow/index.ts";
import { tensorSeed, type SeedOrRandom } from "../seed.ts";

type Layer = ReturnType<TensorFlow["layers"]["dropout"]>;

export interface DropoutOptions {
  /** The share of the inputs that is set to 0, from 0 to 1. */
  readonly rate: number;
  readonly seed: SeedOrRandom;
  /** Where the mask is the same for several entries: 1 in that dimension. */
  readonly noiseShape?: number[];
  readonly name?: string;
}

/**
 * A dropout layer whose masks come from a seed: another mask each step, the same ones in every process.
 * `tf.layers.dropout({ seed })` repeats one mask in every step, and without a seed nothing repeats.
 *
 * @throws RangeError for a rate outside 0 to 1
 *
 * @example
 * dropout({ rate: 0.5, seed: 1 }).getConfig().rate; // 0.5
 */
export function dropout(options: DropoutOptions): Layer {
  checkOptions("dropout", options, ["rate", "seed", "noiseShape", "name"]);
  const { seed, ...config } = options;
  if (!(config.rate >= 0 && config.rate < 1))
    throw new RangeError(`A dropout's rate is from 0 to less than 1, not ${config.rate}.`);
  const random = seed instanceof Random ? seed.fork(seed.bits()) : new Random(seed, "dropout");
  const made = tensorflow().layers.dropout(config);
  const layer = made as unknown as Pick<Layer, "call"> & { seed?: number };
  const call = made.call.bind(made);
  layer.call = (inputs, kwargs) => {
    layer.seed = tensorSeed(random);
    try {
      return call(inputs, kwargs);
    } finally {
      // A saved model must not keep the seed of one step: TensorFlow.js would use it in all.
      layer.seed = undefined;
    }
  };
  return made;
}
