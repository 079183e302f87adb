import {
  Binarizer,
  MaxAbsScaler,
  MinMaxScaler,
  Normalizer,
  OneHotEncoder,
  OrdinalEncoder,
  RobustScaler,
  SimpleImputer,
} from "../../../../../library/src/learn/index.ts";
import type { Case } from "../case.ts";

export const preprocessing: readonly Case[] = [
  {
    name: "MinMaxScaler",
    kind: "transformer",
    make: () => new MinMaxScaler(),
    allowsMissing: true,
  },
  {
    name: "MaxAbsScaler",
    kind: "transformer",
    make: () => new MaxAbsScaler(),
    allowsMissing: true,
  },
  {
    name: "RobustScaler",
    kind: "transformer",
    make: () => new RobustScaler(),
    allowsMissing: true,
  },
  { name: "Normalizer", kind: "transformer", make: () => new Normalizer({ norm: "l1" }) },
  { name: "Binarizer", kind: "transformer", make: () => new Binarizer({ threshold: 2 }) },
  {
    name: "SimpleImputer",
    kind: "transformer",
    make: () => new SimpleImputer({ strategy: "median", addIndicator: true }),
    allowsMissing: true,
  },
  {
    name: "OneHotEncoder",
    kind: "transformer",
    make: () => new OneHotEncoder(),
    otherSamples: true,
  },
  {
    name: "OrdinalEncoder",
    kind: "transformer",
    make: () => new OrdinalEncoder(),
    otherSamples: true,
  },
];
