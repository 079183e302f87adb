export { CountVectorizer, type CountVectorizerParams } from "./count-vectorizer.ts";
export { TfidfTransformer, type TfidfTransformerParams } from "./tfidf-transformer.ts";
export { TfidfVectorizer, type TfidfVectorizerParams } from "./tfidf-vectorizer.ts";
export type { TextsLike } from "./texts.ts";
