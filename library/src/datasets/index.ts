/**
 * Data for lessons: real bundled sets as typed dataframes with their cards, and images made from a
 * seed; these work offline. Well-known larger sets are downloaded when they are first asked for.
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
export { download, type Downloaded } from "./download.ts";
export * as generate from "./generate.ts";
export { load } from "./load.ts";
export { toTensors, type Images } from "./tensors.ts";
export {
  DatasetFileError,
  DownloadError,
  downloadInfo,
  downloadNames,
  names,
  outline,
  outlineInfo,
  path,
  Random,
  readDigitImages,
  type ColumnInfo,
  type DatasetInfo,
  type DatasetMap,
  type DatasetName,
  type CaliforniaBlock,
  type Birdstrike,
  type BreastTumour,
  type Car,
  type Co2Month,
  type CountryYear,
  type CountyUnemployment,
  type DiabetesPatient,
  type EmploymentMonth,
  type Exerciser,
  type Flight,
  type SpeciesHabitat,
  type WeatherDay,
  type Wine,
  type ZipCode,
  type Digit,
  type DigitImages,
  type DownloadInfo,
  type DownloadName,
  type DownloadOptions,
  type DownloadProgress,
  type ImageSplits,
  type Iris,
  type LabelledImages,
  type LabelledTexts,
  type Movie,
  type Outline,
  type OutlineInfo,
  type OutlineName,
  type MovieRating,
  type MovieUser,
  type Penguin,
  type Pet,
  type Seed,
  type SeattleDay,
  type TitanicPassenger,
} from "@daylab/datasets";
