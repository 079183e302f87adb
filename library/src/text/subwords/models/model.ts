/** The tokens of one piece of text; token i stands from `starts[i]` to `ends[i]` in the piece. */
export interface PieceTokens {
  readonly ids: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Cuts pieces into tokens of its vocabulary. */
export interface Model {
  readonly vocab: ReadonlyMap<string, number>;
  /** @throws RangeError where a piece cannot be written and there is no token for unknowns */
  encode(piece: string): PieceTokens;
  /** As in tokenizer.json. */
  toJSON(): ModelJson;
}

export interface BpeJson {
  readonly type: "BPE";
  readonly dropout?: number | null;
  readonly unk_token?: string | null;
  readonly continuing_subword_prefix?: string | null;
  readonly end_of_word_suffix?: string | null;
  readonly fuse_unk?: boolean;
  readonly byte_fallback?: boolean;
  readonly ignore_merges?: boolean;
  readonly vocab: Readonly<Record<string, number>>;
  /** Pairs; older files write them as one text with a space. */
  readonly merges: readonly (string | readonly string[])[];
}

export interface WordPieceJson {
  readonly type: "WordPiece";
  readonly unk_token: string;
  readonly continuing_subword_prefix: string;
  readonly max_input_chars_per_word: number;
  readonly vocab: Readonly<Record<string, number>>;
}

export interface UnigramJson {
  readonly type: "Unigram";
  readonly unk_id: number | null;
  readonly vocab: readonly (readonly [string, number])[];
  readonly byte_fallback?: boolean;
}

export interface WordLevelJson {
  readonly type: "WordLevel";
  readonly vocab: Readonly<Record<string, number>>;
  readonly unk_token: string;
}

export type ModelJson = BpeJson | WordPieceJson | UnigramJson | WordLevelJson;

/** A vocabulary as a map. @throws TypeError unless every token has a whole number */
export function readVocab(vocab: Readonly<Record<string, number>>): Map<string, number> {
  if (typeof vocab !== "object" || vocab === null)
    throw new TypeError(`A tokenizer's vocab maps tokens to numbers; received ${String(vocab)}.`);
  const made = new Map(Object.entries(vocab));
  for (const [token, id] of made)
    if (!Number.isSafeInteger(id) || id < 0)
      throw new TypeError(`The token ${JSON.stringify(token)} has the number ${String(id)}.`);
  return made;
}

/** In the order of their numbers. */
export const writeVocab = (vocab: ReadonlyMap<string, number>): Record<string, number> =>
  Object.fromEntries([...vocab].sort(([, a], [, b]) => a - b));
