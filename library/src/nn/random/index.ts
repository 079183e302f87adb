/**
 * Random tensors from a seed, with the names of Keras' random operations: TensorFlow.js cannot seed all
 * of its own.
 *
 * @module
 */
export { categorical, multinomial, type MultinomialOptions } from "./multinomial.ts";
export {
  normal,
  type NormalOptions,
  type SeedOption,
  truncatedNormal,
  uniform,
  type UniformOptions,
} from "./tensors.ts";
export { shuffle } from "./shuffle.ts";
