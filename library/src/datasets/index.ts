/**
 * Data for lessons: real bundled sets as typed dataframes with their cards, and images made from a
 * seed. Everything works offline.
 *
 * @example
 * import { generate, info, load, toTensors } from "daylab/datasets";
 * info("penguins");
 * const penguins = load("penguins");
 * const { x, y } = toTensors(generate.strokeDigits({ count: 3000, seed: 1 }));
 *
 * @module
 */
export { info, type DatasetCard } from "./card.ts";
export { load } from "./load.ts";
export { toTensors, type Images } from "./tensors.ts";
export {
  DatasetFileError,
  generate,
  names,
  Random,
  readDigitImages,
  type ColumnInfo,
  type DatasetInfo,
  type DatasetMap,
  type DatasetName,
  type Digit,
  type DigitImages,
  type Iris,
  type Penguin,
  type Seed,
  type SeattleDay,
} from "@daylab/datasets";
