import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { ngrams, NgramModel, type Smoothing } from "../../../../library/src/text/index.ts";

const sentences = [
  "the cat sat on the mat",
  "the dog sat on the log",
  "a cat saw the dog",
  "the log was on a mat",
].map((text) => text.split(" "));

describe("language models that count", () => {
  it("probabilities after a context add up to 1", () => {
    for (const smoothing of ["none", "addK", "kneserNey"] as const)
      for (const context of [["the"], ["sat", "on"], ["on", "a"], ["<s>", "<s>"]]) {
        const model = new NgramModel({ order: 3, smoothing }).fit(sentences);
        const sum = model.vocabulary.reduce((a, token) => a + model.score(token, context), 0);
        assert.ok(Math.abs(sum - 1) < 1e-9, `${smoothing} after ${context.join(" ")}: ${sum}`);
      }
  });

  it("a Markov chain makes runs only that stood in the texts; the seed decides which", () => {
    const model = new NgramModel({ order: 2, smoothing: "none" }).fit(sentences);
    const runs = new Set(sentences.flatMap((tokens) => ngrams(tokens, 2).map(String)));
    const made = Array.from({ length: 20 }, (_, seed) => model.generate({ seed }));
    for (const tokens of made)
      for (const run of ngrams(tokens, 2)) assert.ok(runs.has(String(run)));
    assert.deepEqual(model.generate({ seed: 3 }), made[3]);
    assert.ok(new Set(made.map(String)).size > 5);
  });

  it("goes on from a context, and stops at a dead end", () => {
    const model = new NgramModel({ order: 2, smoothing: "none" }).fit([["a", "b", "c"]]);
    assert.deepEqual(model.generate({ context: ["a"] }), ["b", "c"]);
    assert.deepEqual(model.generate({ context: ["z"] }), []);
    assert.equal(model.generate({ maxTokens: 2 }).length, 2);
  });

  it("refuses what it cannot count", () => {
    assert.throws(() => new NgramModel().score("a"), /call fit first/u);
    assert.throws(() => new NgramModel().fit([]), /one sentence or more/u);
    assert.throws(
      () => new NgramModel().fit(["text"] as unknown as string[][]),
      /array of tokens/u,
    );
    assert.throws(
      () => new NgramModel({ smoothing: "kneserNay" as Smoothing }),
      /Did you mean "kneserNey"/u,
    );
    assert.throws(() => new NgramModel({ order: 0 }), /order is a whole number from 1/u);
    assert.throws(() => new NgramModel({ order: 1 }), /order of 2 or more/u);
    assert.throws(() => new NgramModel({ discount: 2 }), /from 0 to 1, not 2/u);
    assert.throws(() => new NgramModel({ smoothing: "addK", k: 0 }), /k is a number above 0/u);
  });
});
