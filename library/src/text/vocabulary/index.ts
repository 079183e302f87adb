export { documentTerms, type DocumentTermsOptions } from "./document-terms.ts";
export { hashTokens, type HashOptions, murmurHash3 } from "./hashing.ts";
export { type Padded, padSequences, type PadOptions } from "./pad-sequences.ts";
export { Vocabulary, type VocabularyJson, type VocabularyOptions } from "./vocabulary.ts";
