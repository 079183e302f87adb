import type { Cell, Name } from "../engine/cell.ts";
import type { Series } from "../series/series.ts";
import type { Aggregation } from "./aggregations.ts";

/** An own aggregation: one value made of the values of a group. */
export type AggregationOf<T> = (values: Series<T>) => Cell;

/** What `agg` is asked for by column: an aggregation, several, or a function. */
export type AggregationSpec<R extends object> = {
  readonly [K in Name<R>]?: Aggregation | readonly Aggregation[] | AggregationOf<R[K]>;
};

/** One result column by its name: which column it is made of, and how. */
export type NamedAggregation<R extends object> = {
  readonly [K in Name<R>]: {
    readonly column: K;
    readonly aggFunc: Aggregation | AggregationOf<R[K]>;
  };
}[Name<R>];

/** What an aggregation of values of type `T` is. */
export type Result<T, A> = A extends "count" | "nUnique" | "size"
  ? number
  : A extends "min" | "max" | "first" | "last"
    ? T | null
    : A extends "any" | "all"
      ? boolean
      : A extends Aggregation
        ? number | null
        : A extends (values: never) => infer V
          ? number extends V
            ? V | null
            : V
          : never;

/** `[column, aggregation]` for each aggregation of a map by column. */
type Pairs<R extends object, Spec> = {
  [K in keyof Spec & Name<R>]: Spec[K] extends readonly (infer A)[]
    ? A extends Aggregation
      ? readonly [K, A]
      : never
    : readonly [K, Spec[K]];
}[keyof Spec & Name<R>];

/** The result columns of `agg`: `mass_mean` for `{ mass: "mean" }`; a function keeps the column's name. */
export type Aggregated<R extends object, Spec> = {
  [P in Pairs<R, Spec> as P[1] extends Aggregation ? `${P[0]}_${P[1]}` : P[0]]: Result<
    R[P[0]],
    P[1]
  >;
};

/** The result columns of `agg` by their names. */
export type AggregatedNamed<R extends object, Spec> = {
  -readonly [N in keyof Spec]: Spec[N] extends {
    readonly column: infer K extends Name<R>;
    readonly aggFunc: infer A;
  }
    ? Result<R[K], A>
    : never;
};

/** The result columns of one aggregation over many columns. */
export type AggregatedAll<R extends object, Keys extends Name<R>, A extends Aggregation> = {
  [
    P in { [K in Exclude<Name<R>, Keys>]: A extends A ? readonly [K, A] : never }[Exclude<
      Name<R>,
      Keys
    >] as `${P[0]}_${P[1]}`
  ]: Result<R[P[0]], P[1]>;
};

/** The columns that are not keys, each with values of another type. */
export type Others<R extends object, Keys extends Name<R>, T> = {
  [K in Exclude<Name<R>, Keys>]: T;
};
