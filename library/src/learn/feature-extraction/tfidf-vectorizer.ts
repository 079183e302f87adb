import { register, Transformer } from "../base/index.ts";
import type { SparseMatrix } from "../matrix/index.ts";
import { countDefaults, CountVectorizer, type CountVectorizerParams } from "./count-vectorizer.ts";
import { TfidfTransformer } from "./tfidf-transformer.ts";
import type { TfidfOptions } from "./tfidf.ts";
import { readTexts, type TextsLike } from "./texts.ts";

export interface TfidfVectorizerParams extends CountVectorizerParams, TfidfOptions {}

interface State {
  readonly counts: CountVectorizer;
  readonly weights: TfidfTransformer;
}

/**
 * Texts as weights of their words: `CountVectorizer` and `TfidfTransformer` in one. The result is
 * sparse. O(words of all texts).
 *
 * @example
 * const tfidf = new TfidfVectorizer({ norm: "l1" }).fit(["red wine", "red rose"]);
 * tfidf.getFeatureNamesOut(); // ["red", "rose", "wine"]
 * tfidf.transform(["red red"]).toArray(); // [[1, 0, 0]]
 */
export class TfidfVectorizer extends Transformer<
  TfidfVectorizerParams,
  State,
  TextsLike,
  SparseMatrix
> {
  constructor(params: Partial<TfidfVectorizerParams> = {}) {
    const weights = { norm: "l2", useIdf: true, smoothIdf: true, sublinearTf: false } as const;
    super({ ...countDefaults, ...weights }, params);
  }

  fit(x: TextsLike): this {
    this.fitTransform(x);
    return this;
  }

  override fitTransform(x: TextsLike): SparseMatrix {
    const { norm, useIdf, smoothIdf, sublinearTf, ...counting } = this.params;
    const counts = new CountVectorizer(counting);
    const found = counts.fitTransform(readTexts(x, this.name));
    const weights = new TfidfTransformer({ norm, useIdf, smoothIdf, sublinearTf });
    const made = weights.fitTransform(found);
    this.learned({ counts, weights }, { columns: 1 });
    return made;
  }

  transform(x: TextsLike): SparseMatrix {
    const { counts, weights } = this.fitted("transform");
    return weights.transform(counts.transform(x));
  }

  getFeatureNamesOut(): string[] {
    return this.fitted("names").counts.getFeatureNamesOut();
  }

  /** The column of each word. */
  get vocabulary_(): Record<string, number> {
    return this.fitted("vocabulary_").counts.vocabulary_;
  }

  /** The weight of each word; undefined without `useIdf`. */
  get idf_(): Float64Array | undefined {
    return this.fitted("idf_").weights.idf_;
  }
}

register("TfidfVectorizer", TfidfVectorizer);
