import assert from "node:assert/strict";
import {
  type Association,
  collocations,
  everygrams,
  ngrams,
  skipGrams,
} from "../../../../library/src/text/index.ts";
import { close, type Comparison, fixture } from "../comparison.ts";

const said = fixture<{
  tokens: string[];
  few: string[];
  ngrams: string[][][];
  padded: string[][];
  everygrams: string[][];
  skipgrams: string[][][];
  scored: Record<string, [string, string, number][]>;
}>("answers.json", import.meta.url);

const nltk = (
  subject: string,
  what: string,
  tolerance: number,
  compare: () => void,
): Comparison => ({
  subject,
  what,
  oracle: "nltk 3.10.4",
  tolerance,
  compare,
});
const sorted = (grams: readonly string[][]): string[] => grams.map((gram) => gram.join(" ")).sort();

/** Every comparison of runs of tokens. */
export const comparisons: readonly Comparison[] = [
  nltk("ngrams", "sizes", 0, () =>
    assert.deepEqual(
      [1, 2, 3, 9].map((n) => ngrams(said.few, n)),
      said.ngrams,
    ),
  ),
  nltk("ngrams", "padding", 0, () =>
    assert.deepEqual(ngrams(said.few, 3, { padLeft: "<s>", padRight: "</s>" }), said.padded),
  ),
  nltk("everygrams", "2 to 3", 0, () =>
    assert.deepEqual(sorted(everygrams(said.few, 2, 3)), sorted(said.everygrams)),
  ),
  nltk("skipGrams", "sizes", 0, () =>
    assert.deepEqual(
      (
        [
          [2, 1],
          [3, 2],
          [2, 0],
        ] as const
      ).map(([n, k]) => sorted(skipGrams(said.few, n, k))),
      said.skipgrams.map(sorted),
    ),
  ),
  ...Object.entries(said.scored).map(([key, wanted]) => {
    const [measure, window] = key.split(" ") as [Association, string];
    return nltk("collocations", key, 1e-9, () => {
      const found = collocations(said.tokens, { measure, window: Number(window), minCount: 2 });
      const ours = new Map(found.map(({ words, score }) => [words.join(" "), score]));
      assert.equal(ours.size, wanted.length);
      for (const [first, second, score] of wanted)
        close(ours.get(`${first} ${second}`), score, 1e-9);
    });
  }),
];
