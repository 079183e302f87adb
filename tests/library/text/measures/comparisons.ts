import assert from "node:assert/strict";
import {
  type BleuOptions,
  characterErrorRate,
  chrF,
  type ChrFOptions,
  corpusBleu,
  editDistance,
  rouge,
  sentenceBleu,
  wordErrorRate,
} from "../../../../library/src/text/index.ts";
import { close, type Comparison, fixture } from "../comparison.ts";

type Rouge = Record<Parameters<typeof rouge>[2] & string, [number, number, number]>;
const said = fixture<{
  hypotheses: string[];
  references: string[][];
  bleu: Record<string, { corpus: number[]; sentences: number[] }>;
  chrf: Record<string, number[]>;
  summaries: [made: string, wanted: string][];
  rouge: { plain: Rouge[]; stem: Rouge[] };
  words: [string, string][];
  distances: number[];
  costly: number[];
  spoken: string[];
  said: string[];
  wer: number[];
  cer: number[];
}>("answers.json", import.meta.url);
const { hypotheses, references } = said;
const tolerance = 1e-9;

const bleuOptions: Record<string, BleuOptions> = {
  default: {},
  floor: { smooth: "floor" },
  addK: { smooth: "addK" },
  none: { smooth: "none" },
  lowercase: { lowercase: true },
  char: { tokenize: "char" },
  white: { tokenize: "none" },
  bigrams: { maxOrder: 2 },
};
const chrfOptions: Record<string, ChrFOptions> = {
  default: {},
  plusPlus: { wordOrder: 2 },
  whitespace: { whitespace: true, lowercase: true },
  short: { charOrder: 3, beta: 1 },
};

const sacrebleu = (subject: string, what: string, compare: () => void): Comparison => ({
  subject,
  what,
  oracle: "sacrebleu 2.6.0",
  tolerance,
  compare,
});

const rates = (subject: "wordErrorRate" | "characterErrorRate", wanted: number[]): Comparison => {
  const measure = { wordErrorRate, characterErrorRate }[subject];
  return {
    subject,
    what: "all, and one by one",
    oracle: "jiwer 4.0.0",
    tolerance,
    compare: () => {
      const single = said.spoken.map((text, i) => measure(text, said.said[i]));
      close([measure(said.spoken, said.said), ...single], wanted, tolerance);
    },
  };
};

/** Every comparison of measures. */
export const comparisons: readonly Comparison[] = [
  ...Object.entries(bleuOptions).flatMap(([name, options]) => [
    sacrebleu("corpusBleu", name, () => {
      const got = corpusBleu(hypotheses, references, options);
      const { score, precisions, brevityPenalty, hypothesisLength, referenceLength } = got;
      const all = [score, ...precisions, brevityPenalty, hypothesisLength, referenceLength];
      close(all, said.bleu[name].corpus, tolerance);
    }),
    sacrebleu("sentenceBleu", name, () => {
      const scores = hypotheses.map((text, i) => sentenceBleu(text, references[i], options).score);
      close(scores, said.bleu[name].sentences, tolerance);
    }),
  ]),
  ...Object.entries(chrfOptions).map(([name, options]) =>
    sacrebleu("chrF", name, () => {
      const single = hypotheses.map((text, i) => chrF([text], [references[i]], options));
      close([chrF(hypotheses, references, options), ...single], said.chrf[name], tolerance);
    }),
  ),
  ...(["rouge1", "rouge2", "rouge3", "rougeL", "rougeLsum"] as const).flatMap((kind) =>
    (["plain", "stem"] as const).map((name) => ({
      subject: "rouge",
      what: `${kind}, ${name}`,
      oracle: "rouge-score 0.1.2",
      tolerance,
      compare: () =>
        said.summaries.forEach(([made, wanted], i) => {
          const got = rouge(made, wanted, kind, { stem: name === "stem" });
          close([got.precision, got.recall, got.fmeasure], said.rouge[name][i][kind], tolerance);
        }),
    })),
  ),
  {
    subject: "editDistance",
    what: "words, and substitutions that cost 2",
    oracle: "nltk 3.10.4",
    tolerance: 0,
    compare: () => {
      assert.deepEqual(
        said.words.map(([a, b]) => editDistance(a, b)),
        said.distances,
      );
      assert.deepEqual(
        said.words.map(([a, b]) => editDistance(a, b, 2)),
        said.costly,
      );
    },
  },
  rates("wordErrorRate", said.wer),
  rates("characterErrorRate", said.cer),
];
