import { checkCount, checkOptions, checkSequence } from "../checks/index.ts";

export interface ConcordanceOptions {
  /** How many tokens stand on each side. Default 6. */
  readonly width?: number;
  /** Whether capitals matter. Default false. */
  readonly caseSensitive?: boolean;
}

/** One place of a word. */
export interface ConcordanceLine {
  readonly left: readonly string[];
  readonly word: string;
  readonly right: readonly string[];
  /** Its number among the tokens, from 0. */
  readonly place: number;
}

/**
 * Every place where a word stands, with its neighbours.
 *
 * @example
 * const tokens = ["A", "dog", "saw", "a", "Dog"];
 * concordance(tokens, "dog", { width: 1 }).map(({ left, word }) => [...left, word]); // [["A", "dog"], ["a", "Dog"]]
 */
export function concordance(
  tokens: readonly string[],
  word: string,
  options: ConcordanceOptions = {},
): ConcordanceLine[] {
  checkSequence("concordance", tokens);
  checkOptions("concordance", options, ["width", "caseSensitive"]);
  const { width = 6, caseSensitive = false } = options;
  checkCount("concordance", "width", width, 0);
  const fold = (token: string): string => (caseSensitive ? token : token.toLowerCase());
  const wanted = fold(word);
  return tokens.flatMap((token, place) =>
    fold(token) === wanted
      ? {
          left: tokens.slice(Math.max(0, place - width), place),
          word: token,
          right: tokens.slice(place + 1, place + 1 + width),
          place,
        }
      : [],
  );
}
