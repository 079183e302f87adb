import { Random, type Seed } from "../../random/index.ts";
import { checkCount, checkOptions, checkPositive, checkSequence } from "../checks/index.ts";
import { Vocabulary } from "../vocabulary/vocabulary.ts";
import { cooccurrences } from "./cooccurrences.ts";
import { gloveStep, type GloveState } from "./steps.ts";
import { WordVectors } from "./word-vectors.ts";

export interface GloveOptions {
  /** How many numbers a vector has. Default 50. */
  readonly size?: number;
  /** So many tokens on each side count. Default 10. */
  readonly window?: number;
  /** How often all pairs are read. Default 25. */
  readonly epochs?: number;
  /** Default 0.05. */
  readonly learningRate?: number;
  /** Pairs that occur more often weigh no more. Default 100. */
  readonly xMax?: number;
  /** How the weight grows up to there. Default 0.75. */
  readonly alpha?: number;
  /** Leave out words that occur less often. Default 5. */
  readonly minCount?: number;
  /** What everything random is drawn with. Default 0. */
  readonly seed?: Seed;
}

const defaults = {
  size: 50,
  window: 10,
  epochs: 25,
  learningRate: 0.05,
  xMax: 100,
  alpha: 0.75,
  minCount: 5,
  seed: 0 as Seed,
};

/**
 * Learns vectors of words whose products are the logarithms of how often words stand near each other.
 * The same seed gives the same vectors to the last digit.
 *
 * Source: J. Pennington, R. Socher, C. D. Manning, "GloVe: Global Vectors for Word Representation"
 * (2014), with AdaGrad; the vector of a word is the sum of its two.
 *
 * @example
 * const sentences = Array.from({ length: 200 }, (_, i) => (i % 2 ? ["cat", "purrs"] : ["dog", "barks"]));
 * const glove = new Glove({ size: 8, minCount: 1, seed: 1 });
 * glove.fit(sentences).words; // ["barks", "cat", "dog", "purrs"]
 * glove.losses.length; // 25
 */
export class Glove {
  readonly options: Required<GloveOptions>;
  #losses: number[] = [];

  /** @throws RangeError for an option that is no number of its kind */
  constructor(options: GloveOptions = {}) {
    checkOptions("Glove", options, Object.keys(defaults));
    this.options = { ...defaults, ...options };
    for (const name of ["size", "window", "epochs", "minCount"] as const)
      checkCount("Glove", name, this.options[name]);
    for (const name of ["learningRate", "xMax", "alpha"] as const)
      checkPositive("Glove", name, this.options[name]);
  }

  /** The mean weighted squared error of each epoch of the last fit. */
  get losses(): readonly number[] {
    return this.#losses;
  }

  /**
   * Learns from sentences that were cut into words.
   *
   * @returns the vectors, frequent words first
   * @throws RangeError where no two frequent words stand near each other
   */
  fit(sentences: readonly (readonly string[])[]): WordVectors {
    checkSequence("Glove.fit", sentences);
    const { size, window, minCount, epochs, seed, learningRate: rate, xMax, alpha } = this.options;
    const vocabulary = Vocabulary.fit(sentences, { minFrequency: minCount, unk: null, pad: null });
    const ids = sentences.map((tokens) =>
      vocabulary.encode(tokens.filter((token) => vocabulary.has(token))),
    );
    const { rows, columns, values } = cooccurrences(ids, { window });
    if (rows.length === 0)
      throw new RangeError(
        `Glove: no two words that occur ${minCount} times or more stand near each other; give more text, or lower minCount.`,
      );
    const random = new Random(seed, "glove");
    const length = vocabulary.size * (size + 1);
    const start = (): Float64Array =>
      Float64Array.from({ length }, () => random.uniform(-0.5, 0.5) / size);
    const state: GloveState = {
      size,
      words: start(),
      contexts: start(),
      wordSquares: new Float64Array(length).fill(1),
      contextSquares: new Float64Array(length).fill(1),
    };
    this.#losses = Array.from({ length: epochs }, () => {
      let sum = 0;
      for (const i of random.permutation(rows.length))
        sum += gloveStep(state, rows[i], columns[i], values[i], { rate, xMax, alpha });
      return sum / rows.length;
    });
    const made = new Float32Array(vocabulary.size * size);
    for (let word = 0; word < vocabulary.size; word += 1)
      for (let i = 0; i < size; i += 1) {
        const at = word * (size + 1) + i;
        made[word * size + i] = state.words[at] + state.contexts[at];
      }
    return new WordVectors(vocabulary.tokens, made, size);
  }
}
