import { checkOptions, checkText, unknownName } from "../checks/index.ts";
import { porterStem } from "../stem/index.ts";
import { common, runCounts } from "./counts.ts";

export interface RougeScore {
  readonly precision: number;
  readonly recall: number;
  /** Their harmonic mean, from 0 to 1. */
  readonly fmeasure: number;
}

export interface RougeOptions {
  /** Stem words of more than three letters by Porter's rules. Default false. */
  readonly stem?: boolean;
  /** How texts are cut. Default: small letters a to z and digits, as the first ROUGE program did. */
  readonly tokenize?: (text: string) => readonly string[];
}

type Kind = "rouge1" | "rouge2" | "rouge3" | "rouge4" | "rougeL" | "rougeLsum";
const kinds: readonly Kind[] = ["rouge1", "rouge2", "rouge3", "rouge4", "rougeL", "rougeLsum"];

const plainWords = (text: string): string[] => text.toLowerCase().match(/[a-z0-9]+/gu) ?? [];

const scoreOf = (both: number, made: number, wanted: number): RougeScore => {
  const precision = both / Math.max(made, 1);
  const recall = both / Math.max(wanted, 1);
  const sum = precision + recall;
  return { precision, recall, fmeasure: sum > 0 ? (2 * precision * recall) / sum : 0 };
};

/** The lengths of the longest common subsequences of all beginnings. */
function lcsTable(a: readonly string[], b: readonly string[]): Int32Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Int32Array(b.length + 1));
  for (let i = 1; i <= a.length; i += 1)
    for (let j = 1; j <= b.length; j += 1)
      table[i][j] =
        a[i - 1] === b[j - 1]
          ? table[i - 1][j - 1] + 1
          : Math.max(table[i - 1][j], table[i][j - 1]);
  return table;
}

/** The places in `a` of one longest common subsequence. */
function lcsPlaces(a: readonly string[], b: readonly string[]): number[] {
  const table = lcsTable(a, b);
  const places: number[] = [];
  for (let i = a.length, j = b.length; i > 0 && j > 0;) {
    if (a[i - 1] === b[j - 1]) {
      places.push(i - 1);
      i -= 1;
      j -= 1;
    } else if (table[i][j - 1] > table[i - 1][j]) j -= 1;
    else i -= 1;
  }
  return places;
}

/** By sentences: what any sentence of the summary shares with each of the reference, counted once. */
function summaryLevel(wanted: readonly string[][], made: readonly string[][]): RougeScore {
  const left = [made, wanted].map((sentences) => runCounts(sentences.flat(), 1));
  let hits = 0;
  for (const sentence of wanted) {
    const places = new Set(made.flatMap((other) => lcsPlaces(sentence, other)));
    for (const place of [...places].sort((a, b) => a - b)) {
      const token = sentence[place];
      if (left.some((counts) => (counts.get(token) ?? 0) <= 0)) continue;
      hits += 1;
      for (const counts of left) counts.set(token, counts.get(token)! - 1);
    }
  }
  return scoreOf(hits, made.flat().length, wanted.flat().length);
}

/**
 * ROUGE of a text beside a reference: runs of 1 to 4 words in common (`rouge1` …), the longest common
 * subsequence (`rougeL`), or that of lines (`rougeLsum`). The answers are those of rouge-score.
 *
 * Source: C.-Y. Lin, "ROUGE: A Package for Automatic Evaluation of Summaries" (2004).
 *
 * @throws RangeError for an unknown kind
 *
 * @example
 * rouge("the cat sat", "the cat was here", "rouge1").recall; // 0.5
 */
export function rouge(
  hypothesis: string,
  reference: string,
  kind: Kind = "rouge1",
  options: RougeOptions = {},
): RougeScore {
  checkText("rouge", hypothesis);
  checkText("rouge", reference);
  checkOptions("rouge", options, ["stem", "tokenize"]);
  if (!kinds.includes(kind)) throw unknownName("kind of ROUGE", kind, kinds);
  const { stem = false, tokenize = plainWords } = options;
  const cut = (text: string): string[] =>
    tokenize(text).map((word) => (stem && word.length > 3 ? porterStem(word) : word));
  if (kind === "rougeLsum") {
    const lines = (text: string): string[][] =>
      text
        .split("\n")
        .filter((line) => line !== "")
        .map(cut);
    return summaryLevel(lines(reference), lines(hypothesis));
  }
  const [made, wanted] = [cut(hypothesis), cut(reference)];
  if (kind === "rougeL") {
    const both = lcsTable(wanted, made)[wanted.length][made.length];
    return scoreOf(both, made.length, wanted.length);
  }
  const n = Number(kind.slice(5));
  const runs = (tokens: readonly string[]): number => Math.max(0, tokens.length - n + 1);
  return scoreOf(common(runCounts(wanted, n), runCounts(made, n)), runs(made), runs(wanted));
}
