import { type Label, sortLabels } from "../../base/index.ts";
import { isMissing } from "../../matrix/index.ts";
import { quantile } from "../columns.ts";

/** True for a column whose values, where there are any, are numbers or truth values. */
export function holdsNumbers(cells: ArrayLike<unknown>): boolean {
  if (ArrayBuffer.isView(cells)) return true;
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    const number = typeof cell === "number" || typeof cell === "boolean";
    if (!number && typeof cell !== "bigint" && !isMissing(cell)) return false;
  }
  return true;
}

/** The mean or the median of the values that are there; null of none. */
export function statisticOf(cells: ArrayLike<number>, kind: "mean" | "median"): number | null {
  const present = Float64Array.from(cells).filter((value) => !Number.isNaN(value));
  if (present.length === 0) return null;
  if (kind === "median") return quantile(present.sort(), 0.5);
  return present.reduce((sum, value) => sum + value, 0) / present.length;
}

/** The most frequent value, of equals the least; null where there is none. */
export function mostFrequent(cells: ArrayLike<unknown>): Label | null {
  const counts = new Map<Label, number>();
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] as Label;
    if (!isMissing(cell)) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  let best: Label | null = null;
  let most = 0;
  for (const label of sortLabels([...counts.keys()])) {
    const count = counts.get(label) ?? 0;
    if (count > most) [best, most] = [label, count];
  }
  return best;
}
