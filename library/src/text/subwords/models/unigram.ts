import type { Model, PieceTokens, UnigramJson } from "./model.ts";

/** An unknown character costs so much more than the least likely token. */
const unknownPenalty = 10;

/**
 * Unigram: of all ways to cut a piece into tokens, the one whose probabilities have the greatest
 * product. O(n · longest token) for a piece of n characters.
 *
 * Source: T. Kudo, "Subword Regularization" (2018); Viterbi's algorithm.
 */
export class UnigramModel implements Model {
  readonly vocab: ReadonlyMap<string, number>;
  readonly #json: UnigramJson;
  readonly #scores: Float64Array;
  readonly #unknown: number;
  readonly #longest: number;

  /** @throws RangeError for an empty vocabulary or an unk_id beyond it */
  constructor(json: UnigramJson) {
    if (!(json.vocab?.length > 0))
      throw new RangeError(
        "A Unigram model needs a vocab of [token, logarithm of its probability].",
      );
    if (json.unk_id !== null && !(json.unk_id < json.vocab.length))
      throw new RangeError(`unk_id ${json.unk_id} is beyond the ${json.vocab.length} tokens.`);
    this.#json = json;
    this.vocab = new Map(json.vocab.map(([token], id) => [token, id]));
    this.#scores = Float64Array.from(json.vocab, ([, score]) => score);
    this.#unknown = this.#scores.reduce((a, b) => Math.min(a, b)) - unknownPenalty;
    this.#longest = json.vocab.reduce((most, [token]) => Math.max(most, token.length), 1);
  }

  encode(piece: string): PieceTokens {
    const best = new Float64Array(piece.length + 1).fill(-Infinity);
    const from = new Int32Array(piece.length + 1);
    const by = new Int32Array(piece.length + 1).fill(-1);
    best[0] = 0;
    for (let at = 0; at < piece.length;) {
      const step = piece.codePointAt(at)! > 0xffff ? 2 : 1;
      const reach = Math.min(piece.length, at + this.#longest);
      let hasSingle = false;
      for (let end = at + 1; end <= reach; end += 1) {
        const id = this.vocab.get(piece.slice(at, end));
        if (id === undefined) continue;
        hasSingle ||= end === at + step;
        this.#offer(best, from, by, at, end, id, best[at] + this.#scores[id]);
      }
      if (!hasSingle) this.#offer(best, from, by, at, at + step, -2, best[at] + this.#unknown);
      at += step;
    }
    return this.#path(piece, from, by);
  }

  #offer(
    best: Float64Array,
    from: Int32Array,
    by: Int32Array,
    at: number,
    end: number,
    id: number,
    score: number,
  ): void {
    if (by[end] !== -1 && score <= best[end]) return;
    best[end] = score;
    from[end] = at;
    by[end] = id;
  }

  #path(piece: string, from: Int32Array, by: Int32Array): PieceTokens {
    const cuts: [number, number, number][] = [];
    for (let end = piece.length; end > 0; end = from[end]) cuts.push([by[end], from[end], end]);
    cuts.reverse();
    const ids: number[] = [];
    const starts: number[] = [];
    const ends: number[] = [];
    for (let i = 0; i < cuts.length; i += 1) {
      const [id, start, first] = cuts[i];
      let end = first;
      if (id === -2) while (cuts[i + 1]?.[0] === -2) end = cuts[(i += 1)][2];
      const bytes =
        id === -2 && this.#json.byte_fallback ? this.#bytes(piece.slice(start, end)) : undefined;
      for (const token of bytes ?? [id === -2 ? this.#unknownId(piece) : id]) {
        ids.push(token);
        starts.push(start);
        ends.push(end);
      }
    }
    return { ids, starts, ends };
  }

  #unknownId(piece: string): number {
    if (this.#json.unk_id !== null) return this.#json.unk_id;
    throw new RangeError(
      `${JSON.stringify(piece)} has characters that the vocabulary lacks, and there is no unk_id.`,
    );
  }

  #bytes(text: string): number[] | undefined {
    const ids = Array.from(new TextEncoder().encode(text), (byte) =>
      this.vocab.get(`<0x${byte.toString(16).toUpperCase().padStart(2, "0")}>`),
    );
    return ids.includes(undefined) ? undefined : (ids as number[]);
  }

  toJSON(): UnigramJson {
    return this.#json;
  }
}
