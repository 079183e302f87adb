import pl from "nodejs-polars";
import { asNumbers } from "../../engine/compute.ts";
import { nanToNull } from "../../engine/to-engine.ts";

/**
 * The values as float64 with NaN for missing. Infinities are missing too where `finite` is set: a sum
 * that had one could never get rid of it again.
 */
export function floatsOf(series: pl.Series, verb: string, finite = false): Float64Array {
  const numbers = asNumbers(series, verb).cast(pl.Float64);
  const frame = pl.DataFrame([numbers.alias("x")]);
  const filled = frame.select(pl.col("x").fillNull(pl.lit(Number.NaN))).toSeries(0);
  const floats = Float64Array.from(filled.toTypedArray() as ArrayLike<number>);
  if (finite) {
    for (let i = 0; i < floats.length; i += 1) {
      if (!Number.isFinite(floats[i])) floats[i] = Number.NaN;
    }
  }
  return floats;
}

/** A column of these values; NaN is missing. */
export const fromFloats = (name: string, floats: Float64Array): pl.Series =>
  nanToNull(pl.Series(name, floats));
