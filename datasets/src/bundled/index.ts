/**
 * Real data that comes with Daylab: read offline, its checksum compared at every reading.
 *
 * @module
 */
export { readColumns } from "./columns.ts";
export { readDigitImages, type DigitImages } from "./digits.ts";
export { info, names, type ColumnInfo, type DatasetInfo } from "./manifest.ts";
export {
  outline,
  outlineInfo,
  type Outline,
  type OutlineInfo,
  type OutlineName,
} from "./outline.ts";
export type {
  Birdstrike,
  BreastTumour,
  Car,
  Co2Month,
  Columns,
  CountryYear,
  CountyUnemployment,
  DatasetMap,
  DatasetName,
  DiabetesPatient,
  Digit,
  EmploymentMonth,
  Exerciser,
  Flight,
  Iris,
  Penguin,
  SeattleDay,
  SpeciesHabitat,
  TextDatasetName,
  WeatherDay,
  Wine,
  ZipCode,
} from "./rows/index.ts";
export { DatasetFileError, path } from "./verified-file.ts";
