import { readFileSync, writeFileSync } from "node:fs";
import { checkCount, checkOptions, unknownName } from "../checks/index.ts";
import { ExactIndex } from "../search/index.ts";
import { readWordVectors } from "./text-format.ts";

/** With a first line of two counts, or without. */
export type WordVectorsFormat = "word2vec" | "glove";

/** A word, and the cosine of its vector's angle. */
export interface SimilarWord {
  readonly word: string;
  readonly similarity: number;
}

const formats: readonly WordVectorsFormat[] = ["word2vec", "glove"];

/**
 * Words with their vectors.
 *
 * @example
 * const vectors = WordVectors.fromText("king 2 1\nqueen 2 3\nman 1 0.1\nwoman 1 2.1\n");
 * vectors.get("man"); // [1, 0.10000000149011612]
 * vectors.analogy("man", "king", "woman", 1)[0].word; // "queen"
 */
export class WordVectors {
  readonly words: readonly string[];
  /** How many numbers a vector has. */
  readonly size: number;
  /** All vectors one behind the other, in the order of the words. */
  readonly data: Float32Array;
  readonly #places: ReadonlyMap<string, number>;
  #index: ExactIndex | undefined;

  /** @throws RangeError where words and numbers do not fit together, or a word is there twice */
  constructor(words: readonly string[], data: ArrayLike<number>, size: number) {
    checkCount("WordVectors", "size", size);
    if (data.length !== words.length * size)
      throw new RangeError(
        `WordVectors: ${words.length} words of ${size} numbers are not ${data.length} numbers.`,
      );
    this.words = words;
    this.size = size;
    this.data = Float32Array.from(data);
    this.#places = new Map(words.map((word, i) => [word, i]));
    const twice = words.find((word, i) => this.#places.get(word) !== i);
    if (twice !== undefined)
      throw new RangeError(`WordVectors: the word ${JSON.stringify(twice)} is there twice.`);
  }

  /**
   * Reads word2vec's or GloVe's text format: a line a word, its numbers after spaces. A first line of
   * two counts is recognised.
   *
   * @throws SyntaxError for a line that is broken; it names the line
   */
  static fromText(text: string): WordVectors {
    const { words, data, size } = readWordVectors(text);
    return new WordVectors(words, data, size);
  }

  /** Reads a file; errors as of {@link WordVectors.fromText}. */
  static load(path: string): WordVectors {
    return WordVectors.fromText(readFileSync(path, "utf8"));
  }

  /**
   * The vectors in a text format; read back, they are the same to the last digit.
   *
   * @throws RangeError for a word with white space, which the formats cannot write
   */
  toText(format: WordVectorsFormat = "word2vec"): string {
    if (!formats.includes(format)) throw unknownName("format", format, formats);
    const spaced = this.words.find((word) => word === "" || /[ \n\r]/u.test(word));
    if (spaced !== undefined)
      throw new RangeError(
        `The word ${JSON.stringify(spaced)} cannot be written: it has a space or no letter.`,
      );
    const lines = this.words.map((word, i) => {
      const vector = this.data.subarray(i * this.size, (i + 1) * this.size);
      return `${word} ${Array.from(vector, shortest).join(" ")}`;
    });
    if (format === "word2vec") lines.unshift(`${this.words.length} ${this.size}`);
    return `${lines.join("\n")}\n`;
  }

  /** Writes a file in a text format. */
  save(path: string, format: WordVectorsFormat = "word2vec"): void {
    writeFileSync(path, this.toText(format));
  }

  has(word: string): boolean {
    return this.#places.has(word);
  }

  /** The vector of a word. @throws RangeError for an unknown word */
  get(word: string): Float32Array {
    const place = this.#places.get(word);
    if (place === undefined) throw unknownName("word", word, this.words);
    return this.data.slice(place * this.size, (place + 1) * this.size);
  }

  /** The cosine of the angle of two words' vectors. @throws RangeError for an unknown word */
  similarity(a: string, b: string): number {
    const [x, y] = [unit(this.get(a)), unit(this.get(b))];
    return x.reduce((sum, value, i) => sum + value * y[i], 0);
  }

  /**
   * The words nearest to a word, or to the mean of some words less others; these are left out. gensim's
   * `most_similar`.
   *
   * @throws RangeError for an unknown word
   */
  mostSimilar(
    positive: string | readonly string[],
    options: { readonly negative?: readonly string[]; readonly topN?: number } = {},
  ): SimilarWord[] {
    checkOptions("mostSimilar", options, ["negative", "topN"]);
    const { negative = [], topN = 10 } = options;
    checkCount("mostSimilar", "topN", topN);
    const wanted = typeof positive === "string" ? [positive] : positive;
    const mean = new Float64Array(this.size);
    for (const [list, sign] of [
      [wanted, 1],
      [negative, -1],
    ] as const)
      for (const word of list)
        unit(this.get(word)).forEach((value, i) => (mean[i] += sign * value));
    this.#index ??= new ExactIndex({ data: this.data, size: this.size });
    const left = new Set([...wanted, ...negative]);
    return this.#index
      .search(mean, Math.min(this.words.length, topN + left.size))
      .map(({ index, score }) => ({ word: this.words[index], similarity: score }))
      .filter(({ word }) => !left.has(word))
      .slice(0, topN);
  }

  /**
   * What is to `c` as `b` is to `a`: king less man and woman is queen.
   *
   * @throws RangeError for an unknown word
   */
  analogy(a: string, b: string, c: string, topN = 10): SimilarWord[] {
    return this.mostSimilar([b, c], { negative: [a], topN });
  }
}

/** The fewest digits that give the same 32-bit float again. */
function shortest(value: number): string {
  for (let digits = 6; digits < 9; digits += 1) {
    const text = String(Number(value.toPrecision(digits)));
    if (Math.fround(Number(text)) === value) return text;
  }
  return String(Number(value.toPrecision(9)));
}

function unit(vector: Float32Array): Float64Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return Float64Array.from(vector, (value) => (length > 0 ? value / length : 0));
}
