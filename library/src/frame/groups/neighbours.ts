import pl from "nodejs-polars";
import { shown } from "../engine/cell.ts";
import { type DType, dtypeOf, isFloat, isInteger } from "../engine/dtypes.ts";
import { toEngine } from "../engine/to-engine.ts";
import type { RankOptions } from "../verbs/neighbours/index.ts";
import { kindOf, literal } from "../verbs/operand.ts";

/** Expressions for a column within each of its groups. */
type Within = (x: pl.Expr, dtype: DType) => pl.Expr;

const numbers = (x: pl.Expr, dtype: DType): pl.Expr => (dtype === "boolean" ? x.cast(pl.Int64) : x);

/** Small integers would overflow their own type. */
const wide: Within = (x, dtype) => (dtype === "boolean" || isInteger(dtype) ? x.cast(pl.Int64) : x);

export const cumulations = {
  cumSum: (x, dtype) => wide(x, dtype).cumSum(),
  // The product of nothing yet is 1, and the engine carries a missing one along.
  cumProd: (x, dtype) =>
    pl
      .when(x.isNull())
      .then(pl.lit(null))
      .otherwise(wide(x, dtype).fillNull(pl.lit(1)).cumProd()),
  cumMin: (x, dtype) => numbers(x, dtype).cumMin(),
  cumMax: (x, dtype) => numbers(x, dtype).cumMax(),
} as const satisfies Record<string, Within>;

/** The place of a row in its group, from 0. */
const place = (): pl.Expr => pl.intRange(0, pl.len());

/** The value `periods` rows before; what comes in is missing, or `fill`. */
export function shiftWithin(periods: number, fill: unknown): Within {
  if (!Number.isInteger(periods))
    throw new RangeError(`shift: periods is a whole number; got ${shown(periods)}.`);
  return (x, dtype) => {
    if (fill === undefined || fill === null) return x.shift(periods);
    if (kindOf(dtype) !== kindOf(dtypeOf(toEngine("filler", [fill]))))
      throw new TypeError(`shift: fillValue ${shown(fill)} does not fit a column of ${dtype}.`);
    const incoming = periods > 0 ? place().lt(periods) : place().gtEq(pl.len().add(periods));
    return pl.when(incoming).then(literal(fill, dtype)).otherwise(x.shift(periods));
  };
}

/** The difference to the value `periods` rows before; unsigned numbers would wrap around. */
export const diffWithin =
  (periods: number): Within =>
  (x, dtype) => {
    const signed = isFloat(dtype) || dtype.startsWith("int") ? x : x.cast(pl.Int64);
    return signed.minus(signed.shift(periods));
  };

/** The change since the value `periods` rows before, as a share of it. */
export const changeWithin =
  (periods: number): Within =>
  (x) => {
    const floats = x.cast(pl.Float64);
    return floats.div(floats.shift(periods)).minus(1);
  };

export const fillWithin =
  (strategy: "forward" | "backward"): Within =>
  (x) =>
    x.fillNull(strategy);

/** The rank of a value, or undefined where the engine's own ranks are not pandas'. */
export function rankWithin(options: RankOptions): Within | undefined {
  const { method = "average", ascending = true, naOption = "keep", pct = false } = options;
  if (naOption !== "keep" || (method === "first" && !ascending)) return undefined;
  return (x) => {
    const rank = x.rank({
      method: method === "first" ? "ordinal" : method,
      descending: !ascending,
    });
    const ranks = rank.cast(pl.Float64);
    if (!pct) return ranks;
    return ranks.div(method === "dense" ? ranks.max() : x.count().cast(pl.Float64));
  };
}
