import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import {
  CountVectorizer,
  type CountVectorizerParams,
  TfidfTransformer,
  TfidfVectorizer,
  type TfidfVectorizerParams,
} from "../../../../library/src/learn/index.ts";
import { near } from "../preprocessing/answers.ts";
import type { Comparison } from "../preprocessing/comparisons.ts";

interface Answer {
  readonly out: number[][];
  readonly names: string[];
  readonly more: number[][];
}
const file = new URL("fixtures/answers.json", import.meta.url);
const { texts, more, answers } = JSON.parse(readFileSync(file, "utf8")) as {
  texts: string[];
  more: string[];
  answers: Record<string, Answer>;
};

function compare(made: CountVectorizer | TfidfVectorizer, key: string, tolerance: number): void {
  const said = answers[key];
  near(made.fitTransform(texts).toArray(), said.out, tolerance, "result");
  assert.deepEqual(made.getFeatureNamesOut(), said.names);
  near(made.transform(more).toArray(), said.more, tolerance, "other texts");
}

const counting: [string, Partial<CountVectorizerParams>][] = [
  ["counts", {}],
  ["binary", { binary: true }],
  ["bigrams", { ngramRange: [1, 2] }],
  ["onlyBigrams", { ngramRange: [2, 2] }],
  ["stopWords", { stopWords: ["the", "and"] }],
  ["frequent", { minDf: 2 }],
  ["rare", { maxDf: 0.4 }],
  ["most", { maxFeatures: 4 }],
  ["cased", { lowercase: false, tokenPattern: String.raw`[\p{L}\p{N}\p{M}_]+` }],
  ["accents", { stripAccents: true }],
  ["letters", { analyzer: "char", ngramRange: [1, 2] }],
  ["lettersInWords", { analyzer: "charWb", ngramRange: [3, 4] }],
];
const weighing: [string, Partial<TfidfVectorizerParams>][] = [
  ["tfidf", {}],
  ["tfidfL1", { norm: "l1", sublinearTf: true }],
  ["tfidfPlain", { norm: null, smoothIdf: false }],
  ["tfOnly", { useIdf: false }],
];

/** Every comparison of texts as features. */
export const comparisons: readonly Comparison[] = [
  ...counting.map(([key, params]) => ({
    estimator: "CountVectorizer",
    what: key,
    tolerance: 0,
    compare: () => compare(new CountVectorizer(params), key, 0),
  })),
  ...weighing.map(([key, params]) => ({
    estimator: "TfidfVectorizer",
    what: key,
    tolerance: 1e-12,
    compare: () => compare(new TfidfVectorizer(params), key, 1e-12),
  })),
  {
    estimator: "TfidfTransformer",
    what: "counts, sparse and dense",
    tolerance: 1e-12,
    compare: () => {
      const counts = new CountVectorizer().fitTransform(texts);
      for (const x of [counts, counts.toDense()])
        near(new TfidfTransformer().fitTransform(x).toArray(), answers.transformer.out, 1e-12, "");
    },
  },
];
