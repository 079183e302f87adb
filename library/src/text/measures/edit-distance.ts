import { checkText, checkTexts } from "../checks/index.ts";

/** The fewest edits that make one sequence of another. */
export interface EditCounts {
  readonly substitutions: number;
  readonly insertions: number;
  readonly deletions: number;
  readonly hits: number;
}

const charactersOf = (items: string | readonly string[]): readonly string[] =>
  typeof items === "string" ? [...items] : items;

/**
 * Levenshtein's distance: how many insertions, deletions and substitutions make `to` of `from`. Texts
 * count by characters (code points). O(n · m).
 *
 * Source: V. I. Levenshtein, Soviet Physics Doklady 10 (1966).
 *
 * @param substitution what a substitution costs. Default 1.
 *
 * @example
 * editDistance("kitten", "sitting"); // 3
 * editDistance(["a", "b"], ["b"]); // 1
 */
export function editDistance(
  from: string | readonly string[],
  to: string | readonly string[],
  substitution = 1,
): number {
  const [a, b] = [charactersOf(from), charactersOf(to)];
  let row = Float64Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = new Float64Array(b.length + 1);
    next[0] = i;
    for (let j = 1; j <= b.length; j += 1)
      next[j] = Math.min(
        row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : substitution),
        row[j] + 1,
        next[j - 1] + 1,
      );
    row = next;
  }
  return row[b.length];
}

/**
 * How many edits of each kind make `to` of `from`, with as few as can be.
 *
 * @example
 * edits(["a", "b", "c"], ["a", "x", "c", "d"]); // { substitutions: 1, insertions: 1, deletions: 0, hits: 2 }
 */
export function edits(
  from: string | readonly string[],
  to: string | readonly string[],
): EditCounts {
  const [a, b] = [charactersOf(from), charactersOf(to)];
  const table = Array.from({ length: a.length + 1 }, (_, i) => {
    const row = new Int32Array(b.length + 1);
    row[0] = i;
    return row;
  });
  for (let j = 1; j <= b.length; j += 1) table[0][j] = j;
  for (let i = 1; i <= a.length; i += 1)
    for (let j = 1; j <= b.length; j += 1)
      table[i][j] = Math.min(
        table[i - 1][j - 1] + Number(a[i - 1] !== b[j - 1]),
        table[i - 1][j] + 1,
        table[i][j - 1] + 1,
      );
  const counts = { substitutions: 0, insertions: 0, deletions: 0, hits: 0 };
  for (let i = a.length, j = b.length; i > 0 || j > 0;) {
    const isEqual = i > 0 && j > 0 && a[i - 1] === b[j - 1];
    if (i > 0 && j > 0 && table[i][j] === table[i - 1][j - 1] + Number(!isEqual)) {
      counts[isEqual ? "hits" : "substitutions"] += 1;
      i -= 1;
      j -= 1;
    } else if (i > 0 && table[i][j] === table[i - 1][j] + 1) {
      counts.deletions += 1;
      i -= 1;
    } else {
      counts.insertions += 1;
      j -= 1;
    }
  }
  return counts;
}

function errorRate(
  who: string,
  hypotheses: string | readonly string[],
  references: string | readonly string[],
  cut: (text: string) => readonly string[],
): number {
  const [made, wanted] = [hypotheses, references].map((texts) =>
    typeof texts === "string" ? [texts] : texts,
  );
  checkTexts(who, made);
  checkTexts(who, wanted);
  if (made.length !== wanted.length)
    throw new RangeError(`${who} needs one reference a text: ${made.length} and ${wanted.length}.`);
  let [errors, length] = [0, 0];
  wanted.forEach((text, i) => {
    const tokens = cut(text);
    errors += editDistance(tokens, cut(made[i]));
    length += tokens.length;
  });
  if (length === 0) throw new RangeError(`${who} needs references that are not empty.`);
  return errors / length;
}

/**
 * Word error rate: edits of words that make the references of the texts, by the references' words.
 * It can exceed 1.
 *
 * @throws RangeError where the references are empty, or not as many as the texts
 *
 * @example
 * wordErrorRate("the cat sat", "the cat is here"); // 0.5
 */
export function wordErrorRate(
  hypotheses: string | readonly string[],
  references: string | readonly string[],
): number {
  return errorRate("wordErrorRate", hypotheses, references, (text) => text.match(/\S+/gu) ?? []);
}

/**
 * Character error rate: as {@link wordErrorRate}, by characters, spaces included.
 *
 * @example
 * characterErrorRate("hallo", "hello"); // 0.2
 */
export function characterErrorRate(
  hypotheses: string | readonly string[],
  references: string | readonly string[],
): number {
  return errorRate("characterErrorRate", hypotheses, references, (text) => {
    checkText("characterErrorRate", text);
    return [...text.trim()];
  });
}
