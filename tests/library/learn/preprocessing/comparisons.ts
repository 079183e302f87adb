import {
  Binarizer,
  ColumnTransformer,
  KBinsDiscretizer,
  makePipeline,
  MaxAbsScaler,
  MinMaxScaler,
  Normalizer,
  OneHotEncoder,
  OrdinalEncoder,
  PolynomialFeatures,
  RobustScaler,
  SimpleImputer,
  StandardScaler,
  TargetEncoder,
} from "../../../../library/src/learn/index.ts";
import { classes, columns, compare, frame, holes, numbers, target, texts } from "./answers.ts";

/** One comparison with scikit-learn. */
export interface Comparison {
  readonly estimator: string;
  readonly what: string;
  /** The greatest difference, relative where values are above 1. */
  readonly tolerance: number;
  readonly compare: () => void;
}

type Row = readonly [
  estimator: string,
  what: string,
  key: string,
  make: () => unknown,
  x: unknown,
  tolerance?: number,
  y?: unknown,
];

const floors = numbers.map((row) => [Math.floor(row[0]! / 3), Math.floor(row[1]! / 3)]);

const rows: Row[] = [
  [
    "StandardScaler",
    "result, mean, variance, scale, inverse",
    "standard",
    () => new StandardScaler(),
    holes,
  ],
  ["MinMaxScaler", "result, ends, scale, inverse", "minMax", () => new MinMaxScaler(), holes],
  [
    "MinMaxScaler",
    "another range",
    "minMaxRange",
    () => new MinMaxScaler({ featureRange: [-1, 2] }),
    holes,
  ],
  ["MaxAbsScaler", "result, scale, inverse", "maxAbs", () => new MaxAbsScaler(), holes],
  ["RobustScaler", "result, center, scale, inverse", "robust", () => new RobustScaler(), holes],
  [
    "RobustScaler",
    "other quantiles",
    "robustWide",
    () => new RobustScaler({ quantileRange: [5, 90] }),
    holes,
  ],
  ["Normalizer", "l1", "normalizerL1", () => new Normalizer({ norm: "l1" }), numbers],
  ["Normalizer", "l2", "normalizerL2", () => new Normalizer(), numbers],
  ["Normalizer", "max", "normalizerMax", () => new Normalizer({ norm: "max" }), numbers],
  ["Binarizer", "result", "binarizer", () => new Binarizer({ threshold: 5 }), numbers, 0],
  ["SimpleImputer", "mean", "imputeMean", () => new SimpleImputer(), holes],
  [
    "SimpleImputer",
    "median, indicator",
    "imputeMedian",
    () => new SimpleImputer({ strategy: "median", addIndicator: true }),
    holes,
  ],
  [
    "SimpleImputer",
    "most frequent",
    "imputeFrequent",
    () => new SimpleImputer({ strategy: "mostFrequent" }),
    holes,
    0,
  ],
  [
    "SimpleImputer",
    "constant",
    "imputeConstant",
    () => new SimpleImputer({ strategy: "constant", fillValue: -1 }),
    holes,
    0,
  ],
  [
    "SimpleImputer",
    "texts, most frequent",
    "imputeTexts",
    () => new SimpleImputer({ strategy: "mostFrequent" }),
    texts.toArrays(),
    0,
  ],
  [
    "SimpleImputer",
    "texts, constant",
    "imputeTextConstant",
    () => new SimpleImputer({ strategy: "constant" }),
    texts.toArrays(),
    0,
  ],
  ["OneHotEncoder", "texts with a missing one", "oneHot", () => new OneHotEncoder(), texts, 0],
  ["OneHotEncoder", "numbers", "oneHotNumbers", () => new OneHotEncoder(), floors, 0],
  [
    "OneHotEncoder",
    "drop first",
    "oneHotFirst",
    () => new OneHotEncoder({ drop: "first" }),
    texts,
    0,
  ],
  [
    "OneHotEncoder",
    "drop if binary",
    "oneHotBinary",
    () => new OneHotEncoder({ drop: "ifBinary" }),
    texts,
    0,
  ],
  [
    "OneHotEncoder",
    "minFrequency",
    "oneHotRare",
    () => new OneHotEncoder({ minFrequency: 4 }),
    texts,
    0,
  ],
  [
    "OneHotEncoder",
    "minFrequency as a part",
    "oneHotRarePart",
    () => new OneHotEncoder({ minFrequency: 0.3 }),
    texts,
    0,
  ],
  [
    "OneHotEncoder",
    "maxCategories",
    "oneHotMost",
    () => new OneHotEncoder({ maxCategories: 3 }),
    texts,
    0,
  ],
  [
    "OneHotEncoder",
    "maxCategories, drop first",
    "oneHotMostFirst",
    () => new OneHotEncoder({ maxCategories: 3, drop: "first" }),
    texts,
    0,
  ],
  ["OrdinalEncoder", "texts with a missing one", "ordinal", () => new OrdinalEncoder(), texts, 0],
  [
    "OrdinalEncoder",
    "a number for missing",
    "ordinalMissing",
    () => new OrdinalEncoder({ encodedMissingValue: -1 }),
    texts,
    0,
  ],
  [
    "TargetEncoder",
    "numbers, smooth auto, cross-fitted",
    "targetContinuous",
    () => new TargetEncoder({ shuffle: false }),
    texts,
    1e-12,
    target,
  ],
  [
    "TargetEncoder",
    "numbers, smooth 3.5",
    "targetSmooth",
    () => new TargetEncoder({ shuffle: false, smooth: 3.5, cv: 3 }),
    texts,
    1e-12,
    target,
  ],
  [
    "TargetEncoder",
    "two classes",
    "targetBinary",
    () => new TargetEncoder({ shuffle: false }),
    texts,
    1e-12,
    classes.map((label) => Number(label === "yes")),
  ],
  [
    "TargetEncoder",
    "three classes",
    "targetClasses",
    () => new TargetEncoder({ shuffle: false, cv: 2 }),
    texts,
    1e-12,
    classes,
  ],
  [
    "PolynomialFeatures",
    "degree 3",
    "polynomial",
    () => new PolynomialFeatures({ degree: 3 }),
    columns(numbers.slice(0, 6), 0, 1, 2),
  ],
  [
    "PolynomialFeatures",
    "interactions",
    "polynomialInteractions",
    () => new PolynomialFeatures({ interactionOnly: true, includeBias: false }),
    columns(numbers.slice(0, 6), 0, 1, 2),
  ],
  [
    "PolynomialFeatures",
    "degrees 2 and 3",
    "polynomialRange",
    () => new PolynomialFeatures({ degree: [2, 3] }),
    columns(numbers.slice(0, 6), 0, 1),
  ],
  [
    "KBinsDiscretizer",
    "quantiles, one column a bin",
    "binsQuantile",
    () => new KBinsDiscretizer({ nBins: 4 }),
    columns(numbers, 0, 1, 2),
  ],
  [
    "KBinsDiscretizer",
    "quantiles, ordinal, inverse",
    "binsOrdinal",
    () => new KBinsDiscretizer({ nBins: 3, encode: "ordinal" }),
    columns(numbers, 0, 1, 2),
  ],
  [
    "KBinsDiscretizer",
    "uniform",
    "binsUniform",
    () => new KBinsDiscretizer({ nBins: 4, encode: "ordinal", strategy: "uniform" }),
    columns(numbers, 0, 1, 2),
  ],
  [
    "KBinsDiscretizer",
    "k-means",
    "binsKMeans",
    () => new KBinsDiscretizer({ nBins: 4, encode: "ordinal", strategy: "kmeans" }),
    columns(numbers, 0, 1, 2),
  ],
  [
    "ColumnTransformer",
    "imputed and scaled, encoded, remainder",
    "columns",
    () =>
      new ColumnTransformer({
        transformers: [
          ["num", makePipeline(new SimpleImputer(), new StandardScaler()), ["age", "fare"]],
          ["cat", new OneHotEncoder(), ["city"]],
        ],
        remainder: new OrdinalEncoder(),
      }),
    frame,
  ],
];

/** Every comparison of the preprocessing estimators. */
export const comparisons: readonly Comparison[] = rows.map(
  ([estimator, what, key, make, x, tolerance = 1e-12, y]) => ({
    estimator,
    what,
    tolerance,
    compare: () => compare(key, make, x, tolerance, y),
  }),
);
