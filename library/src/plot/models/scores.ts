import { readLabels, readNumbers, sortedLabels } from "../table/labels.ts";
import type { LabelsLike, NumbersLike } from "../table/labels.ts";
import { isTensor } from "../table/read.ts";
import type { Cell } from "../table/types.ts";

/** Scores of one model, or of several by name: the higher, the more likely positive. */
export type ScoresLike = NumbersLike | { readonly [model: string]: NumbersLike };

/** What is true, and each model's scores. */
export interface Scored {
  readonly positive: readonly boolean[];
  readonly label: string;
  readonly models: readonly { readonly name: string; readonly scores: readonly number[] }[];
}

/**
 * Reads two classes and scores.
 *
 * @throws RangeError when lengths differ, a score is not finite, or there are not two classes.
 */
export function readScored(
  truth: LabelsLike,
  scores: ScoresLike,
  positive: string | number | boolean | undefined,
): Scored {
  const labels = readLabels(truth);
  const classes = sortedLabels(labels);
  if (classes.length !== 2) {
    throw new RangeError(
      `The true labels must be of two classes; here ${classes.length === 1 ? "there is one" : `there are ${String(classes.length)}`}: ${classes.slice(0, 8).map(String).join(", ")}. For several classes compare one with the rest.`,
    );
  }
  const wanted: Cell = positive ?? classes[1];
  if (!classes.includes(wanted)) {
    throw new RangeError(
      `The positive class ${JSON.stringify(wanted)} is not among the labels ${classes.map((label) => JSON.stringify(label)).join(" and ")}.`,
    );
  }
  const single = Array.isArray(scores) || ArrayBuffer.isView(scores) || isTensor(scores);
  const named: [string, NumbersLike][] = single
    ? [["", scores as NumbersLike]]
    : Object.entries(scores as Record<string, NumbersLike>);
  const models = named.map(([name, values]) => {
    const list = readNumbers(values, name === "" ? "Scores" : `The scores of '${name}'`);
    if (list.length === labels.length) return { name, scores: list };
    throw new RangeError(
      `There are ${String(labels.length)} true labels and ${String(list.length)} scores${name === "" ? "" : ` of '${name}'`}; give one score for each.`,
    );
  });
  if (models.length === 0) throw new RangeError("Give the scores of at least one model.");
  return { positive: labels.map((label) => label === wanted), label: String(wanted), models };
}
