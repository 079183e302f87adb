import { checkOptions, checkTexts } from "../checks/index.ts";
import { checkReferences, common, runCounts } from "./counts.ts";

export interface ChrFOptions {
  /** The longest runs of characters. Default 6. */
  readonly charOrder?: number;
  /** The longest runs of words; 2 makes chrF++. Default 0. */
  readonly wordOrder?: number;
  /** Recall weighs so many times as much as precision. Default 2. */
  readonly beta?: number;
  /** Write capitals small first. Default false. */
  readonly lowercase?: boolean;
  /** Count white space as characters. Default false. */
  readonly whitespace?: boolean;
}

/** Of each order: how many runs the text has, the reference, and both. */
type Statistics = readonly (readonly [hypothesis: number, reference: number, both: number])[];

const punctuation = new Set("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~");

/** Words, with one sign at their end or start cut off. */
function words(text: string): string[] {
  return text
    .split(/\s+/u)
    .filter((word) => word !== "")
    .flatMap((word) => {
      const letters = [...word];
      if (letters.length === 1) return word;
      if (punctuation.has(letters.at(-1)!)) return [letters.slice(0, -1).join(""), letters.at(-1)!];
      return punctuation.has(letters[0]) ? [letters[0], letters.slice(1).join("")] : word;
    });
}

function fScore(statistics: Statistics, beta: number): number {
  const factor = beta ** 2;
  const used = statistics.filter(([hypothesis, reference]) => hypothesis > 0 && reference > 0);
  const mean = (part: (row: Statistics[number]) => number): number =>
    used.length === 0 ? 0 : used.reduce((sum, row) => sum + part(row), 0) / used.length;
  const precision = mean(([hypothesis, , both]) => both / hypothesis);
  const recall = mean(([, reference, both]) => both / reference);
  if (precision + recall === 0) return 0;
  return (100 * (1 + factor) * precision * recall) / (factor * precision + recall);
}

/**
 * chrF of many texts, from 0 to 100: how many runs of 1 to 6 characters they share with their
 * references. Of several references the best counts. The answers are those of sacrebleu.
 *
 * Source: M. Popović, "chrF: character n-gram F-score for automatic MT evaluation" (2015), and
 * "chrF++" (2017).
 *
 * @param references for each text one or more
 * @throws RangeError where a text has no reference
 *
 * @example
 * chrF(["a cat"], [["a cat"]]); // 100
 */
export function chrF(
  hypotheses: readonly string[],
  references: readonly (readonly string[])[],
  options: ChrFOptions = {},
): number {
  checkTexts("chrF", hypotheses);
  const known = ["charOrder", "wordOrder", "beta", "lowercase", "whitespace"];
  checkOptions("chrF", options, known);
  checkReferences("chrF", hypotheses, references);
  const { charOrder = 6, wordOrder = 0, beta = 2, lowercase = false, whitespace = false } = options;
  const runs = (text: string): Map<string, number>[] => {
    const cased = lowercase ? text.toLowerCase() : text;
    const letters = [...(whitespace ? cased : cased.replace(/\s+/gu, ""))];
    const parts = wordOrder > 0 ? words(cased) : [];
    return [
      ...Array.from({ length: charOrder }, (_, n) => runCounts(letters, n + 1)),
      ...Array.from({ length: wordOrder }, (_, n) => runCounts(parts, n + 1)),
    ];
  };
  const size = (counts: ReadonlyMap<string, number>): number =>
    counts.values().reduce((a, b) => a + b, 0);
  const sums = Array.from({ length: charOrder + wordOrder }, (): [number, number, number] => [
    0, 0, 0,
  ]);
  hypotheses.forEach((text, i) => {
    const own = runs(text);
    let best: Statistics = [];
    let most = -1;
    for (const reference of references[i]) {
      const other = runs(reference);
      const found: Statistics = own.map((counts, n) => [
        other[n].size > 0 ? size(counts) : 0,
        size(other[n]),
        common(counts, other[n]),
      ]);
      const score = fScore(found, beta);
      if (score > most) [best, most] = [found, score];
    }
    best.forEach((row, n) => row.forEach((value, part) => (sums[n][part] += value)));
  });
  return fScore(sums, beta);
}
