import { DataFrame } from "../../frame/index.ts";
import { CountVectorizer, TfidfVectorizer, type TfidfVectorizerParams } from "../../learn/index.ts";
import { unknownName } from "../checks/index.ts";

export interface DocumentTermsOptions extends Partial<TfidfVectorizerParams> {
  /** How often a word is there, or its weight by TF-IDF. Default `"count"`. */
  readonly weights?: "count" | "tfidf";
}

/**
 * A frame to look at: one row a text, one column a word. For learning take `CountVectorizer` or
 * `TfidfVectorizer` of `daylab/learn`, which keep zeros out of memory and make this frame's numbers.
 *
 * @param options those of the vectorizers; `maxFeatures` is 200 by default
 * @throws RangeError for unknown weights, or where no word is left
 *
 * @example
 * documentTerms(["red wine", "red red rose"]).columns; // ["red", "rose", "wine"]
 * documentTerms(["red wine", "red red rose"]).column("red").values; // [1, 2]
 */
export function documentTerms(
  texts: readonly string[],
  options: DocumentTermsOptions = {},
): DataFrame<Record<string, number>> {
  const { weights = "count", ...given } = options;
  if (weights !== "count" && weights !== "tfidf")
    throw unknownName("weights", weights, ["count", "tfidf"]);
  const params = { maxFeatures: 200, ...given };
  const vectorizer =
    weights === "count" ? new CountVectorizer(params) : new TfidfVectorizer(params);
  const matrix = vectorizer.fitTransform(texts);
  const rows = matrix.toArray();
  const names = vectorizer.getFeatureNamesOut();
  return new DataFrame(
    Object.fromEntries(names.map((name, j) => [name, rows.map((row) => row[j])])),
  );
}
