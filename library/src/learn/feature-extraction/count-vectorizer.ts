import { checkChoice, register, Transformer } from "../base/index.ts";
import { SparseMatrix } from "../matrix/index.ts";
import {
  type AnalyzerParams,
  analyzerOf,
  readTexts,
  type TextsLike,
  tokenPattern,
} from "./texts.ts";
import { countWords, limitWords } from "./vocabulary.ts";

export interface CountVectorizerParams extends AnalyzerParams {
  /** Leave out words in fewer texts: a number from 1, or a part below 1. Default 1. */
  minDf: number;
  /** Leave out words in more texts: a part up to 1.0, or a number above 1. Default 1.0, none. */
  maxDf: number;
  /** Keep only so many words, the most frequent (of equals, the first in order). Default undefined: all. */
  maxFeatures: number | undefined;
  /** The words to count, in order; default: those that `fit` sees, sorted. */
  vocabulary: readonly string[] | undefined;
  /** 1 for a word that occurs, however often. Default false. */
  binary: boolean;
}

/** @internal What vectorizers have by default. */
export const countDefaults: CountVectorizerParams = {
  lowercase: true,
  stripAccents: false,
  tokenPattern,
  analyzer: "word",
  ngramRange: [1, 1],
  stopWords: undefined,
  minDf: 1,
  maxDf: 1,
  maxFeatures: undefined,
  vocabulary: undefined,
  binary: false,
};

interface State {
  readonly words: readonly string[];
}

/**
 * How often each word occurs in each text, one column a word. The result is sparse; estimators here
 * take it up to a GiB, as dense numbers. O(words of all texts).
 *
 * Differs from scikit-learn: a word may hold letters of any alphabet; `maxDf` of 1 means every text.
 *
 * @example
 * const counts = new CountVectorizer();
 * counts.fitTransform(["a cat and a dog", "Dog, dog!"]).toArray(); // [[1, 1, 1], [0, 0, 2]]
 * counts.getFeatureNamesOut(); // ["and", "cat", "dog"]
 */
export class CountVectorizer extends Transformer<
  CountVectorizerParams,
  State,
  TextsLike,
  SparseMatrix
> {
  constructor(params: Partial<CountVectorizerParams> = {}) {
    super(countDefaults, params);
  }

  fit(x: TextsLike): this {
    const { params } = this;
    checkChoice(this.name, "analyzer", params.analyzer, ["word", "char", "charWb"]);
    const texts = readTexts(x, this.name);
    if (params.vocabulary) return this.learned({ words: [...params.vocabulary] }, { columns: 1 });
    const { words, counts } = countWords(texts, analyzerOf(params));
    const kept = limitWords(words, counts, texts.length, params, this.name);
    return this.learned({ words: kept }, { columns: 1 });
  }

  transform(x: TextsLike): SparseMatrix {
    const { words } = this.fitted("transform");
    const places = new Map(words.map((word, at) => [word, at]));
    const analyze = analyzerOf(this.params);
    const rows = readTexts(x, this.name).map((text) => {
      const row = new Map<number, number>();
      for (const word of analyze(text)) {
        const at = places.get(word);
        if (at !== undefined) row.set(at, this.params.binary ? 1 : (row.get(at) ?? 0) + 1);
      }
      return row;
    });
    return SparseMatrix.fromRows(rows, words.length, words);
  }

  getFeatureNamesOut(): string[] {
    return [...this.fitted("names").words];
  }

  /** The column of each word. */
  get vocabulary_(): Record<string, number> {
    const { words } = this.fitted("vocabulary_");
    return Object.fromEntries(words.map((word, at) => [word, at]));
  }
}

register("CountVectorizer", CountVectorizer);
