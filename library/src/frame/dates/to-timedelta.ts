import type pl from "nodejs-polars";
import { shown } from "../engine/cell.ts";
import { dtypeOf, isNumeric } from "../engine/dtypes.ts";
import { fromEngine } from "../engine/from-engine.ts";
import { seriesOf } from "../engine/make.ts";
import { checkOptions } from "../engine/options.ts";
import { toEngine } from "../engine/to-engine.ts";
import type { SeriesBase } from "../series/base.ts";
import type { Series } from "../series/series.ts";
import { day, hour, minute, second } from "./civil.ts";
import { fromDurations, readDuration } from "./durations.ts";
import type { TimeUnit } from "./to-datetime.ts";

const units: Record<TimeUnit, number> = {
  D: day,
  h: hour,
  m: minute,
  min: minute,
  s: second,
  ms: 1,
  us: 1e-3,
  ns: 1e-6,
};

export interface ToTimedeltaOptions {
  /** What numbers count. Default `"ms"`. */
  readonly unit?: TimeUnit;
  /** Whether a text that is no duration is an error (`"raise"`, default) or missing (`"coerce"`). */
  readonly errors?: "raise" | "coerce";
}

/**
 * Durations from texts such as "1 days 02:30:00", "90min" and "PT1H", or from numbers. Their values
 * are milliseconds.
 *
 * @throws RangeError naming the text and its row, where it is no duration
 * @example
 * toTimedelta(["1 days 02:00:00", "90min"]).dt.totalSeconds().values; // [93600, 5400]
 * toTimedelta([1.5], { unit: "h" }).values; // [5400000]
 */
export function toTimedelta(
  given:
    | SeriesBase<string | null>
    | SeriesBase<string>
    | SeriesBase<number | null>
    | SeriesBase<number>
    | readonly (string | number | null)[],
  options: ToTimedeltaOptions = {},
): Series<number | null> {
  checkOptions("toTimedelta", options, ["unit", "errors"]);
  const { unit = "ms", errors = "raise" } = options;
  if (!Object.hasOwn(units, unit)) {
    throw new TypeError(
      `toTimedelta: unit is one of ${Object.keys(units).join(", ")}; got ${shown(unit)}.`,
    );
  }
  const [data, labels]: [pl.Series, pl.Series | undefined] =
    "data" in given ? [given.data, given.labels] : [toEngine("0", given), undefined];
  const dtype = dtypeOf(data);
  if (dtype === "duration") return seriesOf(data, labels);
  if (!isNumeric(dtype) && dtype !== "string" && dtype !== "category") {
    throw new TypeError(
      `toTimedelta takes texts or numbers; column ${JSON.stringify(data.name)} is ${dtype}.`,
    );
  }
  const amounts = fromEngine(data).map((cell, row) => {
    if (cell === null) return Number.NaN;
    if (typeof cell !== "string") return Math.round(Number(cell) * units[unit]);
    const ms = readDuration(cell);
    if (ms !== undefined) return ms;
    if (errors === "coerce") return Number.NaN;
    throw new RangeError(
      `toTimedelta: ${shown(cell)} in row ${row} is no duration; write such as "1 days 02:00:00" or "90min".`,
    );
  });
  return seriesOf(fromDurations(data.name, Float64Array.from(amounts)), labels);
}
