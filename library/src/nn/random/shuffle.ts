import { checkOptions } from "../../frame/engine/options.ts";
import { tensorflow, type Tensor } from "../../tensorflow/index.ts";
import { sourceOf, type SeedOption } from "./source.ts";

/** The rows of a tensor in random order; `Dataset.shuffle` keeps several tensors in step. */
export function shuffle<T extends Tensor>(x: T, options: SeedOption = {}): T {
  checkOptions("shuffle", options, ["seed"]);
  const tf = tensorflow();
  return tf.tidy(() => {
    const order = sourceOf(options.seed).permutation(x.shape[0]);
    return tf.gather(x, tf.tensor1d(order, "int32"));
  });
}
