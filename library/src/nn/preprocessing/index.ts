/**
 * Raw values to what a network takes, with Keras' answers.
 *
 * @module
 */
export { oneHot, toCategorical } from "./categories.ts";
export {
  integerLookup,
  Lookup,
  type LookupOptions,
  stringLookup,
  type Token,
  type Tokens,
} from "./lookup.ts";
export { Normalizer, normalizer, type NormalizerState, type Numbers } from "./normalizer.ts";
export { padSequences, type PadSequencesOptions } from "./pad-sequences.ts";
