/** How often a word occurs, and in how many texts. */
export interface WordCount {
  readonly total: number;
  readonly texts: number;
}

/** The words of all texts in sorted order (by code points), with their counts. */
export function countWords(
  texts: readonly string[],
  analyze: (text: string) => string[],
): { words: string[]; counts: WordCount[] } {
  const seen = new Map<string, { total: number; texts: number; last: number }>();
  texts.forEach((text, i) => {
    for (const word of analyze(text)) {
      const count = seen.get(word);
      if (count === undefined) seen.set(word, { total: 1, texts: 1, last: i });
      else {
        count.total++;
        if (count.last !== i) count.texts++;
        count.last = i;
      }
    }
  });
  const words = [...seen.keys()].sort();
  return { words, counts: words.map((word) => seen.get(word)!) };
}

interface Limits {
  readonly minDf: number;
  readonly maxDf: number;
  readonly maxFeatures: number | undefined;
}

/** @throws RangeError where no word is left */
export function limitWords(
  words: readonly string[],
  counts: readonly WordCount[],
  texts: number,
  { minDf, maxDf, maxFeatures }: Limits,
  who: string,
): string[] {
  if (words.length === 0) {
    throw new RangeError(`${who} found no words in ${texts} texts; are they empty or stop words?`);
  }
  const least = minDf < 1 ? minDf * texts : minDf;
  const most = maxDf <= 1 ? maxDf * texts : maxDf;
  let places = words
    .map((_, at) => at)
    .filter((at) => counts[at].texts >= least && counts[at].texts <= most);
  if (maxFeatures !== undefined && places.length > maxFeatures) {
    places = places
      .toSorted((a, b) => counts[b].total - counts[a].total || a - b)
      .slice(0, maxFeatures)
      .sort((a, b) => a - b);
  }
  if (places.length > 0) return places.map((at) => words[at]);
  throw new RangeError(
    `${who}: none of ${words.length} words is left. Lower minDf (${minDf}) or raise maxDf (${maxDf}).`,
  );
}
