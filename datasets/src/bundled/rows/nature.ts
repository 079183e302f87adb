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

/** One day of weather. */
export interface SeattleDay {
  /** Midnight, UTC */
  date: Date;
  precipitation: number;
  temp_max: number;
  temp_min: number;
  wind: number;
  weather: "drizzle" | "fog" | "rain" | "snow" | "sun";
}

/** One collision of an animal with an aircraft. */
export interface Birdstrike {
  airport: string;
  aircraft: string;
  damage: string;
  /** Midnight, UTC */
  date: Date;
  airline: string;
  state: string;
  phase: string;
  wildlife_size: string;
  wildlife_species: string;
  time_of_day: string;
  /** US dollars */
  cost_other: number;
  /** US dollars */
  cost_repair: number;
  /** US dollars */
  cost_total: number;
  /** Knots */
  speed: number | null;
}

/** One day of weather in one of two cities. */
export interface WeatherDay {
  location: "New York" | "Seattle";
  /** Midnight, UTC */
  date: Date;
  /** mm */
  precipitation: number;
  /** °C */
  temp_max: number;
  /** °C */
  temp_min: number;
  /** km/h, in doubt */
  wind: number;
  weather: "drizzle" | "fog" | "rain" | "snow" | "sun";
}

/** Habitat of one species in one county of the USA. */
export interface SpeciesHabitat {
  item_id: string;
  common_name: string;
  scientific_name: string;
  gap_species_code: string;
  county_id: number;
  /** Share, 0 to 1 */
  habitat_yearround_pct: number;
}

/** One month of carbon dioxide over Mauna Loa. */
export interface Co2Month {
  /** Midnight, UTC */
  date: Date;
  /** Parts per million */
  co2: number;
  /** Parts per million */
  co2_adjusted: number;
}
