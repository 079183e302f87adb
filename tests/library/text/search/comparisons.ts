import assert from "node:assert/strict";
import { Bm25, ExactIndex, HnswIndex, type Metric } from "../../../../library/src/text/index.ts";
import { close, type Comparison, fixture } from "../comparison.ts";

const said = fixture<{
  documents: string[][];
  queries: string[][];
  okapi: Record<string, { k1: number; b: number; epsilon: number; scores: number[][] }>;
  lucene: number[][];
  vectors: number[][];
  asked: number[][];
  nearest: Record<Metric, { index: number[][]; score: number[][] }>;
}>("answers.json", import.meta.url);

const scores = (bm25: Bm25): Float64Array[] => said.queries.map((query) => bm25.scores(query));

/** Every comparison of searches. */
export const comparisons: readonly Comparison[] = [
  ...Object.entries(said.okapi).map(([name, { scores: wanted, ...options }]) => ({
    subject: "Bm25",
    what: `okapi, ${name}`,
    oracle: "rank-bm25 0.2.2",
    tolerance: 1e-12,
    compare: () =>
      close(scores(new Bm25(said.documents, { idf: "okapi", ...options })), wanted, 1e-12),
  })),
  {
    subject: "Bm25",
    what: "lucene",
    oracle: "Python, by the formula",
    tolerance: 1e-12,
    compare: () => close(scores(new Bm25(said.documents)), said.lucene, 1e-12),
  },
  ...(["cosine", "dot", "l2"] as const).flatMap((metric): Comparison[] => {
    const wanted = said.nearest[metric];
    const compare = (
      subject: string,
      make: () => { search(query: number[], k: number): { index: number; score: number }[] },
    ): Comparison => ({
      subject,
      what: `7 nearest by ${metric}`,
      oracle: "numpy 2.4.6",
      tolerance: 1e-6,
      compare: () => {
        const found = said.asked.map((query) => make().search(query, 7));
        assert.deepEqual(
          found.map((row) => row.map(({ index }) => index)),
          wanted.index,
        );
        close(
          found.map((row) => row.map(({ score }) => score)),
          wanted.score,
          1e-6,
        );
      },
    });
    return [
      compare("ExactIndex", () => new ExactIndex(said.vectors, { metric })),
      compare("HnswIndex", () => {
        const index = new HnswIndex(6, { metric });
        for (const vector of said.vectors) index.add(vector);
        return index;
      }),
    ];
  }),
];
