export {
  NgramModel,
  type NgramModelOptions,
  type NgramTextOptions,
  type Smoothing,
} from "./ngram-model.ts";
