import { checkOptions, checkText } from "../checks/index.ts";

export interface WordOptions {
  /** Whose rules; Chinese, Japanese and Thai words are found by dictionaries. Default `"en"`. */
  readonly locale?: string;
  /** Keep signs as tokens; white space never is one. Default false. */
  readonly punctuation?: boolean;
}

const segmenters = new Map<string, Intl.Segmenter>();

/** @internal The segmenter of a language; making one takes some milliseconds. */
export function segmenterOf(locale: string, granularity: "word" | "sentence"): Intl.Segmenter {
  const key = `${granularity} ${locale}`;
  let found = segmenters.get(key);
  if (found === undefined) {
    found = new Intl.Segmenter(locale, { granularity });
    segmenters.set(key, found);
  }
  return found;
}

/**
 * The words of a text by the rules of its language.
 *
 * Source: Unicode Standard Annex 29, by `Intl.Segmenter`.
 *
 * @throws RangeError for a locale that is not written as one
 *
 * @example
 * wordTokenize("Don't pay $3.88, please!"); // ["Don't", "pay", "3.88", "please"]
 * wordTokenize("Wait, what?", { punctuation: true }); // ["Wait", ",", "what", "?"]
 * wordTokenize("今日は暑い", { locale: "ja" }); // ["今日", "は", "暑い"]
 */
export function wordTokenize(text: string, options: WordOptions = {}): string[] {
  checkText("wordTokenize", text);
  checkOptions("wordTokenize", options, ["locale", "punctuation"]);
  const { locale = "en", punctuation = false } = options;
  const words: string[] = [];
  for (const { segment, isWordLike } of segmenterOf(locale, "word").segment(text))
    if (isWordLike || (punctuation && /\P{White_Space}/u.test(segment))) words.push(segment);
  return words;
}
