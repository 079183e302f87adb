import { Random, type Seed } from "../../random/index.ts";
import { checkCount, checkOptions, checkSequence } from "../checks/index.ts";

export interface SkipGramPairsOptions {
  /** So many tokens on each side count as context. Default 5. */
  readonly window?: number;
  /** Draw the window of each token from 1 to `window`, so that near tokens count more. Default false. */
  readonly dynamic?: boolean;
  /** What windows are drawn with. Default 0. */
  readonly seed?: Seed | Random;
}

/** Token i of `centers` has token i of `contexts` near it. */
export interface SkipGramPairs {
  readonly centers: Int32Array;
  readonly contexts: Int32Array;
}

/**
 * Every token with each of its neighbours: what a skip-gram model learns from.
 *
 * Source: T. Mikolov et al., "Efficient Estimation of Word Representations in Vector Space" (2013).
 *
 * @example
 * const { centers, contexts } = skipGramPairs([7, 8, 9], { window: 1 });
 * centers; // [7, 8, 8, 9]
 * contexts; // [8, 7, 9, 8]
 */
export function skipGramPairs(
  ids: ArrayLike<number>,
  options: SkipGramPairsOptions = {},
): SkipGramPairs {
  checkSequence("skipGramPairs", ids);
  checkOptions("skipGramPairs", options, ["window", "dynamic", "seed"]);
  const { window = 5, dynamic = false, seed = 0 } = options;
  checkCount("skipGramPairs", "window", window);
  const random = seed instanceof Random ? seed : new Random(seed, "windows");
  const centers: number[] = [];
  const contexts: number[] = [];
  for (let i = 0; i < ids.length; i += 1) {
    const reach = dynamic ? random.integer(1, window + 1) : window;
    const end = Math.min(ids.length - 1, i + reach);
    for (let j = Math.max(0, i - reach); j <= end; j += 1) {
      if (j === i) continue;
      centers.push(ids[i]);
      contexts.push(ids[j]);
    }
  }
  return { centers: Int32Array.from(centers), contexts: Int32Array.from(contexts) };
}
