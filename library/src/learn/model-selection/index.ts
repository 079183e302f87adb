export { GroupKFold } from "./group-k-fold.ts";
export { KFold, type KFoldOptions } from "./k-fold.ts";
export * from "./other-splits.ts";
export type { GroupsLike, Samples } from "./samples.ts";
export {
  GroupShuffleSplit,
  ShuffleSplit,
  type ShuffleSplitOptions,
  StratifiedShuffleSplit,
} from "./shuffle-split.ts";
export type { SizeOptions } from "./sizes.ts";
export type { CrossValidator, Split } from "./splitter.ts";
export { StratifiedGroupKFold } from "./stratified-group-k-fold.ts";
export { StratifiedKFold } from "./stratified-k-fold.ts";
export { type TrainTest, trainTestSplit, type TrainTestSplitOptions } from "./train-test-split.ts";
