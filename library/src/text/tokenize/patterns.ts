import { checkOptions, checkText } from "../checks/index.ts";

export interface RegexpTokenizeOptions {
  /** The pattern matches what is between tokens. Default false: it matches tokens. */
  readonly gaps?: boolean;
  /** With `gaps`: leave out empty tokens. Default true. */
  readonly discardEmpty?: boolean;
}

/**
 * Tokens by a regular expression: NLTK's `RegexpTokenizer`. Groups in it change nothing.
 *
 * @param pattern a regular expression, or its text (read with the flags `gu`)
 * @throws SyntaxError for a text that is no regular expression
 *
 * @example
 * regexpTokenize("It costs $3.50.", /\$[\d.]*\d|\w+/u); // ["It", "costs", "$3.50"]
 * regexpTokenize("a, b,c", ",\\s*", { gaps: true }); // ["a", "b", "c"]
 */
export function regexpTokenize(
  text: string,
  pattern: RegExp | string,
  options: RegexpTokenizeOptions = {},
): string[] {
  checkText("regexpTokenize", text);
  checkOptions("regexpTokenize", options, ["gaps", "discardEmpty"]);
  const flags = typeof pattern === "string" ? "u" : pattern.flags;
  const source = typeof pattern === "string" ? pattern : pattern.source;
  const all = new RegExp(source, flags.includes("g") ? flags : `${flags}g`);
  const found = [...text.matchAll(all)];
  if (!options.gaps) return found.map(([token]) => token).filter((token) => token !== "");
  const tokens: string[] = [];
  let from = 0;
  for (const { 0: gap, index } of found) {
    if (gap === "") continue;
    tokens.push(text.slice(from, index));
    from = index + gap.length;
  }
  tokens.push(text.slice(from));
  return (options.discardEmpty ?? true) ? tokens.filter((token) => token !== "") : tokens;
}

/**
 * What stands between white space.
 *
 * @example
 * whitespaceTokenize(" Good  day, all! "); // ["Good", "day,", "all!"]
 */
export function whitespaceTokenize(text: string): string[] {
  checkText("whitespaceTokenize", text);
  return text.match(/\P{White_Space}+/gu) ?? [];
}

/**
 * Runs of letters and digits, and runs of other signs: NLTK's `wordpunct_tokenize`.
 *
 * @example
 * wordPunctTokenize("Don't pay $3.88!"); // ["Don", "'", "t", "pay", "$", "3", ".", "88", "!"]
 */
export function wordPunctTokenize(text: string): string[] {
  checkText("wordPunctTokenize", text);
  return text.match(/[\p{L}\p{N}_]+|[^\p{L}\p{N}_\p{White_Space}]+/gu) ?? [];
}
