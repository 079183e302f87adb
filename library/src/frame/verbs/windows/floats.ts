import pl from "nodejs-polars";
import { asNumbers } from "../../engine/compute.ts";
import { dtypeOf } from "../../engine/dtypes.ts";
import { typedColumn } from "../../engine/light/index.ts";
import { nanToNull } from "../../engine/to-engine.ts";

/**
 * The values as float64 with NaN for missing. Infinities are missing too where `finite` is set: a sum
 * that had one could never get rid of it again.
 */
export function floatsOf(series: pl.Series, verb: string, finite = false): Float64Array {
  const numbers = asNumbers(series, verb);
  const wide: pl.Series = dtypeOf(numbers) === "float64" ? numbers : numbers.cast(pl.Float64);
  const filled =
    wide.nullCount() === 0
      ? wide
      : pl
          .DataFrame([wide])
          .select(pl.nth(0).fillNull(pl.lit(Number.NaN)))
          .toSeries(0);
  // The engine hands out a copy.
  const floats = filled.toTypedArray() as unknown as Float64Array;
  // A sum is finite only where every value is.
  if (finite && !Number.isFinite(filled.sum())) {
    for (let i = 0; i < floats.length; i += 1) {
      if (!Number.isFinite(floats[i])) floats[i] = Number.NaN;
    }
  }
  return floats;
}

/** A column of these values; NaN is missing. */
export const fromFloats = (name: string, floats: Float64Array): pl.Series =>
  nanToNull(typedColumn(name, floats));
