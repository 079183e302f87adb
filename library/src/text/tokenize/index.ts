export { characterTokenize, graphemeTokenize, utf8Decode, utf8Tokenize } from "./characters.ts";
export {
  regexpTokenize,
  type RegexpTokenizeOptions,
  whitespaceTokenize,
  wordPunctTokenize,
} from "./patterns.ts";
export { sentenceTokenize, type SentenceOptions } from "./sentences.ts";
export { tokenSpans, type TokenSpan } from "./spans.ts";
export { wordTokenize, type WordOptions } from "./words.ts";
