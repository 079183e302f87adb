/** One penguin. */
export interface Penguin {
  species: "Adelie" | "Chinstrap" | "Gentoo";
  island: "Biscoe" | "Dream" | "Torgersen";
  bill_length_mm: number | null;
  bill_depth_mm: number | null;
  flipper_length_mm: number | null;
  body_mass_g: number | null;
  sex: "FEMALE" | "MALE" | null;
}

/** One iris flower. */
export interface Iris {
  sepal_length_cm: number;
  sepal_width_cm: number;
  petal_length_cm: number;
  petal_width_cm: number;
  species: "setosa" | "versicolor" | "virginica";
}

type Eighth = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** One handwritten digit: `pixel_<row>_<column>` from 0 to 16, and which digit it is. */
export type Digit = { [Pixel in `pixel_${Eighth}_${Eighth}`]: number } & { target: number };

/** One day of weather. */
export interface SeattleDay {
  /** YYYY-MM-DD */
  date: string;
  precipitation: number;
  temp_max: number;
  temp_min: number;
  wind: number;
  weather: "drizzle" | "fog" | "rain" | "snow" | "sun";
}

/** The bundled sets by name, each with the type of its rows. */
export interface DatasetMap {
  penguins: Penguin;
  iris: Iris;
  digits: Digit;
  "seattle-weather": SeattleDay;
}

export type DatasetName = keyof DatasetMap;

/** A set by columns, each an array with one value a row. */
export type Columns<Row> = { [Column in keyof Row]: Row[Column][] };
