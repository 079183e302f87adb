import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { Random } from "../../../../library/src/random/index.ts";
import {
  type BleuOptions,
  chrF,
  corpusBleu,
  editDistance,
  edits,
  perplexity,
  rouge,
  wordErrorRate,
} from "../../../../library/src/text/index.ts";

describe("measures of texts", () => {
  it("edits are as many as the distance says, and lead from one length to the other", () => {
    const random = new Random("edits");
    const word = (): string =>
      Array.from({ length: random.integer(0, 9) }, () => random.choice([..."abc"])).join("");
    for (let i = 0; i < 300; i += 1) {
      const [a, b] = [word(), word()];
      const { substitutions, insertions, deletions, hits } = edits(a, b);
      assert.equal(substitutions + insertions + deletions, editDistance(a, b));
      assert.equal(hits + substitutions + deletions, a.length);
      assert.equal(hits + substitutions + insertions, b.length);
    }
  });

  it("a model that knows nothing has the perplexity of its vocabulary", () => {
    const uniform = new Float64Array(10).fill(Math.log(1 / 50));
    assert.ok(Math.abs(perplexity(uniform) - 50) < 1e-9);
    assert.equal(perplexity([-Infinity]), Infinity);
  });

  it("BLEU takes a tokenizer of your own", () => {
    const tokenize = (text: string): string[] => [...text];
    assert.equal(
      corpusBleu(["ab"], [["ab"]], { tokenize, maxOrder: 2 }).score.toFixed(6),
      "100.000000",
    );
  });

  it("refuses what it cannot measure, and says why", () => {
    assert.throws(() => corpusBleu(["a"], []), /1 texts, 0 lists of references/u);
    assert.throws(() => corpusBleu(["a"], [[]]), /text 0 has none/u);
    assert.throws(() => corpusBleu(["a"], ["a"] as unknown as string[][]), /array of references/u);
    assert.throws(
      () => corpusBleu(["a"], [["a"]], { smooth: "expo" } as unknown as BleuOptions),
      /Did you mean "exp"/u,
    );
    assert.throws(
      () => corpusBleu(["a"], [["a"]], { tokenize: "14a" } as unknown as BleuOptions),
      /Did you mean "13a"/u,
    );
    assert.throws(() => chrF("a" as unknown as string[], [["a"]]), /array of texts/u);
    assert.throws(() => rouge("a", "a", "rouge9" as "rouge1"), /Did you mean/u);
    assert.throws(() => wordErrorRate(["a"], ["a", "b"]), /one reference a text: 1 and 2/u);
    assert.throws(() => wordErrorRate("a", " "), /not empty/u);
    assert.throws(() => perplexity([]), /one probability or more/u);
    assert.throws(() => perplexity([0.5]), /number 0 is 0.5/u);
    assert.throws(() => perplexity([NaN]), /number 0 is NaN/u);
  });
});
