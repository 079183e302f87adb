import pl from "nodejs-polars";
import { shown } from "../../engine/cell.ts";
import { asNumbers, map } from "../../engine/compute.ts";
import { dtypeOf, isFloat } from "../../engine/dtypes.ts";
import { toEngine } from "../../engine/to-engine.ts";
import { kindOf } from "../operand.ts";

/** The column moved down by `periods` rows (up where negative), what comes in missing or `fill`. */
export function shifted(series: pl.Series, periods: number, fill?: unknown): pl.Series {
  const moved = map(series, (x) => x.shift(periods));
  if (fill === undefined || fill === null) return moved;
  const filler = toEngine("filler", [fill]);
  if (kindOf(dtypeOf(filler)) !== kindOf(dtypeOf(series)) || filler.nullCount() > 0) {
    throw new TypeError(
      `shift: column ${JSON.stringify(series.name)} is ${dtypeOf(series)}; fillValue ${shown(fill)} does not fit.`,
    );
  }
  const count = Math.min(Math.abs(periods), series.length);
  const kept = series.length - count;
  const rows = periods >= 0 ? series.slice(0, kept) : series.slice(count, kept);
  const incoming = repeat(filler.cast(series.dtype), count);
  const parts = periods >= 0 ? [incoming, rows] : [rows, incoming];
  const [first, second] = parts.map((part) => pl.DataFrame([part.alias("x")]));
  return pl.concat([first, second]).toSeries(0).alias(series.name);
}

function repeat(one: pl.Series, count: number): pl.Series {
  const at = pl.Series("at", new Uint32Array(count));
  return pl
    .DataFrame([one.alias("x")])
    .select(pl.col("x").gather(at))
    .toSeries(0);
}

/** The difference of each value to the one `periods` rows before. */
export function differences(series: pl.Series, periods: number): pl.Series {
  // The engine's difference of dates is a duration.
  if (["date", "duration"].includes(kindOf(dtypeOf(series)))) {
    const exact = dtypeOf(series) === "date" ? series.cast(pl.Datetime("ms")) : series;
    return map(exact, (x) => x.minus(x.shift(periods))).alias(series.name);
  }
  const numbers = signed(asNumbers(series, "diff"));
  return map(numbers, (x) => x.minus(x.shift(periods)));
}

/** The change of each value since the one `periods` rows before, as a share of that one. */
export function changes(series: pl.Series, periods: number): pl.Series {
  const floats = asNumbers(series, "pctChange").cast(pl.Float64);
  return map(floats, (x) => x.div(x.shift(periods)).minus(1));
}

/** Unsigned numbers would wrap around below zero. */
function signed(series: pl.Series): pl.Series {
  const dtype = dtypeOf(series);
  return isFloat(dtype) || dtype.startsWith("int") ? series : series.cast(pl.Int64);
}
