import pl from "nodejs-polars";
import { dtypeOf, isNumeric } from "./dtypes.ts";
import { column, nanToNull } from "./to-engine.ts";

/** A new column computed from one, under its name. NaN results are missing. */
export function map(series: pl.Series, operate: (x: pl.Expr) => pl.Expr): pl.Series {
  const frame = pl.DataFrame([series.alias("x")]);
  return nanToNull(column(frame.select(operate(pl.col("x")).alias("x")))).alias(series.name);
}

/** A new column computed from two of one length, under the first one's name. */
export function combine(
  left: pl.Series,
  right: pl.Series,
  operate: (x: pl.Expr, y: pl.Expr) => pl.Expr,
): pl.Series {
  const frame = pl.DataFrame([left.alias("x"), right.alias("y")]);
  const out = column(frame.select(operate(pl.col("x"), pl.col("y")).alias("x")));
  return nanToNull(out).alias(left.name);
}

/** The column as numbers: booleans count as 0 and 1, durations in milliseconds, anything else is refused. */
export function asNumbers(series: pl.Series, verb: string): pl.Series {
  const dtype = dtypeOf(series);
  if (isNumeric(dtype)) return series;
  if (dtype === "boolean") return series.cast(pl.Int64);
  if (dtype === "duration") return series.cast(pl.Duration("ms")).cast(pl.Int64).alias(series.name);
  throw new TypeError(
    `${verb} needs numbers, but column ${JSON.stringify(series.name)} is ${dtype}. ` +
      (dtype === "string" ? `If it holds digits, use asType("float64") first.` : ""),
  );
}
