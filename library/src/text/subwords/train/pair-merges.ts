import { Heap } from "../../checks/index.ts";

export interface PairOptions {
  readonly vocabSize: number;
  readonly minFrequency: number;
  readonly specialTokens: readonly string[];
  readonly limitAlphabet?: number;
  readonly initialAlphabet: readonly string[];
  readonly continuingSubwordPrefix?: string;
  readonly endOfWordSuffix?: string;
  readonly maxTokenLength?: number;
}

interface Candidate {
  readonly pair: number;
  count: number;
  readonly words: Set<number>;
}

interface Word {
  readonly ids: number[];
  readonly lengths: number[];
}

/** Two ids in one number; ids stay far below. */
const base = 2 ** 26;

/**
 * Learns merges: again and again the most frequent pair of neighbours becomes a token; of equally
 * frequent ones the pair with the lower numbers, left before right.
 *
 * Source: R. Sennrich, B. Haddow, A. Birch (2016); ties and the order of the alphabet as in Hugging
 * Face's tokenizers, so that both learn the same.
 */
export function learnPairs(
  counts: ReadonlyMap<string, number>,
  options: PairOptions,
): { tokens: string[]; merges: [string, string][] } {
  const { vocabSize, minFrequency, continuingSubwordPrefix: prefix } = options;
  const longest = options.maxTokenLength ?? Infinity;
  const tokens: string[] = [];
  const ids = new Map<string, number>();
  const add = (token: string): number => {
    const known = ids.get(token);
    if (known !== undefined) return known;
    ids.set(token, tokens.length);
    return tokens.push(token) - 1;
  };
  options.specialTokens.forEach(add);
  alphabet(counts, options).forEach(add);
  const times = [...counts.values()];
  const words = Array.from(counts.keys(), (word) => wordOf(word, ids, add, options));

  const pairCounts = new Map<number, number>();
  let where = new Map<number, Set<number>>();
  const found = (pair: number, word: number): void => {
    const places = where.get(pair);
    if (places) places.add(word);
    else where.set(pair, new Set([word]));
  };
  words.forEach(({ ids: of }, word) => {
    for (let i = 0; i + 1 < of.length; i += 1) {
      const pair = of[i] * base + of[i + 1];
      pairCounts.set(pair, (pairCounts.get(pair) ?? 0) + times[word]);
      found(pair, word);
    }
  });
  const queue = new Heap<Candidate>((a, b) =>
    a.count === b.count ? a.pair < b.pair : a.count > b.count,
  );
  const enqueue = (): void => {
    for (const [pair, places] of where) {
      const count = pairCounts.get(pair)!;
      if (count > 0) queue.push({ pair, count, words: places });
    }
    where = new Map();
  };
  enqueue();

  const merges = new Map<number, [string, string]>();
  while (tokens.length < vocabSize) {
    const top = queue.pop();
    if (top === undefined) break;
    const count = pairCounts.get(top.pair)!;
    if (top.count !== count) {
      top.count = count;
      queue.push(top);
      continue;
    }
    if (count < 1 || count < minFrequency) break;
    const [left, right] = [Math.floor(top.pair / base), top.pair % base];
    const tail = tokens[right];
    const made = add(
      tokens[left] + (prefix && tail.startsWith(prefix) ? tail.slice(prefix.length) : tail),
    );
    // A pair that is merged again counts from there on, as in the map that it is read into.
    merges.delete(top.pair);
    merges.set(top.pair, [tokens[left], tail]);
    for (const word of top.words) {
      mergeIn(words[word], left, right, made, longest, (pair, change) => {
        pairCounts.set(pair, (pairCounts.get(pair) ?? 0) + change * times[word]);
        if (change > 0) found(pair, word);
      });
    }
    enqueue();
  }
  return { tokens, merges: [...merges.values()] };
}

function alphabet(counts: ReadonlyMap<string, number>, options: PairOptions): string[] {
  const seen = new Map<string, number>();
  for (const [word, count] of counts)
    for (const letter of word) seen.set(letter, (seen.get(letter) ?? 0) + count);
  for (const letter of options.initialAlphabet) seen.set([...letter][0] ?? "", Infinity);
  seen.delete("");
  const byCode = (a: string, b: string): number => a.codePointAt(0)! - b.codePointAt(0)!;
  const letters = [...seen.keys()].sort((a, b) => seen.get(b)! - seen.get(a)! || byCode(a, b));
  return letters.slice(0, options.limitAlphabet ?? letters.length).sort(byCode);
}

function wordOf(
  word: string,
  ids: ReadonlyMap<string, number>,
  add: (token: string) => number,
  { continuingSubwordPrefix = "", endOfWordSuffix = "" }: PairOptions,
): Word {
  const letters = [...word];
  const made: number[] = [];
  letters.forEach((letter, i) => {
    if (!ids.has(letter)) return;
    const end = i === letters.length - 1 ? endOfWordSuffix : "";
    made.push(add(`${i > 0 ? continuingSubwordPrefix : ""}${letter}${end}`));
  });
  return { ids: made, lengths: made.map(() => 1) };
}

/** Merges the pair in one word, and says how the counts of its neighbours change. */
function mergeIn(
  { ids, lengths }: Word,
  left: number,
  right: number,
  made: number,
  longest: number,
  change: (pair: number, by: 1 | -1) => void,
): void {
  for (let i = 0; i + 1 < ids.length; i += 1) {
    if (ids[i] !== left || ids[i + 1] !== right) continue;
    const length = lengths[i] + lengths[i + 1];
    if (i > 0) {
      change(ids[i - 1] * base + left, -1);
      if (lengths[i - 1] + length < longest) change(ids[i - 1] * base + made, 1);
    }
    ids.splice(i, 2, made);
    lengths.splice(i, 2, length);
    if (i + 1 < ids.length) {
      change(right * base + ids[i + 1], -1);
      if (lengths[i + 1] + length < longest) change(made * base + ids[i + 1], 1);
    }
  }
}
