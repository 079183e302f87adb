import { checkOptions } from "../../frame/engine/options.ts";
import { tensorflow, type Tensor } from "../../tensorflow/index.ts";
import { described, isTensor } from "../data/element.ts";

export type Token = string | number;

/** Tokens in one array, or in arrays of arrays, or a tensor. */
export type Tokens<T extends Token> = Tensor | ArrayLike<T> | readonly Tokens<T>[];

export interface LookupOptions<T extends Token> {
  /** The tokens in order, without the special ones. Default: learnt by `adapt`. */
  readonly vocabulary?: readonly T[];
  /** At most so many, the special ones included; the rarest are left out. */
  readonly maxTokens?: number;
  /** 1 (default): unknown tokens have a number of their own; 0: they are an error. */
  readonly numOovIndices?: 0 | 1;
  /** How an unknown token reads. Default "[UNK]", or -1 for whole numbers. */
  readonly oovToken?: T;
  /** The token for padding, which gets number 0. Default none. Only where numbers come out. */
  readonly maskToken?: T;
  /** Default "int": numbers. The others give float32 rows as long as the vocabulary. */
  readonly outputMode?: "int" | "one_hot" | "multi_hot" | "count";
}

const known = [
  ...["vocabulary", "maxTokens", "numOovIndices", "oovToken", "maskToken", "outputMode"],
];

/** Tokens to numbers and back, with Keras' numbers: padding, unknown, then the most frequent first. */
export class Lookup<T extends Token> {
  readonly #options: Required<Omit<LookupOptions<T>, "maskToken" | "vocabulary">> & {
    readonly maskToken: T | undefined;
  };
  #tokens: readonly T[] | undefined;
  #numbers = new Map<T, number>();

  /** @internal Made by {@link stringLookup} and {@link integerLookup}. */
  constructor(who: string, options: LookupOptions<T>, unknown: T) {
    checkOptions(who, options, known);
    const { maxTokens = Infinity, numOovIndices = 1, outputMode = "int", maskToken } = options;
    if (![0, 1].includes(numOovIndices))
      throw new RangeError(`${who}: numOovIndices is 0 or 1, not ${String(numOovIndices)}.`);
    if (!["int", "one_hot", "multi_hot", "count"].includes(outputMode))
      throw new RangeError(
        `${who}: outputMode is "int", "one_hot", "multi_hot" or "count", not ${described(outputMode)}.`,
      );
    if (maskToken !== undefined && outputMode !== "int")
      throw new RangeError(`${who}: a maskToken needs the outputMode "int".`);
    const { oovToken = unknown } = options;
    this.#options = { maxTokens, numOovIndices, oovToken, maskToken, outputMode };
    if (this.#special().length >= maxTokens)
      throw new RangeError(`${who}: maxTokens of ${maxTokens} leaves no room for tokens.`);
    if (options.vocabulary) this.#set(options.vocabulary);
  }

  /** Learns the vocabulary: the most frequent first; of those as frequent, the later in order. */
  adapt(tokens: Tokens<T>): this {
    const counts = new Map<T, number>();
    for (const token of read(tokens).flat)
      counts.set(token as T, (counts.get(token as T) ?? 0) + 1);
    const { maskToken, oovToken, maxTokens } = this.#options;
    if (maskToken !== undefined) counts.delete(maskToken);
    counts.delete(oovToken);
    const order = [...counts].sort(([a, n], [b, m]) => m - n || inOrder(b, a));
    const room = maxTokens - this.#special().length;
    this.#set(order.map(([token]) => token).slice(0, room));
    return this;
  }

  /** All tokens by their numbers, the special ones included. @throws Error before `adapt` */
  get vocabulary(): readonly T[] {
    return [...this.#special(), ...this.#known()];
  }

  /** The numbers of tokens, int32 of the same shape, or rows of the `outputMode`. */
  apply(tokens: Tokens<T>): Tensor {
    this.#known();
    const { flat, shape } = read(tokens);
    const numbers = Int32Array.from(flat, (token) => this.#numberOf(token as T));
    const tf = tensorflow();
    const { outputMode } = this.#options;
    if (outputMode === "int") return tf.tensor(numbers, [...shape], "int32");
    const depth = this.vocabulary.length;
    const each = outputMode === "one_hot" ? 1 : (shape.at(-1) ?? 1);
    const rows = numbers.length / each;
    const values = new Float32Array(rows * depth);
    numbers.forEach((number, i) => {
      const at = Math.floor(i / each) * depth + number;
      values[at] = outputMode === "count" ? values[at] + 1 : 1;
    });
    // As in Keras, one token a row in a dimension of its own gives one row.
    const single = shape.length > 1 && shape.at(-1) === 1;
    const outer = outputMode === "one_hot" && !single ? shape : shape.slice(0, -1);
    return tf.tensor(values, [...outer, depth], "float32");
  }

  /** The tokens of numbers, in one array. @throws RangeError for a number that no token has */
  invert(numbers: Tensor | ArrayLike<number>): T[] {
    const all = this.vocabulary;
    const values = isTensor(numbers) ? numbers.dataSync<"int32">() : numbers;
    return Array.from(values, (number) => {
      if (number in all) return all[number];
      throw new RangeError(`No token has the number ${number}; there are ${all.length}.`);
    });
  }

  #special(): T[] {
    const { maskToken, numOovIndices, oovToken } = this.#options;
    return [
      ...(maskToken === undefined ? [] : [maskToken]),
      ...(numOovIndices === 1 ? [oovToken] : []),
    ];
  }

  #known(): readonly T[] {
    if (this.#tokens) return this.#tokens;
    throw new Error("The lookup has no vocabulary yet: call adapt(tokens), or give one.");
  }

  #set(tokens: readonly T[]): void {
    const seen = new Set<T>();
    const repeated = tokens.find((token) => seen.size === seen.add(token).size);
    if (tokens.length === 0 || repeated !== undefined)
      throw new RangeError(
        tokens.length === 0
          ? "A vocabulary needs at least one token."
          : `The vocabulary has ${described(repeated)} twice.`,
      );
    const all = [...this.#special(), ...tokens];
    if (all.length > this.#options.maxTokens)
      throw new RangeError(
        `The vocabulary has ${all.length} tokens with the special ones; maxTokens is ${this.#options.maxTokens}.`,
      );
    this.#tokens = tokens;
    this.#numbers = new Map(all.map((token, number) => [token, number]));
  }

  #numberOf(token: T): number {
    const number = this.#numbers.get(token);
    if (number !== undefined) return number;
    const { numOovIndices, maskToken } = this.#options;
    if (numOovIndices === 1) return maskToken === undefined ? 0 : 1;
    throw new RangeError(
      `${described(token)} is not in the vocabulary, and numOovIndices: 0 has no number for it.`,
    );
  }
}

/** Keras compares the bytes of texts. */
function inOrder(a: Token, b: Token): number {
  return typeof a === "string" && typeof b === "string"
    ? Buffer.compare(Buffer.from(a), Buffer.from(b))
    : Number(a) - Number(b);
}

function read(tokens: Tokens<Token>): { flat: readonly Token[]; shape: readonly number[] } {
  if (isTensor(tokens))
    return { flat: Array.from(tokens.dataSync() as ArrayLike<Token>), shape: tokens.shape };
  if (typeof tokens !== "object" || tokens === null || typeof tokens.length !== "number")
    throw new TypeError(`A lookup needs arrays of tokens, not ${described(tokens)}.`);
  const all = Array.from(tokens as ArrayLike<Token | Tokens<Token>>);
  if (typeof all[0] !== "object" || all[0] === null) {
    const wrong = all.find((token) => typeof token !== "string" && typeof token !== "number");
    if (wrong !== undefined)
      throw new TypeError(`A token is a text or a number, not ${described(wrong)}.`);
    return { flat: all as Token[], shape: [all.length] };
  }
  const rows = all.map((row) => read(row as Tokens<Token>));
  if (rows.some(({ shape }) => String(shape) !== String(rows[0].shape)))
    throw new RangeError("The tokens are in rows of different lengths: pad them to one length.");
  return { flat: rows.flatMap(({ flat }) => flat), shape: [rows.length, ...rows[0].shape] };
}

/**
 * Texts to numbers, as Keras' `StringLookup`.
 *
 * @example
 * const lookup = stringLookup().adapt(["b", "a", "b", "c", "a", "b"]);
 * lookup.vocabulary; // ["[UNK]", "b", "a", "c"]
 * lookup.apply(["a", "z"]).arraySync(); // [2, 0]
 * lookup.invert([1, 3]); // ["b", "c"]
 */
export function stringLookup(options: LookupOptions<string> = {}): Lookup<string> {
  return new Lookup("stringLookup", options, "[UNK]");
}

/**
 * Whole numbers, such as identifiers, to numbers without gaps, as Keras' `IntegerLookup`.
 *
 * @example
 * integerLookup({ vocabulary: [12, 36, 1138] }).apply([36, 12, 7]).arraySync(); // [2, 1, 0]
 */
export function integerLookup(options: LookupOptions<number> = {}): Lookup<number> {
  return new Lookup("integerLookup", options, -1);
}
