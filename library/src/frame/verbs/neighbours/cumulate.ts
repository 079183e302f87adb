import pl from "nodejs-polars";
import { asNumbers, map } from "../../engine/compute.ts";
import { dtypeOf, isInteger } from "../../engine/dtypes.ts";

export type Cumulation = "cumSum" | "cumProd" | "cumMin" | "cumMax";

/** Each row's sum, product, least or greatest of all values up to it; missing rows stay missing. */
export function cumulate(series: pl.Series, how: Cumulation): pl.Series {
  const numbers = asNumbers(series, how);
  // Small integers would overflow their own type.
  const adds = how === "cumSum" || how === "cumProd";
  const wide = adds && isInteger(dtypeOf(numbers)) ? numbers.cast(pl.Int64) : numbers;
  // The product of nothing yet is 1, and the engine carries a missing one along.
  const neutral = how === "cumProd" ? 1 : undefined;
  const out = map(wide, (x) => {
    const filled = neutral === undefined ? x : x.fillNull(pl.lit(neutral));
    return pl.when(x.isNull()).then(pl.lit(null)).otherwise(filled[how]());
  });
  // The engine makes floats of products; as in pandas, whole numbers without gaps stay whole.
  return series.nullCount() === 0 ? out.cast(wide.dtype) : out;
}
