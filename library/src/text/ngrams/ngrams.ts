import { checkCount, checkOptions, checkSequence } from "../checks/index.ts";

export interface NgramOptions {
  /** What stands n - 1 times before the first token. Default nothing. */
  readonly padLeft?: string;
  /** What stands n - 1 times after the last token. Default nothing. */
  readonly padRight?: string;
}

/**
 * All runs of n neighbours, in order: NLTK's `ngrams`.
 *
 * @param n how many tokens a run has, 1 or more
 *
 * @example
 * ngrams(["to", "be", "or"], 2); // [["to", "be"], ["be", "or"]]
 * ngrams(["a"], 2, { padLeft: "<s>" }); // [["<s>", "a"]]
 */
export function ngrams(
  tokens: readonly string[],
  n: number,
  options: NgramOptions = {},
): string[][] {
  checkSequence("ngrams", tokens);
  checkCount("ngrams", "n", n);
  checkOptions("ngrams", options, ["padLeft", "padRight"]);
  const pad = (sign: string | undefined): string[] =>
    sign === undefined ? [] : new Array<string>(n - 1).fill(sign);
  const all = [...pad(options.padLeft), ...tokens, ...pad(options.padRight)];
  return Array.from({ length: Math.max(0, all.length - n + 1) }, (_, i) => all.slice(i, i + n));
}

/**
 * All runs of `least` to `most` neighbours, by their start: NLTK's `everygrams`.
 *
 * @example
 * everygrams(["a", "b"], 1, 2); // [["a"], ["a", "b"], ["b"]]
 */
export function everygrams(
  tokens: readonly string[],
  least = 1,
  most: number = tokens.length,
): string[][] {
  checkSequence("everygrams", tokens);
  checkCount("everygrams", "least", least);
  return tokens.flatMap((_, i) =>
    Array.from({ length: Math.max(0, Math.min(most, tokens.length - i) - least + 1) }, (_, size) =>
      tokens.slice(i, i + least + size),
    ),
  );
}

/**
 * Runs of n tokens in order with up to k tokens left out among them: NLTK's `skipgrams`.
 *
 * @param n how many tokens a run has, 1 or more
 * @param k how many tokens may be left out, 0 or more
 *
 * @example
 * skipGrams(["a", "b", "c"], 2, 1); // [["a", "b"], ["a", "c"], ["b", "c"]]
 */
export function skipGrams(tokens: readonly string[], n: number, k: number): string[][] {
  checkSequence("skipGrams", tokens);
  checkCount("skipGrams", "n", n);
  checkCount("skipGrams", "k", k, 0);
  const choose = (from: number, to: number, size: number): string[][] =>
    size === 0
      ? [[]]
      : Array.from({ length: Math.max(0, to - from) }, (_, i) =>
          choose(from + i + 1, to, size - 1).map((rest) => [tokens[from + i], ...rest]),
        ).flat();
  return tokens.flatMap((first, i) =>
    choose(i + 1, Math.min(tokens.length, i + n + k), n - 1).map((rest) => [first, ...rest]),
  );
}

/**
 * How often each run of n neighbours occurs, the most frequent first; the tokens of a run are joined
 * by a space.
 *
 * @example
 * [...countNgrams(["a", "b", "a", "b"], 2)]; // [["a b", 2], ["b a", 1]]
 */
export function countNgrams(tokens: readonly string[], n: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const run of ngrams(tokens, n)) {
    const key = run.join(" ");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Map([...counts].sort(([, a], [, b]) => b - a));
}
