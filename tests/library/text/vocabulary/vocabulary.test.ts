import assert from "node:assert/strict";
import { describe, it } from "mocha";
import {
  documentTerms,
  hashTokens,
  padSequences,
  Vocabulary,
  type VocabularyJson,
} from "../../../../library/src/text/index.ts";

const documents = ["b a b c", "c b d", "e"].map((text) => text.split(" "));

describe("vocabularies", () => {
  it("are cut by frequency and by size, special tokens kept", () => {
    const tokens = (options: object): readonly string[] =>
      Vocabulary.fit(documents, options).tokens;
    assert.deepEqual(tokens({}), ["[PAD]", "[UNK]", "b", "c", "a", "d", "e"]);
    assert.deepEqual(tokens({ minFrequency: 2 }), ["[PAD]", "[UNK]", "b", "c"]);
    assert.deepEqual(tokens({ maxSize: 3 }), ["[PAD]", "[UNK]", "b"]);
    assert.deepEqual(tokens({ pad: null, unk: null, specials: ["<s>", "b"] }).slice(0, 3), [
      "<s>",
      "b",
      "c",
    ]);
  });

  it("encode and decode, alone and in batches", () => {
    const vocabulary = Vocabulary.fit(documents);
    const { data, shape, mask } = vocabulary.encodeBatch([["b", "zzz"], ["c"], []], { length: 2 });
    assert.deepEqual(shape, [3, 2]);
    assert.deepEqual([...data], [2, 1, 3, 0, 0, 0]);
    assert.deepEqual([...mask], [1, 1, 1, 0, 0, 0]);
    assert.deepEqual(vocabulary.decode(data.subarray(0, 4)), ["b", "[UNK]", "c", "[PAD]"]);
    assert.deepEqual(vocabulary.decode(data.subarray(0, 4), { skipSpecials: true }), ["b", "c"]);
  });

  it("pad and hash hundreds of thousands at once", () => {
    const many = Array.from({ length: 300_000 }, (_, i) => [i]);
    assert.deepEqual(padSequences(many).shape, [300_000, 1]);
    const { data } = hashTokens([many.map(String)], { nFeatures: 2 ** 22 });
    assert.ok(Math.abs(data.reduce((sum, value) => sum + value * value, 0) - 1) < 1e-9);
  });

  it("go through JSON", () => {
    const vocabulary = Vocabulary.fit(documents, { specials: ["<s>"] });
    const again = Vocabulary.fromJSON(JSON.parse(JSON.stringify(vocabulary)) as VocabularyJson);
    assert.deepEqual(again.encode(["e", "<s>", "?"]), vocabulary.encode(["e", "<s>", "?"]));
    assert.deepEqual(again.toJSON(), vocabulary.toJSON());
  });

  it("refuse unknown tokens, numbers and options, by name", () => {
    const strict = Vocabulary.fit(documents, { unk: null, pad: null });
    assert.throws(() => strict.encode(["zzz"]), /no token "zzz", and none for unknown/u);
    assert.throws(() => strict.encodeBatch([["b"]]), /token to pad with/u);
    assert.throws(() => strict.decode([99]), /number 99; there are 5/u);
    assert.throws(() => Vocabulary.fit(["text"] as unknown as string[][]), /array of tokens/u);
    assert.throws(
      () => Vocabulary.fit(documents, { minFrequenzy: 2 } as object),
      /Did you mean "minFrequency"/u,
    );
    assert.throws(() => Vocabulary.fromJSON({ tokens: ["a", "a"] } as never), /each token once/u);
    assert.throws(() => padSequences([[1]], { padding: "left" as "pre" }), /no side "left"/u);
    assert.throws(
      () => documentTerms(["a b"], { weights: "counts" as "count" }),
      /Did you mean "count"/u,
    );
  });
});
