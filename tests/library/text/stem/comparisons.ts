import assert from "node:assert/strict";
import { porterStem, snowballStem } from "../../../../library/src/text/index.ts";
import { type Comparison, fixture } from "../comparison.ts";

const answers = fixture<[word: string, porter: string, snowball: string][]>(
  "answers.json",
  import.meta.url,
);
const words = answers.map(([word]) => word);

/** Every comparison of stems. */
export const comparisons: readonly Comparison[] = [
  {
    subject: "porterStem",
    what: `${words.length} words`,
    oracle: "nltk 3.10.4",
    tolerance: 0,
    compare: () =>
      assert.deepEqual(
        words.map(porterStem),
        answers.map(([, stem]) => stem),
      ),
  },
  {
    subject: "snowballStem",
    what: `${words.length} words`,
    oracle: "snowballstemmer 3.1.1",
    tolerance: 0,
    compare: () =>
      assert.deepEqual(
        words.map(snowballStem),
        answers.map(([, , stem]) => stem),
      ),
  },
];
