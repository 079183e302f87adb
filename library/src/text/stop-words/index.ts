import { checkSequence, unknownName } from "../checks/index.ts";
import { lists } from "./lists.ts";

/** A language that has a list of stop words. */
export type StopWordLanguage = keyof typeof lists;

/** The languages that have a list of stop words. */
export const stopWordLanguages: readonly StopWordLanguage[] = Object.keys(
  lists,
) as StopWordLanguage[];

/**
 * Words that are in every text of a language and say little of what it is about, written small.
 *
 * Source: the lists of the Snowball project (https://snowballstem.org), by M. Porter and others, under
 * the BSD licence. Other lists differ: name yours in what you publish.
 *
 * @throws RangeError for a language without a list
 *
 * @example
 * stopWords("english").slice(0, 4); // ["i", "me", "my", "myself"]
 */
export function stopWords(language: StopWordLanguage = "english"): string[] {
  if (!Object.hasOwn(lists, language))
    throw unknownName("list of stop words for", language, stopWordLanguages);
  return lists[language].split(" ");
}

/**
 * The tokens that are no stop words; capitals count as small letters.
 *
 * @param stops a language, or words of your own
 * @throws RangeError for a language without a list
 *
 * @example
 * removeStopWords(["The", "cat", "is", "here"]); // ["cat"]
 * removeStopWords(["Der", "Hund"], "german"); // ["Hund"]
 */
export function removeStopWords(
  tokens: readonly string[],
  stops: StopWordLanguage | readonly string[] = "english",
): string[] {
  checkSequence("removeStopWords", tokens);
  const words = typeof stops === "string" ? stopWords(stops) : stops;
  const left = new Set(words.map((word) => word.toLowerCase()));
  return tokens.filter((token) => !left.has(token.toLowerCase()));
}
