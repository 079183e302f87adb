import assert from "node:assert/strict";
import {
  Tokenizer,
  type TokenizerJson,
  trainBpe,
  type TrainBpeOptions,
  trainWordPiece,
} from "../../../../library/src/text/index.ts";
import { type Comparison, fixture } from "../comparison.ts";

interface Encoded {
  readonly text: string;
  readonly pair: string | null;
  readonly ids: number[];
  readonly tokens: string[];
  readonly offsets: [number, number][];
  readonly typeIds: number[];
  readonly special: number[];
  readonly decoded: string;
  readonly decodedAll: string;
}
interface Answer {
  readonly json: TokenizerJson;
  readonly encodings: Encoded[];
}
const { texts } = fixture<{ texts: string[] }>("corpus.json", import.meta.url);
const { answers, truncated } = fixture<{
  answers: Record<string, Answer>;
  truncated: Encoded[];
}>("answers.json", import.meta.url);
const oracle = "tokenizers 0.23.3";

/** Theirs count code points, ours UTF-16 units. */
const units = (text: string, codePoints: number): number =>
  [...text].slice(0, codePoints).join("").length;

/** Letters that normalisation puts together from several: ours stand for all of them. */
const isComposed = (text: string): boolean => /\P{M}\p{M}/u.test(text);

function sameTokens(tokenizer: Tokenizer, encoded: Encoded, maxLength?: number): void {
  const { text, pair } = encoded;
  const got = tokenizer.encode(text, { ...(pair === null ? {} : { pair }), maxLength });
  assert.deepEqual([...got.ids], encoded.ids, text);
  assert.deepEqual([...got.typeIds], encoded.typeIds, text);
  assert.deepEqual([...got.specialTokensMask], encoded.special, text);
}

function sameOffsets(tokenizer: Tokenizer, { text, offsets }: Encoded): void {
  const wanted = offsets.map(([start, end]) => [units(text, start), units(text, end)]);
  assert.deepEqual(tokenizer.encode(text).offsets, wanted, text);
}

function sameText(tokenizer: Tokenizer, { ids, decoded, decodedAll }: Encoded): void {
  assert.equal(tokenizer.decode(ids), decoded);
  assert.equal(tokenizer.decode(ids, { skipSpecialTokens: false }), decodedAll);
}

const reading = Object.entries(answers).flatMap(([name, { json, encodings }]): Comparison[] => {
  const tokenizer = Tokenizer.fromJSON(json);
  const alone = encodings.filter(({ pair, text }) => pair === null && !isComposed(text));
  const compare = (what: string, check: () => void): Comparison => ({
    subject: "Tokenizer",
    what: `${name}, ${what}`,
    oracle,
    tolerance: 0,
    compare: check,
  });
  return [
    compare("encode", () => encodings.forEach((one) => sameTokens(tokenizer, one))),
    compare("places", () => alone.forEach((one) => sameOffsets(tokenizer, one))),
    compare("decode", () => encodings.forEach((one) => sameText(tokenizer, one))),
    compare("toJSON", () =>
      assert.deepEqual(JSON.parse(JSON.stringify(tokenizer)), JSON.parse(JSON.stringify(json))),
    ),
  ];
});

type Pair = readonly [string, string];
const modelOf = (json: TokenizerJson) =>
  json.model as unknown as { vocab: Record<string, number>; merges: Pair[] };

function trainsAlike(name: string, options: TrainBpeOptions, ordered = true): Comparison {
  const { json } = answers[name];
  return {
    subject: "trainBpe",
    what: name,
    oracle,
    tolerance: 0,
    compare: () => {
      const { normalizer, pre_tokenizer: preTokenizer, decoder } = json;
      const made = trainBpe(texts, { ...options, normalizer, preTokenizer, decoder });
      const [ours, theirs] = [made.toJSON(), json].map(modelOf);
      const merges = (list: readonly Pair[]): string[] => list.map((pair) => pair.join(" "));
      if (ordered) {
        assert.deepEqual(ours.vocab, theirs.vocab);
        assert.deepEqual(merges(ours.merges), merges(theirs.merges));
        return;
      }
      // Theirs numbers marked letters in an order that differs from run to run.
      assert.deepEqual(Object.keys(ours.vocab).sort(), Object.keys(theirs.vocab).sort());
      assert.deepEqual(merges(ours.merges).sort(), merges(theirs.merges).sort());
    },
  };
}

const limitOf = (name: string): number => {
  const { vocab, merges } = modelOf(answers[name].json);
  return Object.keys(vocab).length - merges.length - answers[name].json.added_tokens.length;
};

/** Every comparison of subwords. */
export const comparisons: readonly Comparison[] = [
  ...reading,
  {
    subject: "Tokenizer",
    what: "maxLength, alone and of pairs",
    oracle,
    tolerance: 0,
    compare: () => {
      const tokenizer = Tokenizer.fromJSON(answers.wordPiece.json);
      truncated.forEach((one) => sameTokens(tokenizer, one, 9));
    },
  },
  trainsAlike("bytes", { vocabSize: 600, specialTokens: ["<|end|>"] }),
  trainsAlike("bytesTrimmed", { vocabSize: 400 }),
  trainsAlike("bytesMinFrequency", { vocabSize: 5000, minFrequency: 3, maxTokenLength: 6 }),
  trainsAlike("bytesByRegex", { vocabSize: 500 }),
  trainsAlike("characters", {
    level: "character",
    vocabSize: 300,
    specialTokens: ["[UNK]", "[PAD]"],
    limitAlphabet: limitOf("characters"),
    endOfWordSuffix: null,
  }),
  trainsAlike("fused", {
    level: "character",
    vocabSize: 200,
    unkToken: "<unk>",
    limitAlphabet: limitOf("fused"),
    endOfWordSuffix: null,
  }),
  trainsAlike("suffix", { level: "character", vocabSize: 260, specialTokens: ["[UNK]"] }, false),
  {
    subject: "trainWordPiece",
    what: "vocabulary",
    oracle,
    tolerance: 0,
    compare: () => {
      const specialTokens = ["[UNK]", "[CLS]", "[SEP]", "[PAD]"];
      const made = trainWordPiece(texts, { vocabSize: 5000, minFrequency: 4, specialTokens });
      const wanted = Object.keys(modelOf(answers.wordPiece.json).vocab);
      assert.deepEqual([...made.vocabulary.keys()].sort(), wanted.sort());
    },
  },
];
