import type { ModelJson } from "./models/index.ts";
import type {
  AddedToken,
  DecoderPart,
  NormalizerPart,
  PostProcessorPart,
  PreTokenizerPart,
} from "./parts/types.ts";

/** A tokenizer as Hugging Face's libraries write it into tokenizer.json. */
export interface TokenizerJson {
  readonly version: string;
  readonly truncation: object | null;
  readonly padding: object | null;
  readonly added_tokens: readonly AddedToken[];
  readonly normalizer: NormalizerPart | null;
  readonly pre_tokenizer: PreTokenizerPart | null;
  readonly post_processor: PostProcessorPart | null;
  readonly decoder: DecoderPart | null;
  readonly model: ModelJson;
}

/** @throws SyntaxError for a text that is no JSON; TypeError for JSON that is no tokenizer */
export function readTokenizerJson(source: string | object): TokenizerJson {
  let json: unknown = source;
  if (typeof source === "string") {
    try {
      json = JSON.parse(source);
    } catch (error) {
      throw new SyntaxError(`This is no tokenizer.json: ${(error as Error).message}`, {
        cause: error,
      });
    }
  }
  const found = json as Partial<TokenizerJson> | null;
  if (typeof found !== "object" || found === null || typeof found.model !== "object")
    throw new TypeError(
      "This is no tokenizer.json: it has no model. The files vocab.json and merges.txt alone are not one.",
    );
  return {
    version: found.version ?? "1.0",
    truncation: found.truncation ?? null,
    padding: found.padding ?? null,
    added_tokens: found.added_tokens ?? [],
    normalizer: found.normalizer ?? null,
    pre_tokenizer: found.pre_tokenizer ?? null,
    post_processor: found.post_processor ?? null,
    decoder: found.decoder ?? null,
    // Files from before 2020 name no type: pairs to merge are a BPE's.
    model: { ...found.model, type: found.model.type ?? guess(found.model) } as ModelJson,
  };
}

const guess = (model: object): string =>
  "merges" in model
    ? "BPE"
    : "unk_id" in model
      ? "Unigram"
      : "continuing_subword_prefix" in model
        ? "WordPiece"
        : "WordLevel";
