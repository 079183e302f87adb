import assert from "node:assert/strict";
import {
  documentTerms,
  hashTokens,
  murmurHash3,
  padSequences,
} from "../../../../library/src/text/index.ts";
import { close, type Comparison, fixture } from "../comparison.ts";

const said = fixture<{
  documents: string[][];
  words: string[];
  murmur: [number[], number[]];
  hashed: Record<string, number[][]>;
  texts: string[];
  frames: Record<"count" | "tfidf", { names: string[]; rows: number[][] }>;
}>("answers.json", import.meta.url);
type Side = "pre" | "post";
const padding = fixture<{
  sequences: number[][];
  cases: [length: number | null, padding: Side, truncating: Side, rows: number[][]][];
}>("padding.json", import.meta.url);

const sklearn = (
  subject: string,
  what: string,
  tolerance: number,
  compare: () => void,
): Comparison => ({
  subject,
  what,
  oracle: "scikit-learn 1.9.1",
  tolerance,
  compare,
});

/** Every comparison of vocabularies. */
export const comparisons: readonly Comparison[] = [
  sklearn("murmurHash3", "words, with two seeds", 0, () =>
    assert.deepEqual(
      [0, 42].map((seed) => said.words.map((word) => murmurHash3(word, seed))),
      said.murmur,
    ),
  ),
  ...Object.entries(said.hashed).map(([key, wanted]) => {
    const [norm, sign] = key.split(" ");
    return sklearn("hashTokens", key, 1e-12, () => {
      const options = {
        nFeatures: 13,
        norm: norm === "None" ? null : (norm as "l1" | "l2"),
        alternateSign: sign === "True",
      };
      close(hashTokens(said.documents, options).toArray(), wanted, 1e-12);
    });
  }),
  ...(["count", "tfidf"] as const).map((weights) =>
    sklearn("documentTerms", weights, 1e-12, () => {
      const frame = documentTerms(said.texts, { weights });
      const { names, rows } = said.frames[weights];
      assert.deepEqual([...frame.columns], names);
      const columns = names.map((name) => frame.column(name).values);
      close(
        rows.map((_, i) => columns.map((values) => values[i])),
        rows,
        1e-12,
      );
    }),
  ),
  {
    subject: "padSequences",
    what: "sides and lengths",
    oracle: "keras 3 of tensorflow 2.16.2",
    tolerance: 0,
    compare: () => {
      for (const [length, side, truncating, rows] of padding.cases) {
        const options = {
          padding: side,
          truncating,
          value: 9,
          ...(length === null ? {} : { length }),
        };
        const { data, shape } = padSequences(padding.sequences, options);
        assert.deepEqual([...data], rows.flat());
        assert.deepEqual(shape, [rows.length, rows[0].length]);
      }
    },
  },
];
