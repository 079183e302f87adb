import { checkCount, checkOptions, checkTexts, unknownName } from "../checks/index.ts";
import { checkReferences, common, runCounts } from "./counts.ts";

export interface BleuOptions {
  /** The longest runs that count. Default 4. */
  readonly maxOrder?: number;
  /** What a precision of 0 becomes: halved again and again, a small value, one added, or 0. Default `"exp"`. */
  readonly smooth?: "exp" | "floor" | "addK" | "none";
  /** The value of `floor` (default 0.1) or `addK` (default 1). */
  readonly smoothValue?: number;
  /** Leave out orders that the text is too short for. Default: sentences yes, corpora no. */
  readonly effectiveOrder?: boolean;
  /** How texts are cut: the rules of WMT's mteval-v13a, white space, characters, or your own. Default `"13a"`. */
  readonly tokenize?: "13a" | "none" | "char" | ((text: string) => readonly string[]);
  /** Write capitals small first. Default false. */
  readonly lowercase?: boolean;
}

export interface BleuScore {
  /** From 0 to 100. */
  readonly score: number;
  /** Of runs of 1, 2, … tokens, in percent. */
  readonly precisions: readonly number[];
  readonly brevityPenalty: number;
  readonly hypothesisLength: number;
  readonly referenceLength: number;
}

/** The rules of mteval-v13a for texts of western languages. */
function cut13a(line: string): string[] {
  const unescaped = line
    .replaceAll("<skipped>", "")
    .replaceAll("-\n", "")
    .replaceAll("\n", " ")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">");
  return ` ${unescaped} `
    .replace(/[{-~[-` -&(-+:-@/]/gu, " $& ")
    .replace(/([^0-9])([.,])/gu, "$1 $2 ")
    .replace(/([.,])([^0-9])/gu, " $1 $2")
    .replace(/([0-9])(-)/gu, "$1 $2 ")
    .split(/\s+/u)
    .filter((token) => token !== "");
}

const cutters: Readonly<Record<string, (text: string) => readonly string[]>> = {
  "13a": cut13a,
  none: (text) => text.split(/\s+/u).filter((token) => token !== ""),
  char: (text) => [...text].filter((letter) => !/\s/u.test(letter)),
};
const smoothings = ["exp", "floor", "addK", "none"];

/**
 * BLEU of many texts, their counts put together: how many runs of 1 to 4 tokens a reference has too,
 * less where the texts are shorter than their references. The answers are those of sacrebleu.
 *
 * Source: K. Papineni et al., "BLEU: a Method for Automatic Evaluation of Machine Translation" (2002);
 * smoothing: B. Chen, C. Cherry (2014).
 *
 * @param references for each text one or more
 * @throws RangeError where a text has no reference
 *
 * @example
 * const { score, precisions } = corpusBleu(["the cat sat on the mat"], [["the cat is on the mat"]]);
 * Math.round(score); // 38
 * precisions.map(Math.round); // [83, 60, 25, 17]
 */
export function corpusBleu(
  hypotheses: readonly string[],
  references: readonly (readonly string[])[],
  options: BleuOptions = {},
): BleuScore {
  checkTexts("corpusBleu", hypotheses);
  checkOptions("corpusBleu", options, [
    "maxOrder",
    "smooth",
    "smoothValue",
    "effectiveOrder",
    "tokenize",
    "lowercase",
  ]);
  checkReferences("corpusBleu", hypotheses, references);
  const { maxOrder = 4, tokenize = "13a", lowercase = false, smooth = "exp" } = options;
  checkCount("corpusBleu", "maxOrder", maxOrder);
  if (!smoothings.includes(smooth)) throw unknownName("smoothing", smooth, smoothings);
  const cutter = typeof tokenize === "function" ? tokenize : cutters[tokenize];
  if (cutter === undefined) throw unknownName("tokenizer", tokenize, Object.keys(cutters));
  const cut = (text: string): readonly string[] =>
    cutter((lowercase ? text.toLowerCase() : text).trimEnd());

  const correct = new Array<number>(maxOrder).fill(0);
  const total = new Array<number>(maxOrder).fill(0);
  let [hypothesisLength, referenceLength] = [0, 0];
  hypotheses.forEach((text, i) => {
    const tokens = cut(text);
    const others = references[i].map(cut);
    hypothesisLength += tokens.length;
    referenceLength += closest(
      tokens.length,
      others.map(({ length }) => length),
    );
    for (let n = 1; n <= maxOrder; n += 1) {
      const most = new Map<string, number>();
      for (const other of others)
        for (const [run, count] of runCounts(other, n))
          most.set(run, Math.max(count, most.get(run) ?? 0));
      correct[n - 1] += common(runCounts(tokens, n), most);
      total[n - 1] += Math.max(0, tokens.length - n + 1);
    }
  });
  const brevityPenalty =
    hypothesisLength >= referenceLength
      ? 1
      : hypothesisLength > 0
        ? Math.exp(1 - referenceLength / hypothesisLength)
        : 0;
  const { precisions, order } = smoothed(correct, total, options);
  const sum = precisions
    .slice(0, order)
    .reduce((a, p) => a + (p === 0 ? -Infinity : Math.log(p)), 0);
  const score = correct.some((count) => count > 0) ? brevityPenalty * Math.exp(sum / order) : 0;
  return { score, precisions, brevityPenalty, hypothesisLength, referenceLength };
}

/** The length that is nearest; of two as near the shorter. */
const closest = (length: number, others: readonly number[]): number =>
  others.reduce((best, other) => {
    const [a, b] = [Math.abs(other - length), Math.abs(best - length)];
    return a < b || (a === b && other < best) ? other : best;
  });

function smoothed(
  correct: readonly number[],
  total: readonly number[],
  { smooth = "exp", smoothValue, effectiveOrder = false }: BleuOptions,
): { precisions: number[]; order: number } {
  const precisions = correct.map(() => 0);
  let order = correct.length;
  if (correct.every((count) => count === 0)) return { precisions, order };
  let halves = 1;
  for (let n = 0; n < correct.length; n += 1) {
    const more = smooth === "addK" && n > 0 ? (smoothValue ?? 1) : 0;
    const [right, all] = [correct[n] + more, total[n] + more];
    if (all === 0) break;
    if (effectiveOrder) order = n + 1;
    if (right > 0) precisions[n] = (100 * right) / all;
    else if (smooth === "exp") precisions[n] = 100 / ((halves *= 2) * all);
    else if (smooth === "floor") precisions[n] = (100 * (smoothValue ?? 0.1)) / all;
  }
  return { precisions, order };
}

/**
 * BLEU of one text. For single sentences it says little: prefer {@link corpusBleu} over many.
 *
 * @example
 * sentenceBleu("a b c d", ["a b c d"]).score; // 100.00000000000004
 */
export function sentenceBleu(
  hypothesis: string,
  references: readonly string[],
  options: BleuOptions = {},
): BleuScore {
  return corpusBleu([hypothesis], [references], { effectiveOrder: true, ...options });
}
