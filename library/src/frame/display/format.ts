import type pl from "nodejs-polars";
import { type Cell, isDate } from "../engine/cell.ts";
import { dtypeOf, isFloat, isNumeric } from "../engine/dtypes.ts";
import { durationText } from "../dates/durations.ts";
import { offsetText } from "../dates/strftime.ts";
import { instantsOf, wallsOf, zoneOf } from "../dates/zones.ts";
import { fromEngine } from "../engine/from-engine.ts";

/** A cell as it is shown; `null` stands for missing, which each form marks in its own way. */
export type Shown = string | null;

const pad = (part: number, width = 2): string => String(part).padStart(width, "0");

/** ISO 8601 without what the whole column does not need. */
function dateText(date: Date, withTime: boolean): string {
  const day = date.toISOString().slice(0, 10);
  if (!withTime) return day;
  const ms = date.getUTCMilliseconds();
  return `${day} ${date.toISOString().slice(11, 19)}${ms === 0 ? "" : `.${pad(ms, 3)}`}`;
}

/** What the clocks of a zone show, with their distance to UTC. */
function zonedTexts(series: pl.Series): Shown[] {
  const [walls, instants] = [wallsOf(series), instantsOf(series)];
  return Array.from(walls, (wall, row) =>
    Number.isNaN(wall) ? null : dateText(new Date(wall), true) + offsetText(wall - instants[row]),
  );
}

/** How many decimals show every value of a column to six significant places, at most six. */
function decimals(values: readonly number[]): number {
  let most = 0;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    const [, fraction = ""] = value.toFixed(6).replace(/0+$/u, "").split(".");
    most = Math.max(most, fraction.length);
  }
  return Math.max(1, most);
}

function floatTexts(values: readonly (number | null)[]): Shown[] {
  const present = values.filter((value) => value !== null);
  const sizes = present.filter((value) => value !== 0 && Number.isFinite(value)).map(Math.abs);
  const scientific =
    sizes.some((size) => size >= 1e16) || (sizes.length > 0 && Math.min(...sizes) < 1e-5);
  const places = decimals(present);
  return values.map((value) => {
    if (value === null) return null;
    if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
    return scientific ? value.toExponential(4) : value.toFixed(places);
  });
}

/** The cells of a column as text, with one number of decimals for the whole column. */
export function shownCells(series: pl.Series): Shown[] {
  const values = fromEngine(series);
  const dtype = dtypeOf(series);
  if (isFloat(dtype)) return floatTexts(values as (number | null)[]);
  if (dtype === "duration") {
    return values.map((value) => (value === null ? null : durationText(Number(value))));
  }
  if (zoneOf(series) !== undefined) return zonedTexts(series);
  if (dtype === "date" || dtype === "datetime") {
    const withTime = values.some((value) => isDate(value) && value.getTime() % 86_400_000 !== 0);
    return values.map((value) => (isDate(value) ? dateText(value, withTime) : null));
  }
  return values.map((value: Cell | object) =>
    value === null ? null : typeof value === "object" ? JSON.stringify(value) : String(value),
  );
}

/** Numbers stand right, everything else left. */
export const alignsRight = (series: pl.Series): boolean => isNumeric(dtypeOf(series));
