import { Random, type Seed } from "../../random/index.ts";
import { checkCount, checkOptions, checkPositive, checkSequence } from "../checks/index.ts";
import { Vocabulary } from "../vocabulary/vocabulary.ts";
import { NegativeSampler, subsamplingKeep } from "./negative-sampling.ts";
import { negativeSamplingStep } from "./steps.ts";
import { WordVectors } from "./word-vectors.ts";

export interface Word2VecOptions {
  /** How many numbers a vector has. Default 100. */
  readonly size?: number;
  /** So many tokens on each side are neighbours; each time from 1 to this are drawn. Default 5. */
  readonly window?: number;
  /** So many strangers are drawn for a neighbour. Default 5. */
  readonly negative?: number;
  /** How often all sentences are read. Default 5. */
  readonly epochs?: number;
  /** Falls evenly to `minLearningRate`. Default 0.025. */
  readonly learningRate?: number;
  /** Default 0.0001. */
  readonly minLearningRate?: number;
  /** Leave out words that occur less often. Default 5. */
  readonly minCount?: number;
  /** The threshold of {@link subsamplingKeep}; 0 keeps every word. Default 0.001. */
  readonly sample?: number;
  /** What everything random is drawn with. Default 0. */
  readonly seed?: Seed;
}

const defaults = {
  size: 100,
  window: 5,
  negative: 5,
  epochs: 5,
  learningRate: 0.025,
  minLearningRate: 0.0001,
  minCount: 5,
  sample: 0.001,
  seed: 0 as Seed,
};

/**
 * Learns vectors of words from their neighbours, by skip-gram with negative sampling: words in alike
 * company get alike vectors. One thread; the same seed gives the same vectors to the last digit.
 *
 * Source: T. Mikolov et al., "Distributed Representations of Words and Phrases and their
 * Compositionality" (2013).
 *
 * @example
 * const sentences = Array.from({ length: 200 }, (_, i) => (i % 2 ? ["cat", "purrs"] : ["dog", "barks"]));
 * const vectors = new Word2Vec({ size: 8, minCount: 1, seed: 1 }).fit(sentences);
 * vectors.words; // ["barks", "cat", "dog", "purrs"]
 */
export class Word2Vec {
  readonly options: Required<Word2VecOptions>;

  /** @throws RangeError for an option that is no number of its kind */
  constructor(options: Word2VecOptions = {}) {
    checkOptions("Word2Vec", options, Object.keys(defaults));
    this.options = { ...defaults, ...options };
    for (const name of ["size", "window", "negative", "epochs", "minCount"] as const)
      checkCount("Word2Vec", name, this.options[name]);
    checkPositive("Word2Vec", "learningRate", this.options.learningRate);
    if (!(this.options.sample >= 0))
      throw new RangeError(`Word2Vec: sample is a number from 0, not ${this.options.sample}.`);
  }

  /**
   * Learns from sentences that were cut into words.
   *
   * @returns the vectors, frequent words first
   * @throws RangeError where fewer than two words are frequent enough
   */
  fit(sentences: readonly (readonly string[])[]): WordVectors {
    checkSequence("Word2Vec.fit", sentences);
    const { size, minCount, seed, epochs } = this.options;
    const vocabulary = Vocabulary.fit(sentences, { minFrequency: minCount, unk: null, pad: null });
    if (vocabulary.size < 2)
      throw new RangeError(
        `Word2Vec: ${vocabulary.size} words occur ${minCount} times or more; give more text, or lower minCount.`,
      );
    const texts = sentences.map((tokens) =>
      vocabulary.encode(tokens.filter((token) => vocabulary.has(token))),
    );
    const counts = new Float64Array(vocabulary.size);
    for (const ids of texts) for (const id of ids) counts[id] += 1;
    const random = new Random(seed, "word2vec");
    const start = random.fork("start");
    const centers = Float32Array.from(
      { length: vocabulary.size * size },
      () => start.uniform(-0.5, 0.5) / size,
    );
    const targets = new Float32Array(centers.length);
    const all = counts.reduce((sum, count) => sum + count, 0) * epochs;
    let read = 0;
    for (let epoch = 0; epoch < epochs; epoch += 1)
      for (const ids of texts) {
        this.#learn(ids, counts, centers, targets, random, read / all);
        read += ids.length;
      }
    return new WordVectors(vocabulary.tokens, centers, size);
  }

  #sampler: { counts: Float64Array; strangers: NegativeSampler; keep: Float64Array } | undefined;

  #learn(
    ids: Int32Array,
    counts: Float64Array,
    centers: Float32Array,
    targets: Float32Array,
    random: Random,
    done: number,
  ): void {
    const { size, window, negative, sample, learningRate, minLearningRate } = this.options;
    if (this.#sampler?.counts !== counts)
      this.#sampler = {
        counts,
        strangers: new NegativeSampler(counts),
        keep: sample > 0 ? subsamplingKeep(counts, sample) : counts.map(() => 1),
      };
    const { strangers, keep } = this.#sampler;
    const rate = learningRate - (learningRate - minLearningRate) * done;
    const kept = ids.filter((id) => keep[id] >= 1 || random.uniform() < keep[id]);
    const chosen = new Int32Array(negative + 1);
    const change = new Float64Array(size);
    for (let i = 0; i < kept.length; i += 1) {
      const reach = random.integer(1, window + 1);
      const end = Math.min(kept.length - 1, i + reach);
      for (let j = Math.max(0, i - reach); j <= end; j += 1) {
        if (j === i) continue;
        chosen[0] = kept[j];
        let count = 1;
        for (let k = 0; k < negative; k += 1) {
          const stranger = strangers.draw(random);
          if (stranger !== kept[j]) chosen[count++] = stranger;
        }
        negativeSamplingStep(centers, targets, size, kept[i], chosen, count, rate, change);
      }
    }
  }
}
