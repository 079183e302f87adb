export { Glove, type GloveOptions } from "./glove.ts";
export { type CooccurrenceOptions, type Cooccurrences, cooccurrences } from "./cooccurrences.ts";
export { NegativeSampler, subsamplingKeep } from "./negative-sampling.ts";
export { skipGramPairs, type SkipGramPairs, type SkipGramPairsOptions } from "./skip-gram-pairs.ts";
export { Word2Vec, type Word2VecOptions } from "./word2vec.ts";
export { type SimilarWord, WordVectors, type WordVectorsFormat } from "./word-vectors.ts";
