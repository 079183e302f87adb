export {
  type Association,
  type Collocation,
  collocations,
  type CollocationOptions,
} from "./collocations.ts";
export { concordance, type ConcordanceLine, type ConcordanceOptions } from "./concordance.ts";
export { countNgrams, everygrams, ngrams, type NgramOptions, skipGrams } from "./ngrams.ts";
