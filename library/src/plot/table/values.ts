import type { Cell } from "./types.ts";

/** How a column is measured, in Vega-Lite's words. */
export type Measure = "quantitative" | "temporal" | "nominal";

/** True for null, undefined, NaN and infinities: what no chart can place. */
export function isMissing(value: Cell): boolean {
  if (value === null || value === undefined) return true;
  if (value instanceof Date) return Number.isNaN(value.getTime());
  return typeof value === "number" && !Number.isFinite(value);
}

/** Numbers are quantitative, dates temporal, everything else (and a mixture) nominal. */
export function measure(values: readonly Cell[]): Measure {
  const present = values.filter((value) => !isMissing(value));
  if (present.length === 0) return "nominal";
  if (present.every((value) => typeof value === "number" || typeof value === "bigint"))
    return "quantitative";
  return present.every((value) => value instanceof Date) ? "temporal" : "nominal";
}

/** At most this many different whole numbers are read as class labels when they colour marks. */
const mostClasses = 10;

/** Like `measure`, but few different whole numbers are classes rather than amounts. */
export function measureOfGroups(values: readonly Cell[]): Measure {
  const kind = measure(values);
  if (kind !== "quantitative") return kind;
  const different = new Set(values.filter((value) => !isMissing(value)));
  const classes =
    different.size <= mostClasses &&
    [...different].every((value) => Number.isInteger(Number(value)));
  return classes ? "nominal" : kind;
}

/** A value as JSON can carry it; a missing one becomes null. */
export function plain(value: Cell): number | string | boolean | null {
  if (isMissing(value)) return null;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "bigint") return Number(value);
  // JSON has no negative zero.
  return value === 0 ? 0 : (value as number | string | boolean);
}

/** The different values in the order in which they are first met, without the missing ones. */
export function distinct(values: readonly Cell[]): Cell[] {
  return [...new Set(values.filter((value) => !isMissing(value)))];
}

/**
 * The column as numbers, NaN where a value is missing.
 *
 * @throws TypeError that names the first value that is not a number.
 */
export function numbers(values: readonly Cell[], name: string): number[] {
  return values.map((value, row) => {
    if (isMissing(value)) return NaN;
    if (typeof value === "number" || typeof value === "bigint") return Number(value);
    throw new TypeError(
      `Column '${name}' must hold numbers; row ${String(row)} holds ${JSON.stringify(value)}.`,
    );
  });
}
