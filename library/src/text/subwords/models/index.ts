import { BpeModel } from "./bpe.ts";
import type { Model, ModelJson } from "./model.ts";
import { UnigramModel } from "./unigram.ts";
import { WordLevelModel } from "./word-level.ts";
import { WordPieceModel } from "./word-piece.ts";

export type {
  BpeJson,
  Model,
  ModelJson,
  PieceTokens,
  UnigramJson,
  WordLevelJson,
  WordPieceJson,
} from "./model.ts";

/** @throws RangeError for a model that is not known */
export function modelOf(json: ModelJson): Model {
  switch (json?.type) {
    case "BPE":
      return new BpeModel(json);
    case "WordPiece":
      return new WordPieceModel(json);
    case "Unigram":
      return new UnigramModel(json);
    case "WordLevel":
      return new WordLevelModel(json);
    default:
      throw new RangeError(
        `A tokenizer's model of type ${JSON.stringify((json as { type?: unknown } | undefined)?.type)} cannot be read here. It can be: BPE, WordPiece, Unigram, WordLevel.`,
      );
  }
}
