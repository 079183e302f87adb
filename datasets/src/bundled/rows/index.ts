/**
 * What a row of each bundled set is.
 *
 * @module
 */
import type { BreastTumour, DiabetesPatient, Digit, Exerciser, Wine } from "./measurements.ts";
import type {
  Birdstrike,
  Co2Month,
  Iris,
  Penguin,
  SeattleDay,
  SpeciesHabitat,
  WeatherDay,
} from "./nature.ts";
import type {
  Car,
  CountryYear,
  CountyUnemployment,
  EmploymentMonth,
  Flight,
  ZipCode,
} from "./society.ts";

/** The bundled sets by name, each with the type of its rows. */
export interface DatasetMap {
  birdstrikes: Birdstrike;
  "breast-cancer": BreastTumour;
  cars: Car;
  co2: Co2Month;
  diabetes: DiabetesPatient;
  digits: Digit;
  "flights-10k": Flight;
  "flights-20k": Flight;
  "flights-3m": Flight;
  gapminder: CountryYear;
  iris: Iris;
  linnerud: Exerciser;
  penguins: Penguin;
  "seattle-weather": SeattleDay;
  species: SpeciesHabitat;
  unemployment: CountyUnemployment;
  "us-employment": EmploymentMonth;
  weather: WeatherDay;
  wine: Wine;
  zipcodes: ZipCode;
}

export type DatasetName = keyof DatasetMap;

/** The sets whose file is text; the others only frames and scans read. */
export type TextDatasetName = Exclude<DatasetName, "flights-3m">;

/** A set by columns, each an array with one value a row. */
export type Columns<Row> = { [Column in keyof Row]: Row[Column][] };

export type * from "./measurements.ts";
export type * from "./nature.ts";
export type * from "./society.ts";
