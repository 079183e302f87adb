import type { Chart } from "../figure/chart.ts";
import { readLabels, sortedLabels } from "../table/labels.ts";
import type { LabelsLike } from "../table/labels.ts";
import type { Cell } from "../table/types.ts";
import { list, short } from "./describe.ts";
import { heatmap } from "./heatmap.ts";
import type { FigureOptions } from "./options.ts";

/** Options of `confusionMatrix`. */
export interface ConfusionMatrixOptions extends FigureOptions {
  /** The classes in the order to show them. By default all that occur, sorted. */
  readonly labels?: readonly (string | number | boolean)[];
  /** Names for the classes, in the order of `labels`. */
  readonly classNames?: readonly string[];
  /** `"true"` shows each row's shares instead of counts. */
  readonly normalize?: "true";
}

/**
 * How often each true class (rows) was predicted as each class (columns). A perfect classifier fills
 * the diagonal alone.
 *
 * @throws RangeError when the two differ in length or hold a class that `labels` leaves out.
 * @example
 * confusionMatrix(testLabels, predictions, { classNames: ["Adelie", "Chinstrap", "Gentoo"] });
 */
export function confusionMatrix(
  truth: LabelsLike,
  predictions: LabelsLike,
  options: ConfusionMatrixOptions = {},
): Chart {
  const actual = readLabels(truth);
  const predicted = readLabels(predictions);
  if (actual.length !== predicted.length || actual.length === 0) {
    throw new RangeError(
      `There are ${String(actual.length)} true labels and ${String(predicted.length)} predictions; give one prediction for each, and at least one.`,
    );
  }
  const labels = options.labels ?? sortedLabels([...actual, ...predicted]);
  const position = new Map(labels.map((label, i) => [String(label), i]));
  const counts = labels.map(() => labels.map(() => 0));
  actual.forEach((label, i) => {
    const row = place(position, label);
    const column = place(position, predicted[i]);
    const line = counts[row] ?? [];
    line[column] = (line[column] ?? 0) + 1;
  });
  const shares = counts.map((row) => {
    const sum = row.reduce((total, value) => total + value, 0);
    return row.map((value) => (sum === 0 ? 0 : value / sum));
  });
  const names = options.classNames ?? labels.map(String);
  const right = counts.reduce((sum, row, i) => sum + (row[i] ?? 0), 0);
  const normalized = options.normalize === "true";
  return heatmap(normalized ? shares : counts, {
    ...options,
    rows: names,
    columns: names,
    xTitle: "Predicted class",
    yTitle: "True class",
    colorTitle: normalized ? "Share of the true class" : "Count",
    ...(normalized
      ? { domain: [0, 1], format: ".2f" }
      : { format: ",d", domain: [0, Math.max(1, ...counts.flat())] }),
    alt:
      options.alt ??
      `Confusion matrix of ${list(names)}: ${String(right)} of ${String(actual.length)} predictions are right (${short((100 * right) / actual.length)} %). ${confusions(counts, names)}`,
  });
}

function place(position: ReadonlyMap<string, number>, label: Cell): number {
  const found = position.get(String(label));
  if (found !== undefined) return found;
  throw new RangeError(
    `The class ${String(label)} is not among the labels ${[...position.keys()].join(", ")}.`,
  );
}

function confusions(counts: readonly (readonly number[])[], names: readonly string[]): string {
  const wrong = counts
    .flatMap((row, i) =>
      row.map((value, j) => ({
        value,
        text: `${names[i] ?? ""} taken for ${names[j] ?? ""} (${String(value)})`,
        off: i !== j,
      })),
    )
    .filter(({ value, off }) => off && value > 0)
    .sort((a, b) => b.value - a.value);
  return wrong.length === 0
    ? "There is no mistake."
    : `Most often wrong: ${list(wrong.slice(0, 3).map(({ text }) => text))}.`;
}
