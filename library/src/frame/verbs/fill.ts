import type pl from "nodejs-polars";
import { shown } from "../engine/cell.ts";
import { map } from "../engine/compute.ts";
import { dtypeOf } from "../engine/dtypes.ts";
import { zoneOf } from "../dates/zones.ts";
import { toEngine } from "../engine/to-engine.ts";
import { kindOf, literal } from "./operand.ts";

/** How missing values are filled from their neighbours. */
export type FillMethod = "ffill" | "bfill";

/** A column with its missing values replaced by one value, which must be of the column's kind. */
export function fillValue(series: pl.Series, value: unknown): pl.Series {
  if (series.nullCount() === 0) return series;
  const filler = toEngine("filler", [value]);
  const [own, other] = [dtypeOf(series), dtypeOf(filler)];
  if (filler.nullCount() > 0) throw new TypeError(`fillNa: ${shown(value)} is itself missing.`);
  if (kindOf(own) !== kindOf(other)) {
    throw new TypeError(
      `fillNa: column ${JSON.stringify(series.name)} is ${own}; ${shown(value)} does not fit. Give a value by column: fillNa({ ${JSON.stringify(series.name)}: … }).`,
    );
  }
  const zone = zoneOf(series);
  const filled = literal(value, own);
  return map(series, (x) =>
    x.fillNull(
      zone === undefined ? filled : filled.dt.replaceTimeZone("UTC").dt.convertTimeZone(zone),
    ),
  );
}

/** A column with its missing values replaced by the last (or next) present one. */
export function fillFrom(series: pl.Series, method: FillMethod): pl.Series {
  if (method !== "ffill" && method !== "bfill") {
    throw new TypeError(`fillNa: method is "ffill" or "bfill"; got ${shown(method)}.`);
  }
  return map(series, (x) => x.fillNull(method === "ffill" ? "forward" : "backward"));
}
