import { greatest } from "../../checks/index.ts";
import {
  type Model,
  type PieceTokens,
  readVocab,
  type WordPieceJson,
  writeVocab,
} from "./model.ts";

/**
 * Word pieces: from the left, always the longest piece that the vocabulary has; a word that cannot be
 * written so is unknown as a whole.
 *
 * Source: Y. Wu et al., "Google's Neural Machine Translation System" (2016); BERT's rule of encoding.
 */
export class WordPieceModel implements Model {
  readonly vocab: ReadonlyMap<string, number>;
  readonly #json: WordPieceJson;
  readonly #longest: number;

  /** @throws RangeError where the token for unknowns is not in the vocabulary */
  constructor(json: WordPieceJson) {
    this.vocab = readVocab(json.vocab);
    this.#json = json;
    if (!this.vocab.has(json.unk_token))
      throw new RangeError(
        `The unk_token ${JSON.stringify(json.unk_token)} is not in the vocabulary.`,
      );
    this.#longest = greatest(
      [...this.vocab.keys()].map((token) => token.length),
      1,
    );
  }

  encode(piece: string): PieceTokens {
    const { continuing_subword_prefix: prefix, max_input_chars_per_word: most } = this.#json;
    const ids: number[] = [];
    const starts: number[] = [];
    const ends: number[] = [];
    let at = piece.length > most && [...piece].length > most ? -1 : 0;
    while (at >= 0 && at < piece.length) {
      const before = at > 0 ? prefix : "";
      let end = Math.min(piece.length, at + this.#longest);
      let id: number | undefined;
      for (; end > at; end -= 1) {
        id = this.vocab.get(before + piece.slice(at, end));
        if (id !== undefined) break;
      }
      if (id !== undefined) {
        ids.push(id);
        starts.push(at);
        ends.push(end);
      }
      at = id === undefined ? -1 : end;
    }
    if (at >= 0) return { ids, starts, ends };
    return { ids: [this.vocab.get(this.#json.unk_token)!], starts: [0], ends: [piece.length] };
  }

  toJSON(): WordPieceJson {
    return { ...this.#json, vocab: writeVocab(this.vocab) };
  }
}
