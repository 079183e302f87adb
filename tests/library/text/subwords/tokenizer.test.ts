import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, it } from "mocha";
import { Random } from "../../../../library/src/random/index.ts";
import { Tokenizer, trainBpe, trainWordPiece } from "../../../../library/src/text/index.ts";
import { fixture } from "../comparison.ts";

const { texts } = fixture<{ texts: string[] }>("corpus.json", import.meta.url);

/** Letters of all kinds: ASCII, spaces, accents, marks, emoji, unassigned ones. */
function anyText(random: Random): string {
  const letter = (): string => {
    const kind = random.integer(0, 6);
    if (kind < 3) return String.fromCharCode(random.integer(32, 127));
    if (kind === 3) return random.choice([" ", "\n", "\t", "\u0301", "\u200d", "\ufeff", "é", "ß"]);
    if (kind === 4) return String.fromCodePoint(random.integer(0x80, 0xd800));
    return String.fromCodePoint(random.integer(0x10000, 0x110000));
  };
  return Array.from({ length: random.integer(0, 60) }, letter).join("");
}

describe("tokenizers of subwords", () => {
  it("by bytes: what was encoded is decoded, for any text", () => {
    const random = new Random("bytes");
    const tokenizer = trainBpe(texts, { vocabSize: 500, specialTokens: ["<|end|>"] });
    for (let i = 0; i < 1500; i += 1) {
      const text = anyText(random);
      const encoding = tokenizer.encode(text);
      assert.equal(tokenizer.decode(encoding.ids), text);
      const covered = encoding.offsets.map(([start, end]) => text.slice(start, end));
      encoding.offsets.forEach(([start], k) => {
        const before = k > 0 ? encoding.ends[k - 1] : 0;
        assert.ok(
          start <= before,
          `a gap before token ${k} (${covered[k]}) of ${JSON.stringify(text)}`,
        );
      });
      assert.equal(encoding.ends.at(-1) ?? 0, text.length);
    }
  });

  it("places show the text of each token, also after normalisation", () => {
    const random = new Random("places");
    const tokenizer = trainWordPiece(texts, { vocabSize: 300 });
    for (let i = 0; i < 300; i += 1) {
      const text = `${random.choice(texts).slice(0, 80)} ${anyText(random)}`;
      const { offsets, tokens } = tokenizer.encode(text);
      offsets.forEach(([start, end], k) => {
        assert.ok(start < end && end <= text.length);
        if (tokens[k] === "[UNK]") return;
        const shown = text
          .slice(start, end)
          .normalize("NFD")
          .replace(/[\p{Mn}\p{C}]/gu, "")
          .toLowerCase();
        assert.ok(shown.includes(tokens[k].replace("##", "")), `${tokens[k]} at ${shown}`);
      });
    }
  });

  it("merging with the heap equals merging by the list of merges, one after the other", () => {
    const tokenizer = trainBpe(texts, { vocabSize: 600 });
    const { merges } = tokenizer.toJSON().model as unknown as { merges: [string, string][] };
    const random = new Random("merges");
    for (let i = 0; i < 200; i += 1) {
      const word = Array.from({ length: random.integer(1, 40) }, () =>
        random.choice([..."aeinorstth"]),
      ).join("");
      let parts = [...word];
      for (const [left, right] of merges)
        for (let k = 0; k + 1 < parts.length; k += 1)
          if (parts[k] === left && parts[k + 1] === right)
            parts = parts.toSpliced(k, 2, left + right);
      assert.deepEqual(tokenizer.encode(word).tokens, parts);
    }
  });

  it("is written to a file and read back the same", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "daylab-text-"));
    try {
      const file = path.join(folder, "tokenizer.json");
      const tokenizer = trainBpe(texts, { vocabSize: 300, specialTokens: ["<s>"] });
      tokenizer.save(file);
      const again = Tokenizer.load(file);
      assert.deepEqual(again.encode(texts[4]).ids, tokenizer.encode(texts[4]).ids);
      writeFileSync(file, readFileSync(file, "utf8").slice(0, 500));
      assert.throws(() => Tokenizer.load(file), /no tokenizer\.json/u);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("pads a batch, and says which tokens are padding", () => {
    const tokenizer = trainBpe(texts, { vocabSize: 300, specialTokens: ["[PAD]"] });
    const [short, long] = tokenizer.encodeBatch(["a", "a b c"], { padding: true });
    assert.equal(short.length, long.length);
    assert.deepEqual(
      [...short.attentionMask],
      Array.from(long.ids, (_, i) => Number(i === 0)),
    );
    assert.equal(tokenizer.decode(short.ids), "a");
    assert.equal(tokenizer.encodeBatch(["a"], { padding: 7 })[0].length, 7);
    assert.throws(
      () => trainBpe(texts, { vocabSize: 300 }).encodeBatch(["a"], { padding: true }),
      /pad with/u,
    );
  });

  it("finds special tokens as they are, and gets more", () => {
    const tokenizer = trainBpe(texts, { vocabSize: 300 }).withSpecialTokens(["<|end|>"]);
    const id = tokenizer.tokenToId("<|end|>")!;
    assert.equal(id, 300);
    const { ids } = tokenizer.encode("a<|end|>b");
    assert.equal(ids[1], id);
    assert.equal(tokenizer.decode(ids), "ab");
    assert.equal(tokenizer.decode(ids, { skipSpecialTokens: false }), "a<|end|>b");
  });

  it("holds vocabularies of hundreds of thousands of tokens", () => {
    const names = Array.from({ length: 300_000 }, (_, i) => `t${i.toString(36)}`);
    const vocab = Object.fromEntries(
      [...Array.from("abct0123456789", String), ...names].map((token, id) => [token, id]),
    );
    const pre_tokenizer = { type: "WhitespaceSplit" };
    const bpe = { type: "BPE", vocab, merges: [["t", "1"]], ignore_merges: true };
    const tokenizer = Tokenizer.fromJSON({ model: bpe, pre_tokenizer });
    assert.deepEqual(tokenizer.encode("t5yc t1").tokens, ["t5yc", "t1"]);
    assert.equal(tokenizer.withSpecialTokens(["<s>"]).tokenToId("<s>"), 300_014);
    const pieces = { type: "WordPiece", vocab, unk_token: "a", continuing_subword_prefix: "##" };
    const model = { ...pieces, max_input_chars_per_word: 100 };
    assert.deepEqual(Tokenizer.fromJSON({ model, pre_tokenizer }).encode("t5yc ü").tokens, [
      "t5yc",
      "a",
    ]);
  });

  it("refuses what it cannot read, by name", () => {
    const json = trainBpe(texts, { vocabSize: 300 }).toJSON();
    const refuses = (change: object, message: RegExp): void =>
      assert.throws(() => Tokenizer.fromJSON({ ...json, ...change }), message);
    refuses({ normalizer: { type: "Precompiled" } }, /normalizer of type "Precompiled"/u);
    refuses({ pre_tokenizer: { type: "Other" } }, /pre-tokenizer of type "Other"/u);
    refuses({ decoder: { type: "CTC" } }, /decoder of type "CTC"/u);
    refuses({ post_processor: { type: "Other" } }, /post-processor of type "Other"/u);
    refuses({ model: { type: "Other" } }, /model of type "Other"/u);
    refuses(
      { model: { ...json.model, merges: [["a", "missing"]] } },
      /Merge 0, \["a","missing"\]/u,
    );
    refuses({ model: { ...json.model, dropout: 0.1 } }, /dropout/u);
    refuses({ model: { ...json.model, vocab: { a: "1" } } }, /"a" has the number 1/u);
    const pattern = { Regex: "a++b" };
    refuses(
      { pre_tokenizer: { type: "Split", pattern, behavior: "Isolated", invert: false } },
      /possessive/u,
    );
    assert.throws(() => Tokenizer.fromJSON("{"), SyntaxError);
    assert.throws(() => Tokenizer.fromJSON("[]"), /has no model/u);
    const tokenizer = Tokenizer.fromJSON(json);
    assert.throws(() => tokenizer.decode([99_999]), /number 99999/u);
    assert.throws(
      () => tokenizer.encode("a", { maxlength: 3 } as object),
      /Did you mean "maxLength"/u,
    );
    assert.throws(() => tokenizer.encode(3 as unknown as string), /needs a text; it received 3/u);
    assert.throws(() => trainBpe("text" as unknown as string[]), /array of texts/u);
    assert.throws(() => trainBpe(texts, { vocabSize: 0 }), /vocabSize/u);
    assert.throws(() => trainBpe(texts, { level: "bytes" as "byte" }), /Did you mean "byte"/u);
  });
});
