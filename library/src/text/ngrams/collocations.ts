import { checkCount, checkOptions, checkSequence, unknownName } from "../checks/index.ts";

/** How much more often two words stand together than by chance. */
export type Association = "pmi" | "npmi" | "likelihoodRatio" | "chiSquare" | "studentT" | "dice";

export interface CollocationOptions {
  /** The measure. Default `"pmi"`. */
  readonly measure?: Association;
  /** So many tokens apart two words may stand, both included. Default 2: neighbours. */
  readonly window?: number;
  /** Leave out pairs that occur less often; PMI overrates what is rare. Default 1. */
  readonly minCount?: number;
  /** So many pairs at most. Default all. */
  readonly limit?: number;
}

/** Two words, how often they stand together, and the measure's value. */
export interface Collocation {
  readonly words: readonly [string, string];
  readonly count: number;
  readonly score: number;
}

/** Counts of a pair: together, the first, the second, all tokens. */
type Measure = (both: number, first: number, second: number, all: number) => number;

/** The four cells: both, second without first, first without second, neither. */
const cells: (...counts: Parameters<Measure>) => number[] = (both, first, second, all) => [
  both,
  second - both,
  first - both,
  all - first - second + both,
];

/** What the cells would hold if the two words had nothing to do with each other. */
const expected = ([ii, oi, io, oo]: number[]): number[] => {
  const all = ii + oi + io + oo;
  return [
    [ii + oi, ii + io],
    [ii + oi, oi + oo],
    [io + oo, ii + io],
    [io + oo, oi + oo],
  ].map(([a, b]) => (a * b) / all);
};

const measures: Record<Association, Measure> = {
  pmi: (both, first, second, all) => Math.log2((both * all) / (first * second)),
  npmi: (both, first, second, all) =>
    Math.log2((both * all) / (first * second)) / -Math.log2(both / all),
  likelihoodRatio: (...counts) => {
    const found = cells(...counts);
    const wanted = expected(found);
    return 2 * found.reduce((sum, n, i) => sum + (n > 0 ? n * Math.log(n / wanted[i]) : 0), 0);
  },
  chiSquare: (both, first, second, all) => {
    const [ii, oi, io, oo] = cells(both, first, second, all);
    const phi = (ii * oo - io * oi) ** 2;
    return (all * phi) / ((ii + io) * (ii + oi) * (io + oo) * (oi + oo));
  },
  studentT: (both, first, second, all) => (both - (first * second) / all) / Math.sqrt(both),
  dice: (both, first, second) => (2 * both) / (first + second),
};

/**
 * Pairs of words that stand together more often than by chance, best first; equals in the order in
 * which they occur. NLTK's `BigramCollocationFinder` with its measures.
 *
 * Source: K. W. Church, P. Hanks, Computational Linguistics 16 (1990) for PMI; T. Dunning,
 * Computational Linguistics 19 (1993) for the likelihood ratio; G. Bouma (2009) for NPMI.
 *
 * @throws RangeError for an unknown measure
 *
 * @example
 * const tokens = "new york is a new city and york is old but new york".split(" ");
 * collocations(tokens, { minCount: 2 })[0].words; // ["york", "is"]
 */
export function collocations(
  tokens: readonly string[],
  options: CollocationOptions = {},
): Collocation[] {
  checkSequence("collocations", tokens);
  checkOptions("collocations", options, ["measure", "window", "minCount", "limit"]);
  const { measure = "pmi", window = 2, minCount = 1, limit = Infinity } = options;
  if (!Object.hasOwn(measures, measure))
    throw unknownName("measure", measure, Object.keys(measures));
  checkCount("collocations", "window", window, 2);
  const single = new Map<string, number>();
  for (const token of tokens) single.set(token, (single.get(token) ?? 0) + 1);
  const pairs = new Map<string, Map<string, number>>();
  tokens.forEach((first, i) => {
    const after = pairs.get(first) ?? new Map<string, number>();
    pairs.set(first, after);
    for (const second of tokens.slice(i + 1, i + window))
      after.set(second, (after.get(second) ?? 0) + 1);
  });
  // Of words further apart every pair is counted more often, as the window passes over it.
  const share = window - 1;
  const found: Collocation[] = [];
  for (const [first, after] of pairs)
    for (const [second, count] of after) {
      if (count < minCount) continue;
      const counts = [
        count / share,
        single.get(first)!,
        single.get(second)!,
        tokens.length,
      ] as const;
      found.push({ words: [first, second], count, score: measures[measure](...counts) });
    }
  return found.sort((a, b) => b.score - a.score).slice(0, limit);
}
