import { isTensor } from "./read.ts";
import type { Cell, SeriesLike, TensorLike } from "./types.ts";

/** Class labels: an array, a typed array, a series or a tensor of rank 1. */
export type LabelsLike = ArrayLike<string | number | boolean> | SeriesLike | TensorLike;

/** Numbers: an array, a typed array, a series or a tensor of rank 1. */
export type NumbersLike = ArrayLike<number> | SeriesLike | TensorLike;

/**
 * Labels as an array.
 *
 * @throws RangeError for a tensor of another rank than 1.
 */
export function readLabels(labels: LabelsLike): Cell[] {
  if (!isTensor(labels)) return Array.from<Cell>(arrayOf(labels) as ArrayLike<Cell>);
  if (labels.shape.length === 1) return Array.from<Cell>(labels.dataSync());
  throw new RangeError(
    `Labels are a tensor of rank 1; this one has shape [${labels.shape.join(", ")}]. For one-hot labels or probabilities call argMax(-1) first.`,
  );
}

/**
 * Numbers as an array; each must be finite.
 *
 * @throws RangeError for a tensor of another rank than 1, or a value that is no finite number.
 */
export function readNumbers(values: NumbersLike, what: string): number[] {
  if (isTensor(values) && values.shape.length !== 1) {
    throw new RangeError(
      `${what} are a tensor of rank 1; this one has shape [${values.shape.join(", ")}].`,
    );
  }
  const list = Array.from<unknown, number>(
    isTensor(values) ? values.dataSync() : arrayOf(values),
    Number,
  );
  const bad = list.findIndex((value) => !Number.isFinite(value));
  if (bad < 0) return list;
  throw new RangeError(
    `${what} must be finite numbers; number ${String(bad)} is ${String(list[bad])}.`,
  );
}

/** A series' values; an array as it is. */
function arrayOf(values: ArrayLike<unknown> | SeriesLike): ArrayLike<unknown> {
  const isArray = Array.isArray(values) || ArrayBuffer.isView(values);
  return isArray || !("values" in values) ? (values as ArrayLike<unknown>) : values.values;
}

/** The different labels in order: numbers by size, others by their text. */
export function sortedLabels(labels: readonly Cell[]): (string | number | boolean)[] {
  const different = [...new Set(labels)] as (string | number | boolean)[];
  return different.sort((a, b) =>
    typeof a === "number" && typeof b === "number" ? a - b : String(a) < String(b) ? -1 : 1,
  );
}
