import { Random, type Seed } from "../../random/index.ts";
import { wholeNumber } from "../options.ts";
import { sentence, vocabulary } from "./grammar.ts";

/** Sentences for language models, as text and as numbers. */
export interface Sentences {
  /** Words and marks separated by spaces. */
  readonly texts: readonly string[];
  /**
   * `[count, length]`: indices into `vocabulary`: 1 at the start, then the words, 2 at the end, 0
   * to fill up.
   */
  readonly tokens: Int32Array;
  /** `[count, length]`; the length is that of the longest sentence. */
  readonly shape: readonly [number, number];
  /** The same for every seed. */
  readonly vocabulary: readonly string[];
  /**
   * `[count]`: natural logarithm of each sentence's probability. Their mean, divided by the mean
   * number of words and the end, is what the best model reaches: the grammar's own cross-entropy.
   */
  readonly logProbabilities: Float64Array;
  /** `[count]`: 0 where the main clause's subject is singular, 1 where it is plural. */
  readonly numbers: Uint8Array;
  /** `[count]`: column of `tokens` with the main verb, which agrees with that subject. */
  readonly verbs: Int32Array;
}

export interface SentencesOptions {
  readonly count: number;
  readonly seed: Seed;
}

/**
 * Sentences of a small grammar, for language models whose best possible loss is known: verbs agree
 * with their subjects, with up to three relative clauses between them.
 *
 * Sentence `i` depends on the seed and `i` alone; how far rows are filled up depends on the longest.
 *
 * @throws RangeError naming the option that is out of bounds
 *
 * @example
 * const { texts, tokens, shape, vocabulary } = sentences({ count: 3, seed: 1 });
 * texts[0]; // "a teacher sleeps here ."
 * vocabulary.slice(0, 3); // ["<pad>", "<start>", "<end>"]
 * tokens[0]; // 1
 */
export function sentences(options: SentencesOptions): Sentences {
  const count = wholeNumber("count", options.count, 1, 10_000_000);
  const root = new Random(options.seed, "sentences");
  const made = Array.from({ length: count }, (_, i) => sentence(root.fork(i)));
  const length = made.reduce((most, { words }) => Math.max(most, words.length), 0) + 2;
  const index = new Map(vocabulary.map((word, at) => [word, at]));
  const tokens = new Int32Array(count * length);
  made.forEach(({ words }, i) => {
    const ids = words.map((word) => index.get(word) ?? 0);
    tokens.set([1, ...ids, 2], i * length);
  });
  return {
    texts: made.map(({ words }) => words.join(" ")),
    ...{ tokens, shape: [count, length], vocabulary },
    logProbabilities: Float64Array.from(made, ({ logProbability }) => logProbability),
    numbers: Uint8Array.from(made, ({ number }) => number),
    verbs: Int32Array.from(made, ({ verbAt }) => verbAt + 1),
  };
}
