import { types } from "node:util";

/** What one cell of a frame can hold. Missing is always `null`. */
export type Cell = number | bigint | string | boolean | Date | null;

/** The row of a frame whose columns are not known to the compiler. */
export type Row = Record<string, Cell>;

/** The column names of a row type. */
export type Name<R> = keyof R & string;

/** A row label: what `setIndex` gives a row, or its position where no labels were given. */
export type Label = string | number | bigint | boolean | Date | null;

/** Whether a value is a Date, of whichever JavaScript realm. */
export const isDate = (value: unknown): value is Date => types.isDate(value);

/** How a value reads inside an error message: short, and unmistakable about its type. */
export function shown(value: unknown): string {
  if (typeof value === "string")
    return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (isDate(value)) return value.toISOString();
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value === "object" && value !== null)
    return `an object ${value.constructor?.name ?? ""}`.trim();
  if (typeof value === "function") return `a function`;
  return String(value);
}
