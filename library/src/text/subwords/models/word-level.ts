import {
  type Model,
  type PieceTokens,
  readVocab,
  type WordLevelJson,
  writeVocab,
} from "./model.ts";

/** Every piece is one token, or unknown. */
export class WordLevelModel implements Model {
  readonly vocab: ReadonlyMap<string, number>;
  readonly #json: WordLevelJson;

  constructor(json: WordLevelJson) {
    this.vocab = readVocab(json.vocab);
    this.#json = json;
  }

  encode(piece: string): PieceTokens {
    const id = this.vocab.get(piece) ?? this.vocab.get(this.#json.unk_token);
    if (id === undefined)
      throw new RangeError(
        `The vocabulary has neither ${JSON.stringify(piece)} nor the unk_token ${JSON.stringify(this.#json.unk_token)}.`,
      );
    return { ids: [id], starts: [0], ends: [piece.length] };
  }

  toJSON(): WordLevelJson {
    return { ...this.#json, vocab: writeVocab(this.vocab) };
  }
}
