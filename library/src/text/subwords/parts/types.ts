/** The parts of a tokenizer, written as in Hugging Face's tokenizer.json. */

export type PatternPart = { readonly Regex: string } | { readonly String: string };
export type SplitBehavior =
  "Removed" | "Isolated" | "MergedWithPrevious" | "MergedWithNext" | "Contiguous";
export type PrependScheme = "always" | "first" | "never";

/** Writes the text anew before it is cut. */
export type NormalizerPart =
  | { readonly type: "NFC" | "NFD" | "NFKC" | "NFKD" | "Lowercase" | "StripAccents" | "Nmt" }
  | { readonly type: "Strip"; readonly strip_left: boolean; readonly strip_right: boolean }
  | { readonly type: "Prepend"; readonly prepend: string }
  | { readonly type: "Replace"; readonly pattern: PatternPart; readonly content: string }
  | {
      readonly type: "BertNormalizer";
      readonly clean_text: boolean;
      readonly handle_chinese_chars: boolean;
      readonly strip_accents: boolean | null;
      readonly lowercase: boolean;
    }
  | { readonly type: "Sequence"; readonly normalizers: readonly NormalizerPart[] };

/** Cuts the text into pieces; no token reaches over the end of a piece. */
export type PreTokenizerPart =
  | { readonly type: "Whitespace" | "WhitespaceSplit" | "BertPreTokenizer" }
  | {
      readonly type: "ByteLevel";
      readonly add_prefix_space: boolean;
      readonly trim_offsets?: boolean;
      readonly use_regex?: boolean;
    }
  | {
      readonly type: "Metaspace";
      readonly replacement: string;
      readonly prepend_scheme?: PrependScheme;
      readonly split?: boolean;
    }
  | { readonly type: "Punctuation"; readonly behavior: SplitBehavior }
  | { readonly type: "Digits"; readonly individual_digits: boolean }
  | { readonly type: "CharDelimiterSplit"; readonly delimiter: string }
  | {
      readonly type: "Split";
      readonly pattern: PatternPart;
      readonly behavior: SplitBehavior;
      readonly invert: boolean;
    }
  | { readonly type: "Sequence"; readonly pretokenizers: readonly PreTokenizerPart[] };

export type TemplatePiece =
  | { readonly Sequence: { readonly id: "A" | "B"; readonly type_id: number } }
  | { readonly SpecialToken: { readonly id: string; readonly type_id: number } };

/** Puts special tokens around. */
export type PostProcessorPart =
  | {
      readonly type: "TemplateProcessing";
      readonly single: readonly TemplatePiece[];
      readonly pair: readonly TemplatePiece[];
      readonly special_tokens: Readonly<
        Record<
          string,
          {
            readonly id: string;
            readonly ids: readonly number[];
            readonly tokens: readonly string[];
          }
        >
      >;
    }
  | {
      readonly type: "BertProcessing";
      readonly sep: readonly [string, number];
      readonly cls: readonly [string, number];
    }
  | {
      readonly type: "RobertaProcessing";
      readonly sep: readonly [string, number];
      readonly cls: readonly [string, number];
      readonly trim_offsets: boolean;
      readonly add_prefix_space: boolean;
    }
  | {
      readonly type: "ByteLevel";
      readonly add_prefix_space: boolean;
      readonly trim_offsets: boolean;
      readonly use_regex?: boolean;
    }
  | { readonly type: "Sequence"; readonly processors: readonly PostProcessorPart[] };

/** Makes a text from tokens. */
export type DecoderPart =
  | { readonly type: "ByteLevel" | "ByteFallback" | "Fuse" }
  | { readonly type: "WordPiece"; readonly prefix: string; readonly cleanup: boolean }
  | {
      readonly type: "Metaspace";
      readonly replacement: string;
      readonly prepend_scheme?: PrependScheme;
      readonly split?: boolean;
    }
  | { readonly type: "BPEDecoder"; readonly suffix: string }
  | { readonly type: "Replace"; readonly pattern: PatternPart; readonly content: string }
  | {
      readonly type: "Strip";
      readonly content: string;
      readonly start: number;
      readonly stop: number;
    }
  | { readonly type: "Sequence"; readonly decoders: readonly DecoderPart[] };

/** A token that is found in the text before the model sees it. */
export interface AddedToken {
  readonly id: number;
  readonly content: string;
  /** Only where no letters touch it. */
  readonly single_word: boolean;
  /** White space before it belongs to it. */
  readonly lstrip: boolean;
  /** White space after it belongs to it. */
  readonly rstrip: boolean;
  /** Looked for in the normalised text. */
  readonly normalized: boolean;
  /** Left out by `decode`. */
  readonly special: boolean;
}

/** The error for a part that this library does not have. */
export const unknownPart = (kind: string, type: unknown, known: readonly string[]): RangeError =>
  new RangeError(
    `A tokenizer's ${kind} of type ${JSON.stringify(type)} cannot be read here. It can be: ${known.join(", ")}.`,
  );
