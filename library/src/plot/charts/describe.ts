import { count } from "../table/rows.ts";
import type { Cell } from "../table/types.ts";
import { distinct, isMissing, measure } from "../table/values.ts";

/** A number as a sentence shows it: at most four significant digits. */
export function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}

/** "x from 1 to 9" for numbers and dates, "x in a, b and c" for the rest. */
export function extent(title: string, values: readonly Cell[]): string {
  const present = values.filter((value) => !isMissing(value));
  const kind = measure(present);
  if (kind === "nominal") {
    const names = distinct(present).map(String);
    return `${title} in ${names.length <= 8 ? list(names) : `${count(names.length)} groups`}`;
  }
  let low = Infinity;
  let high = -Infinity;
  for (const value of present) {
    low = Math.min(low, Number(value));
    high = Math.max(high, Number(value));
  }
  const text =
    kind === "temporal" ? (value: number) => new Date(value).toISOString().slice(0, 10) : short;
  return `${title} from ${text(low)} to ${text(high)}`;
}

/** "a, b and c". */
export function list(names: readonly string[]): string {
  return names.length < 2
    ? names.join("")
    : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}
