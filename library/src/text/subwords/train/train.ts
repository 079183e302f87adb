import { checkCount, checkOptions, checkTexts, unknownName } from "../../checks/index.ts";
import { byteAlphabet } from "../byte-level.ts";
import type { ModelJson } from "../models/index.ts";
import type {
  DecoderPart,
  NormalizerPart,
  PostProcessorPart,
  PreTokenizerPart,
} from "../parts/types.ts";
import { specialToken, Tokenizer } from "../tokenizer.ts";
import { learnPairs } from "./pair-merges.ts";
import { countPieces } from "./word-counts.ts";

export interface TrainTokenizerOptions {
  /** So many tokens at most, special ones and the alphabet included. Default 30 000. */
  readonly vocabSize?: number;
  /** Merge only pairs that occur so often. Default 0. */
  readonly minFrequency?: number;
  /** Tokens that are found in texts as they are, and get the first numbers. */
  readonly specialTokens?: readonly string[];
  /** Keep so many characters, the most frequent. Default all. */
  readonly limitAlphabet?: number;
  /** Characters that are tokens even where no text has them. */
  readonly initialAlphabet?: readonly string[];
  /** How the text is written anew. Default: it is not (BPE); BERT's way (WordPiece). */
  readonly normalizer?: NormalizerPart | null;
  /** How the text is cut. Default by bytes, words, or BERT's way. */
  readonly preTokenizer?: PreTokenizerPart | null;
  /** What comes around a text. Default nothing. */
  readonly postProcessor?: PostProcessorPart | null;
  /** How tokens become text. Default: what undoes the pre-tokenizer. */
  readonly decoder?: DecoderPart | null;
}

export interface TrainBpeOptions extends TrainTokenizerOptions {
  /** What is merged: bytes, which write every text, or characters. Default `"byte"`. */
  readonly level?: "byte" | "character";
  /** The token for characters that no text had. Default none for bytes, `"[UNK]"` for characters. */
  readonly unkToken?: string | null;
  /** Marks tokens within a word. Default none. */
  readonly continuingSubwordPrefix?: string;
  /** Marks tokens at the end of a word. Default none for bytes, `"</w>"` for characters. */
  readonly endOfWordSuffix?: string | null;
  /** No token is longer. Default any length. */
  readonly maxTokenLength?: number;
}

export interface TrainWordPieceOptions extends TrainTokenizerOptions {
  /** The token for words that cannot be written. Default `"[UNK]"`. */
  readonly unkToken?: string;
  /** Marks tokens within a word. Default `"##"`. */
  readonly continuingSubwordPrefix?: string;
}

const common = [
  "vocabSize",
  "minFrequency",
  "specialTokens",
  "limitAlphabet",
  "initialAlphabet",
  "normalizer",
  "preTokenizer",
  "postProcessor",
  "decoder",
];

/** @internal */
export function checkTraining(
  who: string,
  texts: readonly string[],
  options: TrainTokenizerOptions,
  more: readonly string[],
): void {
  checkTexts(who, texts);
  checkOptions(who, options, [...common, ...more]);
  if (options.vocabSize !== undefined) checkCount(who, "vocabSize", options.vocabSize);
  if (options.minFrequency !== undefined) checkCount(who, "minFrequency", options.minFrequency, 0);
  if (options.limitAlphabet !== undefined) checkCount(who, "limitAlphabet", options.limitAlphabet);
  checkTexts(`${who}: specialTokens`, options.specialTokens ?? []);
}

const withUnknown = (unk: string | null, special: readonly string[] = []): readonly string[] =>
  unk === null || special.includes(unk) ? special : [unk, ...special];

/** @internal */
export function assemble(
  model: ModelJson,
  special: readonly string[],
  parts: {
    readonly normalizer: NormalizerPart | null;
    readonly preTokenizer: PreTokenizerPart | null;
    readonly postProcessor: PostProcessorPart | null;
    readonly decoder: DecoderPart | null;
  },
): Tokenizer {
  return new Tokenizer({
    version: "1.0",
    truncation: null,
    padding: null,
    added_tokens: special.map((content, id) => specialToken(content, id)),
    normalizer: parts.normalizer,
    pre_tokenizer: parts.preTokenizer,
    post_processor: parts.postProcessor,
    decoder: parts.decoder,
    model,
  });
}

/**
 * Learns a byte-pair encoding: the pairs of neighbours that are most frequent become tokens.
 *
 * Source: R. Sennrich, B. Haddow, A. Birch, "Neural Machine Translation of Rare Words with Subword
 * Units" (2016); by bytes: A. Radford et al. (2019).
 *
 * Differs from Hugging Face's: letters marked by a prefix or suffix are numbered as they first occur;
 * theirs in an order that changes from run to run, and with it how ties are broken.
 *
 * @throws RangeError for sizes that are no whole numbers; TypeError for an unknown option
 *
 * @example
 * const bytes = trainBpe(["to be or not to be"], { vocabSize: 260 });
 * bytes.encode("to be 😀").ids.length; // 7
 * bytes.decode(bytes.encode("to be 😀").ids); // "to be 😀"
 * const letters = trainBpe(["to be or not to be"], { level: "character", vocabSize: 14 });
 * letters.encode("to be").tokens; // ["to</w>", "be</w>"]
 */
export function trainBpe(texts: readonly string[], options: TrainBpeOptions = {}): Tokenizer {
  const own = ["level", "unkToken", "continuingSubwordPrefix", "endOfWordSuffix", "maxTokenLength"];
  checkTraining("trainBpe", texts, options, own);
  const { level = "byte", normalizer = null, continuingSubwordPrefix } = options;
  if (level !== "byte" && level !== "character")
    throw unknownName("level", level, ["byte", "character"]);
  const isBytes = level === "byte";
  const {
    unkToken = isBytes ? null : "[UNK]",
    endOfWordSuffix = isBytes ? null : "</w>",
    preTokenizer = isBytes
      ? { type: "ByteLevel", add_prefix_space: false, trim_offsets: true, use_regex: true }
      : { type: "Whitespace" },
    decoder = isBytes
      ? { type: "ByteLevel" }
      : endOfWordSuffix === null
        ? null
        : { type: "BPEDecoder", suffix: endOfWordSuffix },
  } = options;
  const specialTokens = withUnknown(unkToken, options.specialTokens);
  const { tokens, merges } = learnPairs(countPieces(texts, normalizer, preTokenizer), {
    vocabSize: options.vocabSize ?? 30_000,
    minFrequency: options.minFrequency ?? 0,
    specialTokens,
    limitAlphabet: options.limitAlphabet,
    initialAlphabet: options.initialAlphabet ?? (isBytes ? byteAlphabet : []),
    continuingSubwordPrefix,
    endOfWordSuffix: endOfWordSuffix ?? undefined,
    maxTokenLength: options.maxTokenLength,
  });
  const model: ModelJson = {
    type: "BPE",
    dropout: null,
    unk_token: unkToken,
    continuing_subword_prefix: continuingSubwordPrefix ?? null,
    end_of_word_suffix: endOfWordSuffix,
    fuse_unk: false,
    byte_fallback: false,
    ignore_merges: false,
    vocab: Object.fromEntries(tokens.map((token, id) => [token, id])),
    merges,
  };
  const postProcessor = options.postProcessor ?? null;
  return assemble(model, specialTokens, { normalizer, preTokenizer, postProcessor, decoder });
}

/**
 * Learns a vocabulary of word pieces, as BERT's. The pieces are learned as a byte-pair encoding of
 * characters learns them; texts are then cut by the longest piece that fits.
 *
 * Source: Y. Wu et al. (2016); learned as in Hugging Face's tokenizers.
 *
 * Differs from Hugging Face's: as of {@link trainBpe}.
 *
 * @throws RangeError for sizes that are no whole numbers; TypeError for an unknown option
 *
 * @example
 * const pieces = trainWordPiece(["playing played player plays"], { vocabSize: 24 });
 * pieces.encode("Played").tokens; // ["pl", "##ay", "##e", "##d"]
 * pieces.decode(pieces.encode("Played").ids); // "played"
 */
export function trainWordPiece(
  texts: readonly string[],
  options: TrainWordPieceOptions = {},
): Tokenizer {
  checkTraining("trainWordPiece", texts, options, ["unkToken", "continuingSubwordPrefix"]);
  const {
    unkToken = "[UNK]",
    continuingSubwordPrefix: prefix = "##",
    normalizer = {
      type: "BertNormalizer",
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase: true,
    },
    preTokenizer = { type: "BertPreTokenizer" },
    postProcessor = null,
    decoder = { type: "WordPiece", prefix, cleanup: true },
  } = options;
  const specialTokens = withUnknown(unkToken, options.specialTokens);
  const { tokens } = learnPairs(countPieces(texts, normalizer, preTokenizer), {
    vocabSize: options.vocabSize ?? 30_000,
    minFrequency: options.minFrequency ?? 0,
    specialTokens,
    limitAlphabet: options.limitAlphabet,
    initialAlphabet: options.initialAlphabet ?? [],
    continuingSubwordPrefix: prefix,
  });
  const model: ModelJson = {
    type: "WordPiece",
    unk_token: unkToken,
    continuing_subword_prefix: prefix,
    max_input_chars_per_word: 100,
    vocab: Object.fromEntries(tokens.map((token, id) => [token, id])),
  };
  return assemble(model, specialTokens, { normalizer, preTokenizer, postProcessor, decoder });
}
