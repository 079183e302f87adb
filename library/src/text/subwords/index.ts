export { Encoding } from "./encoding.ts";
export type {
  BpeJson,
  ModelJson,
  UnigramJson,
  WordLevelJson,
  WordPieceJson,
} from "./models/index.ts";
export type {
  AddedToken,
  DecoderPart,
  NormalizerPart,
  PostProcessorPart,
  PreTokenizerPart,
} from "./parts/types.ts";
export { Tokenizer, type EncodeBatchOptions, type EncodeOptions } from "./tokenizer.ts";
export type { TokenizerJson } from "./tokenizer-json.ts";
export {
  trainBpe,
  type TrainBpeOptions,
  type TrainTokenizerOptions,
  trainWordPiece,
  type TrainWordPieceOptions,
} from "./train/train.ts";
