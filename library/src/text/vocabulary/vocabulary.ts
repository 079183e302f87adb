import { checkCount, checkOptions, checkSequence } from "../checks/index.ts";
import { type Padded, padSequences, type PadOptions } from "./pad-sequences.ts";

export interface VocabularyOptions {
  /** Leave out tokens that occur less often. Default 1. */
  readonly minFrequency?: number;
  /** So many tokens at most, special ones included. Default all. */
  readonly maxSize?: number;
  /** The token for what is not in the vocabulary; null for none. Default `"[UNK]"`. */
  readonly unk?: string | null;
  /** The token that fills up; null for none. Default `"[PAD]"`, which gets the number 0. */
  readonly pad?: string | null;
  /** More tokens that get the first numbers. */
  readonly specials?: readonly string[];
}

/** What {@link Vocabulary.toJSON} gives. */
export interface VocabularyJson {
  readonly tokens: readonly string[];
  readonly unk: string | null;
  readonly pad: string | null;
  readonly specials: number;
}

/**
 * Tokens and their numbers: padding, unknown and other special tokens first, then the most frequent;
 * of equally frequent ones the first by code points.
 *
 * @example
 * const vocabulary = Vocabulary.fit([["a", "cat"], ["a", "dog", "a"]]);
 * vocabulary.tokens; // ["[PAD]", "[UNK]", "a", "cat", "dog"]
 * vocabulary.encode(["a", "bird"]); // [2, 1]
 * vocabulary.encodeBatch([["a"], ["a", "dog"]]).data; // [2, 0, 2, 4]
 */
export class Vocabulary {
  readonly tokens: readonly string[];
  readonly unk: string | null;
  readonly pad: string | null;
  readonly #specials: number;
  readonly #ids: ReadonlyMap<string, number>;

  private constructor({ tokens, unk, pad, specials }: VocabularyJson) {
    this.tokens = tokens;
    this.unk = unk;
    this.pad = pad;
    this.#specials = specials;
    this.#ids = new Map(tokens.map((token, id) => [token, id]));
  }

  /** The vocabulary of documents that were cut into tokens. */
  static fit(documents: Iterable<readonly string[]>, options: VocabularyOptions = {}): Vocabulary {
    checkOptions("Vocabulary.fit", options, ["minFrequency", "maxSize", "unk", "pad", "specials"]);
    const { minFrequency = 1, maxSize = Infinity, unk = "[UNK]", pad = "[PAD]" } = options;
    checkCount("Vocabulary.fit", "minFrequency", minFrequency);
    if (maxSize !== Infinity) checkCount("Vocabulary.fit", "maxSize", maxSize);
    const special = [...new Set([pad, unk, ...(options.specials ?? [])])].filter((t) => t !== null);
    const counts = new Map<string, number>();
    for (const tokens of documents) {
      checkSequence("Vocabulary.fit", tokens);
      for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
    }
    for (const token of special) counts.delete(token);
    const kept = [...counts]
      .filter(([, count]) => count >= minFrequency)
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .slice(0, Math.max(0, maxSize - special.length))
      .map(([token]) => token);
    return new Vocabulary({ tokens: [...special, ...kept], unk, pad, specials: special.length });
  }

  /** @throws TypeError for what {@link Vocabulary.toJSON} did not give */
  static fromJSON(json: VocabularyJson): Vocabulary {
    const isRight = Array.isArray(json?.tokens) && new Set(json.tokens).size === json.tokens.length;
    if (!isRight)
      throw new TypeError(
        "A vocabulary is read from { tokens, unk, pad, specials }, each token once.",
      );
    const { tokens, unk = null, pad = null, specials = 0 } = json;
    return new Vocabulary({ tokens: [...tokens], unk, pad, specials });
  }

  get size(): number {
    return this.tokens.length;
  }

  has(token: string): boolean {
    return this.#ids.has(token);
  }

  /** @throws RangeError for a token that is not there, where there is no token for unknowns */
  tokenToId(token: string): number {
    const id = this.#ids.get(token) ?? (this.unk === null ? undefined : this.#ids.get(this.unk));
    if (id !== undefined) return id;
    throw new RangeError(
      `The vocabulary has no token ${JSON.stringify(token)}, and none for unknown tokens.`,
    );
  }

  /** @throws RangeError for a number that no token has */
  idToToken(id: number): string {
    const token = this.tokens[id];
    if (token === undefined)
      throw new RangeError(`No token has the number ${id}; there are ${this.size} tokens.`);
    return token;
  }

  encode(tokens: readonly string[]): Int32Array {
    checkSequence("encode", tokens);
    return Int32Array.from(tokens, (token) => this.tokenToId(token));
  }

  /** The tokens of numbers; special ones are left out where asked. */
  decode(ids: ArrayLike<number>, options: { readonly skipSpecials?: boolean } = {}): string[] {
    checkOptions("decode", options, ["skipSpecials"]);
    const all = Array.from(ids, (id) => [id, this.idToToken(id)] as const);
    return all
      .filter(([id]) => !(options.skipSpecials && id < this.#specials))
      .map(([, token]) => token);
  }

  /** Many documents as numbers of one length; see {@link padSequences}. */
  encodeBatch(
    documents: readonly (readonly string[])[],
    options: Omit<PadOptions, "value"> = {},
  ): Padded {
    if (this.pad === null)
      throw new RangeError("encodeBatch needs a token to pad with; make the vocabulary with pad.");
    const value = this.#ids.get(this.pad)!;
    return padSequences(
      documents.map((tokens) => this.encode(tokens)),
      { ...options, value },
    );
  }

  toJSON(): VocabularyJson {
    const { tokens, unk, pad } = this;
    return { tokens, unk, pad, specials: this.#specials };
  }
}
