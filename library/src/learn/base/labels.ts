import { describe, isTensor, type TensorLike } from "../matrix/index.ts";

/** What a class may be named by. */
export type Label = string | number | boolean;

/** A column with a name, as frames have. */
export interface SeriesLike<T> {
  readonly values: ArrayLike<T>;
}

/** One label a sample: an array, a typed array, a series or a tensor of rank 1. */
export type LabelsLike<L extends Label> = ArrayLike<L> | SeriesLike<L | null> | TensorLike;

/** Labels as whole numbers from 0, and what the numbers stand for. */
export interface CodedLabels<L extends Label> {
  /** Sorted as scikit-learn sorts them: numbers by size, texts by code units, false before true. */
  readonly classes: L[];
  readonly codes: Int32Array;
}

/**
 * The labels as a plain array.
 *
 * @throws TypeError when one is missing or no label; it names the sample.
 */
export function readLabels<L extends Label>(y: LabelsLike<L>, who: string): L[] {
  const values = Array.from(columnOf(y, who));
  values.forEach((value, i) => {
    const label = typeof value === "string" || typeof value === "boolean" || isNumber(value);
    if (label) return;
    throw new TypeError(
      `${who} needs a label for each sample, but sample ${i} has ${describe(value)}. Drop such rows first.`,
    );
  });
  return values as L[];
}

/** What stands in a target: an array, a series' values, a tensor's. */
export function columnOf(y: unknown, who: string): ArrayLike<unknown> {
  if (Array.isArray(y) || ArrayBuffer.isView(y)) return y as unknown as ArrayLike<unknown>;
  if (isTensor(y)) {
    if (y.shape.length === 1) return y.dataSync();
    throw new TypeError(`${who} needs y of shape [samples]; got shape [${y.shape.join(", ")}].`);
  }
  const values: unknown = typeof y === "object" && y !== null && (y as SeriesLike<Label>).values;
  if (Array.isArray(values) || ArrayBuffer.isView(values)) return values as ArrayLike<unknown>;
  throw new TypeError(
    `${who} needs y as an array, a series or a tensor of rank 1; it received ${describe(y)}.`,
  );
}

const isNumber = (value: unknown): boolean => typeof value === "number" && Number.isFinite(value);

/** Gives each class a number, in sorted order. */
export function codeLabels<L extends Label>(labels: readonly L[]): CodedLabels<L> {
  const classes = sortLabels([...new Set(labels)]);
  const numbers = new Map(classes.map((label, code) => [label, code]));
  return { classes, codes: Int32Array.from(labels, (label) => numbers.get(label) ?? -1) };
}

/**
 * The place of each label among those that are known.
 *
 * @throws RangeError for a label that is not among them
 */
export function codesAmong(
  labels: readonly Label[],
  known: readonly Label[],
  who: string,
): Int32Array {
  const places = new Map(known.map((label, code) => [label, code]));
  return Int32Array.from(labels, (label) => {
    const code = places.get(label);
    if (code !== undefined) return code;
    throw new RangeError(
      `${who}: y has the label ${JSON.stringify(label)}, which is not among the classes ${known.map((one) => JSON.stringify(one)).join(", ")}.`,
    );
  });
}

/** Labels in scikit-learn's order; of mixed kinds, numbers before texts. */
export function sortLabels<L extends Label>(labels: L[]): L[] {
  return labels.sort((a, b) => {
    if (typeof a === "string" && typeof b === "string") return a < b ? -1 : 1;
    if (typeof a === "string") return 1;
    if (typeof b === "string") return -1;
    return Number(a) - Number(b);
  });
}
