import pl from "nodejs-polars";
import { type DType, dtypeOf, isNumeric } from "../engine/dtypes.ts";
import { general, isCountable, numeric } from "../verbs/statistics.ts";

/** What can be asked of numbers alone. */
const ofNumbers = {
  ...numeric,
  prod: (x: pl.Expr): pl.Expr => x.product(),
  sem: (x: pl.Expr): pl.Expr => x.std().div(x.count().cast(pl.Float64).pow(0.5)),
} as const;

/** What can be asked of any values; `any` and `all` of all but dates. */
const ofAnything = {
  ...general,
  first: (x: pl.Expr): pl.Expr => x.dropNulls().first(),
  last: (x: pl.Expr): pl.Expr => x.dropNulls().last(),
  size: (): pl.Expr => pl.len().cast(pl.Int64),
  any: (x: pl.Expr, dtype: DType): pl.Expr => truth(x, dtype).max().fillNull(pl.lit(false)),
  all: (x: pl.Expr, dtype: DType): pl.Expr => truth(x, dtype).min().fillNull(pl.lit(true)),
} as const;

/** The name of what is computed of the values of a group. */
export type Aggregation = keyof typeof ofNumbers | keyof typeof ofAnything;

/** A name, or a quantile by its share. */
export type Computed = Aggregation | { readonly quantile: number };

export const aggregationNames = [
  ...Object.keys(ofNumbers),
  ...Object.keys(ofAnything),
] as readonly Aggregation[];

/** Whether something makes sense of numbers alone. */
export const needsNumbers = (what: Computed): boolean =>
  typeof what === "object" || Object.hasOwn(ofNumbers, what);

/** Whether a column has what an aggregation needs. */
export function fits(series: pl.Series, what: Computed): boolean {
  if (needsNumbers(what)) return isCountable(series);
  return !(what === "any" || what === "all") || !dtypeOf(series).startsWith("date");
}

/** Whether a number, text or boolean counts as true: all but 0, "" and false, as in pandas. */
function truth(x: pl.Expr, dtype: DType): pl.Expr {
  if (isNumeric(dtype)) return x.neq(pl.lit(0));
  return dtype === "boolean" ? x : x.cast(pl.Utf8).neq(pl.lit(""));
}

/** Refuses a name that is none, and a column that does not have what is needed. */
export function checkAggregation(series: pl.Series, what: Computed): void {
  if (typeof what === "object") {
    const q: unknown = what.quantile;
    if (!(typeof q === "number" && q >= 0 && q <= 1)) {
      throw new RangeError(`A quantile lies between 0 and 1; got ${String(q)}.`);
    }
  } else if (!aggregationNames.includes(what)) {
    throw new TypeError(
      `There is no aggregation ${JSON.stringify(what)}; choose from ${aggregationNames.join(", ")}.`,
    );
  }
  if (fits(series, what)) return;
  const said = typeof what === "object" ? "quantile" : what;
  const need = needsNumbers(what) ? "numbers" : "numbers, booleans or texts";
  throw new TypeError(
    `${said} needs ${need}, but column ${JSON.stringify(series.name)} is ${dtypeOf(series)}.`,
  );
}

/** An aggregation of a column as the engine's expression; booleans count as 0 and 1. */
export function aggregate(x: pl.Expr, dtype: DType, what: Computed): pl.Expr {
  const numbers = dtype === "boolean" ? x.cast(pl.Int64) : x;
  if (typeof what === "object") return numbers.quantile(what.quantile, "linear");
  if (Object.hasOwn(ofNumbers, what)) return ofNumbers[what as keyof typeof ofNumbers](numbers);
  return ofAnything[what as keyof typeof ofAnything](x, dtype);
}
