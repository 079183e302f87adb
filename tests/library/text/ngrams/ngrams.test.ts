import assert from "node:assert/strict";
import { describe, it } from "mocha";
import {
  collocations,
  concordance,
  countNgrams,
  ngrams,
  removeStopWords,
  skipGrams,
  stopWordLanguages,
  stopWords,
} from "../../../../library/src/text/index.ts";

describe("runs of tokens", () => {
  it("normalised PMI is 1 for words that only stand together, 0 for strangers", () => {
    const tokens = "a b x a b y a b z x".split(" ");
    const [first] = collocations(tokens, { measure: "npmi", minCount: 3 });
    assert.deepEqual(first.words, ["a", "b"]);
    assert.ok(Math.abs(first.score - 1) < 1e-12);
  });

  it("a concordance ends where the text ends", () => {
    assert.deepEqual(concordance(["a", "b"], "A", { width: 3 }), [
      { left: [], word: "a", right: ["b"], place: 0 },
    ]);
    assert.deepEqual(concordance(["a"], "A", { caseSensitive: true }), []);
  });

  it("stop words are small, without doubles, and of every language", () => {
    for (const language of stopWordLanguages) {
      const words = stopWords(language);
      assert.ok(words.length > 50, language);
      assert.equal(new Set(words).size, words.length);
      assert.ok(
        words.every((word) => word === word.toLowerCase() && /^[\p{L}']+$/u.test(word)),
        language,
      );
    }
    assert.deepEqual(removeStopWords(["Ich", "bin", "Berliner"], ["ich", "BIN"]), ["Berliner"]);
  });

  it("refuses texts in place of tokens, and unknown names", () => {
    assert.throws(() => ngrams("abc" as unknown as string[], 2), /array of tokens/u);
    assert.throws(() => ngrams(["a"], 0), /n is a whole number from 1, not 0/u);
    assert.throws(() => skipGrams(["a"], 2, -1), /k is a whole number/u);
    assert.throws(() => collocations(["a"], { measure: "pmj" as "pmi" }), /Did you mean "pmi"/u);
    assert.throws(() => stopWords("englisch" as "english"), /Did you mean "english"/u);
    assert.deepEqual([...countNgrams([], 2)], []);
  });
});
