import type { Name } from "../engine/cell.ts";
import type { Aggregation } from "./aggregations.ts";

/** What `agg` is asked for: an aggregation, or several, by column. */
export type AggregationSpec<R extends object> = {
  readonly [K in Name<R>]?: Aggregation | readonly Aggregation[];
};

type Result<T, A extends Aggregation> = A extends "count" | "nUnique"
  ? number
  : A extends "min" | "max" | "first" | "last"
    ? T | null
    : number | null;

type Asked<Spec> = Spec extends readonly (infer A extends Aggregation)[]
  ? A
  : Spec extends Aggregation
    ? Spec
    : never;

/** The result columns of `agg`: `mass_mean` for `{ mass: "mean" }`, as danfo names them. */
export type Aggregated<R extends object, Spec> = {
  [K in keyof Spec & Name<R> as `${K}_${Asked<Spec[K]>}`]: Result<R[K], Asked<Spec[K]>>;
};

/** The result columns of one aggregation over many columns. */
export type AggregatedAll<R extends object, Keys extends Name<R>, A extends Aggregation> = {
  [K in Exclude<Name<R>, Keys> as `${K}_${A}`]: Result<R[K], A>;
};
