import { checkSequence, checkText } from "../checks/index.ts";

/** Where a token stands: `text.slice(start, end)` is the token. */
export interface TokenSpan {
  readonly token: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Where tokens stand in their text, one after the other: NLTK's `align_tokens`.
 *
 * @throws RangeError for a token that the rest of the text does not have
 *
 * @example
 * tokenSpans("a bad ad", ["a", "ad"]); // [{ token: "a", start: 0, end: 1 }, { token: "ad", start: 3, end: 5 }]
 */
export function tokenSpans(text: string, tokens: readonly string[]): TokenSpan[] {
  checkText("tokenSpans", text);
  checkSequence("tokenSpans", tokens);
  let from = 0;
  return tokens.map((token, i) => {
    const start = text.indexOf(token, from);
    if (start < 0) {
      throw new RangeError(
        `Token ${i}, ${JSON.stringify(token)}, is not in the text after place ${from}. Was the text normalised before it was cut? Give that text.`,
      );
    }
    from = start + token.length;
    return { token, start, end: from };
  });
}
