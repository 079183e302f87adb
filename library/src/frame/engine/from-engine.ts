import pl from "nodejs-polars";
import type { Cell } from "./cell.ts";
import { dtypeOf } from "./dtypes.ts";

function isUnsafe(series: pl.Series): boolean {
  const limit = Number.MAX_SAFE_INTEGER;
  const [low, high] = [series.min(), series.max()] as unknown as [number | null, number | null];
  return (low !== null && Number(low) < -limit) || (high !== null && Number(high) > limit);
}

/** Through text, because the engine hands 64-bit integers out as rounded numbers. */
function exactIntegers(series: pl.Series): Cell[] {
  const written = series.cast(pl.Utf8).toArray() as (string | null)[];
  return written.map((digits) => {
    if (digits === null) return null;
    const number = Number(digits);
    return Number.isSafeInteger(number) ? number : BigInt(digits);
  });
}

/** The cells of a column. Durations come out in milliseconds. Integers beyond ±(2⁵³ − 1) come out as bigint, so no digit is lost. */
export function fromEngine(series: pl.Series): Cell[] {
  const dtype = dtypeOf(series);
  if ((dtype === "int64" || dtype === "uint64") && isUnsafe(series)) return exactIntegers(series);
  if (dtype === "duration") return series.cast(pl.Duration("ms")).cast(pl.Int64).toArray();
  // The engine does not hand out declared categories, but their texts.
  if (dtype === "category") return series.cast(pl.Utf8).toArray();
  return series.toArray();
}

/** One cell by position. */
export function cellAt(series: pl.Series, position: number): Cell {
  return fromEngine(series.slice(position, 1))[0] ?? null;
}
