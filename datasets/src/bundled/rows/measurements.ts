type Eighth = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** One handwritten digit: `pixel_<row>_<column>` from 0 to 16, and which digit it is. */
export type Digit = { [Pixel in `pixel_${Eighth}_${Eighth}`]: number } & { target: number };

/** One wine. */
export interface Wine {
  /** % by volume */
  alcohol: number;
  /** g/l */
  malic_acid: number;
  /** g/l */
  ash: number;
  /** meq/l */
  alcalinity_of_ash: number;
  /** mg/l */
  magnesium: number;
  /** g/l */
  total_phenols: number;
  /** g/l */
  flavanoids: number;
  /** g/l */
  nonflavanoid_phenols: number;
  /** g/l */
  proanthocyanins: number;
  color_intensity: number;
  hue: number;
  od280_od315_of_diluted_wines: number;
  /** mg/l */
  proline: number;
  cultivar: 0 | 1 | 2;
}

type NucleusMeasure =
  | "radius"
  | "texture"
  | "perimeter"
  | "area"
  | "smoothness"
  | "compactness"
  | "concavity"
  | "concave_points"
  | "symmetry"
  | "fractal_dimension";

/** One tumour: ten measurements of its cell nuclei, each as mean, standard error and worst. */
export type BreastTumour = {
  [
    Column in `mean_${NucleusMeasure}` | `${NucleusMeasure}_error` | `worst_${NucleusMeasure}`
  ]: number;
} & { diagnosis: "benign" | "malignant" };

/** One person with diabetes. */
export interface DiabetesPatient {
  /** Years */
  age: number;
  sex: 1 | 2;
  /** kg/m² */
  bmi: number;
  /** mmHg */
  blood_pressure: number;
  /** mg/dl */
  tc: number;
  /** mg/dl */
  ldl: number;
  /** mg/dl */
  hdl: number;
  tch: number;
  ltg: number;
  /** mg/dl */
  glucose: number;
  progression: number;
}

/** One man in a fitness club. */
export interface Exerciser {
  chins: number;
  situps: number;
  jumps: number;
  /** Pounds */
  weight: number;
  /** Inches */
  waist: number;
  /** Beats a minute */
  pulse: number;
}
