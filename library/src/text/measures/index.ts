export { type BleuOptions, type BleuScore, corpusBleu, sentenceBleu } from "./bleu.ts";
export { chrF, type ChrFOptions } from "./chrf.ts";
export {
  characterErrorRate,
  type EditCounts,
  editDistance,
  edits,
  wordErrorRate,
} from "./edit-distance.ts";
export { perplexity } from "./perplexity.ts";
export { rouge, type RougeOptions, type RougeScore } from "./rouge.ts";
