/** One sequence of tokens, before it is put together with others. */
export interface TokenRun {
  readonly ids: number[];
  readonly starts: number[];
  readonly ends: number[];
  /** The piece that each token is of; -1 for a token that no text stands behind. */
  readonly words: number[];
}

interface Columns extends TokenRun {
  readonly typeIds: number[];
  readonly special: number[];
}

/**
 * A text as tokens. All lists are of one length; token i stands from `starts[i]` to `ends[i]` in the
 * text, so `text.slice(starts[i], ends[i])` shows it (0 and 0 for tokens that were put around).
 */
export class Encoding {
  readonly ids: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** 0 for the first text, 1 for the second of a pair. */
  readonly typeIds: Uint8Array;
  /** 1 for tokens that were put around the text or to its end. */
  readonly specialTokensMask: Uint8Array;
  /** 0 for padding. */
  readonly attentionMask: Uint8Array;
  /** The piece of the text (mostly a word) that each token is of; -1 for none. */
  readonly wordIds: Int32Array;
  readonly #tokenOf: (id: number) => string;

  constructor(columns: Columns, padding: number, tokenOf: (id: number) => string) {
    this.ids = Int32Array.from(columns.ids);
    this.starts = Int32Array.from(columns.starts);
    this.ends = Int32Array.from(columns.ends);
    this.typeIds = Uint8Array.from(columns.typeIds);
    this.specialTokensMask = Uint8Array.from(columns.special);
    this.wordIds = Int32Array.from(columns.words);
    this.attentionMask = new Uint8Array(this.ids.length).fill(1, 0, this.ids.length - padding);
    this.#tokenOf = tokenOf;
  }

  get length(): number {
    return this.ids.length;
  }

  /** The tokens as texts of the vocabulary. */
  get tokens(): string[] {
    return Array.from(this.ids, this.#tokenOf);
  }

  /** Where each token stands in the text. */
  get offsets(): [start: number, end: number][] {
    return Array.from(this.starts, (start, i) => [start, this.ends[i]]);
  }
}

/** Puts runs and special tokens together. */
export class EncodingBuilder {
  readonly #columns: Columns = {
    ids: [],
    starts: [],
    ends: [],
    words: [],
    typeIds: [],
    special: [],
  };
  #padding = 0;

  get length(): number {
    return this.#columns.ids.length;
  }

  run(run: TokenRun, typeId: number): this {
    const to = this.#columns;
    for (let i = 0; i < run.ids.length; i += 1) {
      to.ids.push(run.ids[i]);
      to.starts.push(run.starts[i]);
      to.ends.push(run.ends[i]);
      to.words.push(run.words[i]);
      to.typeIds.push(typeId);
      to.special.push(0);
    }
    return this;
  }

  special(id: number, typeId: number): this {
    const { ids, starts, ends, words, typeIds, special } = this.#columns;
    ids.push(id);
    starts.push(0);
    ends.push(0);
    words.push(-1);
    typeIds.push(typeId);
    special.push(1);
    return this;
  }

  pad(id: number, length: number): this {
    for (; this.length < length; this.#padding += 1) this.special(id, 0);
    return this;
  }

  done(tokenOf: (id: number) => string): Encoding {
    return new Encoding(this.#columns, this.#padding, tokenOf);
  }
}
