import type pl from "nodejs-polars";
import { general, numeric } from "../verbs/statistics.ts";

/** What can be asked of the values of a group. */
export const aggregations = {
  ...numeric,
  ...general,
  first: (x: pl.Expr): pl.Expr => x.dropNulls().first(),
  last: (x: pl.Expr): pl.Expr => x.dropNulls().last(),
} as const;

export type Aggregation = keyof typeof aggregations;

/** Whether an aggregation makes sense of numbers alone. */
export const needsNumbers = (name: Aggregation): boolean => Object.hasOwn(numeric, name);
