import pl from "nodejs-polars";
import { zoneOf } from "../dates/zones.ts";
import { variantOf } from "./dtypes.ts";
import type { Table } from "./table.ts";
import { nanToNull } from "./to-engine.ts";

/** A column as the engine made it, in the types and with the missing values of this package. */
export function adoptColumn(series: pl.Series): pl.Series {
  const variant = variantOf(series);
  if (variant === "Decimal") return series.cast(pl.Float64);
  // Nanoseconds do not fit the numbers of JavaScript: the last millisecond would be cut off.
  return variant === "Datetime"
    ? series.cast(pl.Datetime("ms", zoneOf(series)))
    : nanToNull(series);
}

/** A frame that the engine made as a table of this package. */
export const adopt = (frame: pl.DataFrame): Table => ({
  data: pl.DataFrame(frame.getColumns().map(adoptColumn)).rechunk(),
  index: undefined,
});
