import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, it } from "mocha";
import { Random } from "../../../../library/src/random/index.ts";
import {
  Glove,
  NegativeSampler,
  skipGramPairs,
  Word2Vec,
  WordVectors,
  type WordVectorsFormat,
} from "../../../../library/src/text/index.ts";
import { royalCorpus } from "./corpus.ts";

const analogies = [
  ["king", "queen", "actor", "actress"],
  ["actor", "actress", "uncle", "aunt"],
  ["uncle", "aunt", "waiter", "waitress"],
  ["waitress", "waiter", "queen", "king"],
  ["aunt", "uncle", "actress", "actor"],
];

/** How many analogies of the corpus the vectors answer, and whether kinds keep together. */
function assertLearned(vectors: WordVectors, margin: number): void {
  const right = analogies.filter(([a, b, c, d]) => vectors.analogy(a, b, c, 1)[0].word === d);
  assert.ok(right.length >= 4, `${right.length} of ${analogies.length} analogies`);
  assert.ok(vectors.similarity("crown", "throne") > vectors.similarity("crown", "menu") + margin);
  assert.ok(vectors.similarity("he", "him") > vectors.similarity("he", "her") + margin);
}

describe("word vectors", () => {
  it("word2vec learns the structure of a corpus", () => {
    const options = { size: 24, window: 6, epochs: 12, learningRate: 0.05, sample: 0, seed: 1 };
    assertLearned(new Word2Vec(options).fit(royalCorpus(2500, 1)), 0.2);
  });

  it("GloVe learns it too, and its error falls", () => {
    const glove = new Glove({ size: 24, window: 6, epochs: 30, xMax: 1000, seed: 1 });
    // Its vectors share a large part that says how frequent words are, so all angles are small.
    assertLearned(glove.fit(royalCorpus(2500, 2)), 0.02);
    assert.ok(glove.losses.at(-1)! < glove.losses[0] / 10);
  });

  it("two processes agree to the last digit", function () {
    this.timeout(60_000);
    const file = fileURLToPath(new URL("train-in-a-process.ts", import.meta.url));
    const run = (): string => execFileSync(process.execPath, [file], { encoding: "utf8" });
    assert.equal(run(), run());
  });

  it("another seed gives other vectors, the same seed the same", () => {
    const sentences = royalCorpus(60, 4);
    const fit = (seed: number): Float32Array =>
      new Word2Vec({ size: 6, epochs: 1, minCount: 1, seed }).fit(sentences).data;
    assert.deepEqual(fit(1), fit(1));
    assert.notDeepEqual(fit(1), fit(2));
  });

  it("strangers are drawn as often as they should be, and never those that do not occur", () => {
    const sampler = new NegativeSampler([100, 0, 10, 1]);
    const random = new Random("strangers");
    const times = [0, 0, 0, 0];
    const count = 40_000;
    for (let i = 0; i < count; i += 1) times[sampler.draw(random)] += 1;
    assert.equal(times[1], 0);
    sampler.probabilities.forEach((p, i) => {
      assert.ok(Math.abs(times[i] - count * p) <= 4 * Math.sqrt(count * p * (1 - p)) + 1e-9);
    });
  });

  it("windows are as wide as asked, or drawn up to there", () => {
    const ids = Array.from({ length: 50 }, (_, i) => i);
    const apart = ({ centers, contexts }: ReturnType<typeof skipGramPairs>): number[] =>
      Array.from(centers, (center, i) => Math.abs(center - contexts[i]));
    const all = apart(skipGramPairs(ids, { window: 3 }));
    assert.equal(all.length, 2 * (49 + 48 + 47));
    const drawn = apart(skipGramPairs(ids, { window: 3, dynamic: true, seed: 1 }));
    assert.ok(drawn.length < all.length && Math.max(...drawn) === 3);
    assert.equal(drawn.filter((distance) => distance === 1).length, 98);
  });

  it("go through both text formats and a file without losing a digit", () => {
    const random = new Random("formats");
    const words = ["a", "größe", "don't", "12", "日本"];
    const data = Float32Array.from({ length: 20 }, () =>
      random.normal(0, 10 ** random.integer(-9, 9)),
    );
    const vectors = new WordVectors(words, data, 4);
    for (const format of ["word2vec", "glove"] as const) {
      const again = WordVectors.fromText(vectors.toText(format));
      assert.deepEqual(again.words, words);
      assert.deepEqual(again.data, vectors.data);
    }
    const folder = mkdtempSync(path.join(tmpdir(), "daylab-vectors-"));
    try {
      vectors.save(path.join(folder, "v.txt"));
      assert.deepEqual(WordVectors.load(path.join(folder, "v.txt")).data, vectors.data);
    } finally {
      rmSync(folder, { recursive: true });
    }
    const one = WordVectors.fromText("a 1\nb 2\n");
    assert.equal(one.size, 1);
    assert.deepEqual(WordVectors.fromText("\ufeff2 2\r\na 1 2\r\nb c 3 4\r\n").words, ["a", "b c"]);
  });

  it("name the line that is broken", () => {
    const refuses = (text: string, message: RegExp): void =>
      assert.throws(
        () => WordVectors.fromText(text),
        (error: Error) => error instanceof SyntaxError && message.test(error.message),
      );
    refuses("", /line 1 is empty/u);
    refuses("word\n", /line 1 has no numbers/u);
    refuses("3 2\na 1 2\nb 3 4\n", /says that there are 3 words, but 2 follow/u);
    refuses("a 1 2\nb 3\n", /line 2 has 1 numbers, not 2/u);
    refuses("2 2\na 1 2\nb 3 x\n", /line 3 has "x" in place of a number/u);
    refuses("a 1 2\nb 3 nan\n", /line 2 has "nan"/u);
    refuses("a 1 2\na 3 4\n", /line 2 has the word "a" again/u);
  });

  it("refuse words and options that are not there", () => {
    const vectors = WordVectors.fromText("king 1 2\nqueen 3 4\n");
    assert.throws(() => vectors.get("quen"), /no word "quen"\. Did you mean "queen"/u);
    assert.throws(() => vectors.toText("fasttext" as WordVectorsFormat), /no format "fasttext"/u);
    assert.throws(() => new WordVectors(["a b"], [1], 1).toText(), /cannot be written/u);
    assert.throws(() => new WordVectors(["a", "a"], [1, 2], 1), /"a" is there twice/u);
    assert.throws(() => new WordVectors(["a"], [1, 2], 1), /1 words of 1 numbers are not 2/u);
    assert.throws(() => new Word2Vec({ size: 0 }), /size is a whole number from 1/u);
    assert.throws(
      () => new Word2Vec({ window: 2, windows: 3 } as object),
      /Did you mean "window"/u,
    );
    assert.throws(() => new Word2Vec().fit([["a", "b"]]), /0 words occur 5 times or more/u);
    assert.throws(() => new Glove().fit([["a", "b"]]), /no two words that occur 5 times/u);
    assert.throws(() => new NegativeSampler([0, 0]), /one of them above 0/u);
  });
});
