import { greatest, Heap } from "../../checks/index.ts";
import { type BpeJson, type Model, type PieceTokens, readVocab, writeVocab } from "./model.ts";

interface Symbols {
  readonly ids: number[];
  readonly starts: number[];
  readonly ends: number[];
}

/** Beyond any piece's length, so that a rank and a place fit into one number. */
const places = 2 ** 26;

/**
 * Byte-pair encoding: a piece is cut into characters, of which neighbours are merged in the order in
 * which the merges were learned. O(n log n) for a piece of n characters.
 *
 * Source: R. Sennrich, B. Haddow, A. Birch, "Neural Machine Translation of Rare Words with Subword
 * Units" (2016).
 */
export class BpeModel implements Model {
  readonly vocab: ReadonlyMap<string, number>;
  readonly #json: BpeJson;
  readonly #pairs = new Map<number, { rank: number; id: number }>();
  readonly #size: number;
  readonly #unk: number | undefined;

  /** @throws RangeError for a merge whose tokens are not in the vocabulary, or for dropout */
  constructor(json: BpeJson) {
    if (json.dropout !== null && json.dropout !== undefined && json.dropout !== 0)
      throw new RangeError(`BPE with dropout (${json.dropout}) is not supported; set it to null.`);
    this.vocab = readVocab(json.vocab);
    this.#json = json;
    this.#size = greatest(this.vocab.values(), -1) + 1;
    const unk = json.unk_token ?? undefined;
    this.#unk = unk === undefined ? undefined : this.vocab.get(unk);
    if (unk !== undefined && this.#unk === undefined)
      throw new RangeError(`The unk_token ${JSON.stringify(unk)} is not in the vocabulary.`);
    json.merges.forEach((merge, rank) => this.#addMerge(merge, rank));
  }

  #addMerge(merge: string | readonly string[], rank: number): void {
    const [left, right] = typeof merge === "string" ? merge.split(" ") : merge;
    const prefix = this.#json.continuing_subword_prefix ?? "";
    const tail = prefix !== "" && right?.startsWith(prefix) ? right.slice(prefix.length) : right;
    const [a, b, id] = [left, right, `${left}${tail}`].map((token) => this.vocab.get(token));
    if (a === undefined || b === undefined || id === undefined)
      throw new RangeError(
        `Merge ${rank}, ${JSON.stringify(merge)}, has a token that the vocabulary lacks.`,
      );
    this.#pairs.set(a * this.#size + b, { rank, id });
  }

  encode(piece: string): PieceTokens {
    const whole = this.#json.ignore_merges ? this.vocab.get(piece) : undefined;
    if (whole !== undefined) return { ids: [whole], starts: [0], ends: [piece.length] };
    return this.#merge(this.#characters(piece));
  }

  #characters(piece: string): Symbols {
    const { continuing_subword_prefix: prefix, end_of_word_suffix: suffix } = this.#json;
    const made: Symbols = { ids: [], starts: [], ends: [] };
    const push = (id: number, start: number, end: number): void => {
      made.ids.push(id);
      made.starts.push(start);
      made.ends.push(end);
    };
    let unknown = -1;
    const flush = (end: number): void => {
      if (unknown >= 0) push(this.#unk!, unknown, end);
      unknown = -1;
    };
    let at = 0;
    for (const letter of piece) {
      const end = at + letter.length;
      const token = `${at > 0 ? (prefix ?? "") : ""}${letter}${end === piece.length ? (suffix ?? "") : ""}`;
      const id = this.vocab.get(token);
      const bytes = id === undefined && this.#json.byte_fallback ? this.#bytes(token) : undefined;
      if (id !== undefined) {
        flush(at);
        push(id, at, end);
      } else if (bytes !== undefined) {
        for (const byte of bytes) push(byte, at, end);
      } else if (this.#unk !== undefined) {
        if (!this.#json.fuse_unk) flush(at);
        if (unknown < 0) unknown = at;
      }
      at = end;
    }
    flush(at);
    return made;
  }

  #bytes(token: string): number[] | undefined {
    const ids = Array.from(new TextEncoder().encode(token), (byte) =>
      this.vocab.get(`<0x${byte.toString(16).toUpperCase().padStart(2, "0")}>`),
    );
    return ids.includes(undefined) ? undefined : (ids as number[]);
  }

  #merge({ ids, starts, ends }: Symbols): PieceTokens {
    const length = ids.length;
    if (length < 2) return { ids, starts, ends };
    const next = Int32Array.from(ids, (_, i) => i + 1);
    const before = Int32Array.from(ids, (_, i) => i - 1);
    const queue = new Heap<number>((a, b) => a < b);
    const look = (at: number): void => {
      const right = next[at];
      const pair = right < length ? this.#pairs.get(ids[at] * this.#size + ids[right]) : undefined;
      if (pair !== undefined) queue.push(pair.rank * places + at);
    };
    for (let at = 0; at < length - 1; at += 1) look(at);
    for (let top = queue.pop(); top !== undefined; top = queue.pop()) {
      const at = top % places;
      const right = next[at];
      if (ids[at] < 0 || right >= length) continue;
      const pair = this.#pairs.get(ids[at] * this.#size + ids[right]);
      if (pair?.rank !== (top - at) / places) continue;
      ids[at] = pair.id;
      ids[right] = -1;
      ends[at] = ends[right];
      next[at] = next[right];
      if (next[at] < length) before[next[at]] = at;
      if (before[at] >= 0) look(before[at]);
      look(at);
    }
    const kept = ids.map((_, i) => i).filter((i) => ids[i] >= 0);
    return {
      ids: kept.map((i) => ids[i]),
      starts: kept.map((i) => starts[i]),
      ends: kept.map((i) => ends[i]),
    };
  }

  toJSON(): BpeJson {
    const { merges, ...options } = this.#json;
    const pairs = merges.map((merge) => (typeof merge === "string" ? merge.split(" ") : merge));
    return { ...options, vocab: writeVocab(this.vocab), merges: pairs };
  }
}
