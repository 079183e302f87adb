import type { Label, LabelsLike } from "../../base/index.ts";
import { readLabelPair } from "../read.ts";

/** How often each label meets each cluster; both as numbers. */
export interface Contingency {
  /** Counts, label by label: `counts[label * clusters + cluster]`. */
  readonly counts: Float64Array;
  readonly labels: Float64Array;
  readonly clusters: Float64Array;
  readonly samples: number;
}

function dense(codes: Int32Array): { codes: Int32Array; kinds: number } {
  const places = new Map<number, number>();
  for (const code of codes) if (!places.has(code)) places.set(code, places.size);
  return { codes: codes.map((code) => places.get(code) ?? 0), kinds: places.size };
}

/** Counts two labellings of the same samples. */
export function contingency(
  who: string,
  labelsTrue: LabelsLike<Label>,
  labelsPred: LabelsLike<Label>,
): Contingency {
  const { actual, predicted } = readLabelPair(who, labelsTrue, labelsPred, {});
  const rows = dense(actual);
  const columns = dense(predicted);
  const counts = new Float64Array(rows.kinds * columns.kinds);
  const labels = new Float64Array(rows.kinds);
  const clusters = new Float64Array(columns.kinds);
  for (let i = 0; i < actual.length; i++) {
    counts[rows.codes[i] * columns.kinds + columns.codes[i]] += 1;
    labels[rows.codes[i]] += 1;
    clusters[columns.codes[i]] += 1;
  }
  return { counts, labels, clusters, samples: actual.length };
}

export const sumOfSquares = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value * value, 0);
