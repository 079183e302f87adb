import { Random } from "../../../../library/src/random/index.ts";

export { Dataset, ElementError } from "../../../../library/src/nn/data/index.ts";

/** The order that `shuffledBatches` and `train` give an epoch. */
export const epochOrderOf = (samples: number, seed: number, epoch: number): Int32Array =>
  new Random(seed, "epoch", epoch).permutation(samples);
