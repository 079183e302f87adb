/**
 * Texts: written in one way, cut into tokens, encoded as numbers, and back; counted, measured,
 * compared.
 *
 * @example
 * import { trainBpe } from "daylab/text";
 * const tokenizer = trainBpe(texts, { vocabSize: 5000 });
 * const { ids } = tokenizer.encode("a cat and a dog");
 *
 * @module
 */
export * from "./generation/index.ts";
export * from "./language-models/index.ts";
export * from "./measures/index.ts";
export * from "./ngrams/index.ts";
export * from "./normalize/index.ts";
export * from "./search/index.ts";
export * from "./stem/index.ts";
export * from "./stop-words/index.ts";
export * from "./subwords/index.ts";
export * from "./tokenize/index.ts";
export * from "./vectors/index.ts";
export * from "./vocabulary/index.ts";
