import type { Label } from "../../base/index.ts";
import type { LabelPair } from "../read.ts";
import { placesIn } from "../read.ts";

/** Weights by label: rightly found, found in all, and there in all. */
export interface Counts {
  readonly right: Float64Array;
  readonly found: Float64Array;
  readonly there: Float64Array;
}

/** Counts for each of the labels; samples of other labels count where they were taken for one. */
export function countLabels(pair: LabelPair, labels: readonly Label[]): Counts {
  const { actual, predicted, weights, classes } = pair;
  const place = placesIn(labels, classes);
  const right = new Float64Array(labels.length);
  const found = new Float64Array(labels.length);
  const there = new Float64Array(labels.length);
  for (let i = 0; i < actual.length; i++) {
    const row = place[actual[i]];
    const column = place[predicted[i]];
    if (row >= 0) there[row] += weights[i];
    if (column >= 0) found[column] += weights[i];
    if (row >= 0 && row === column) right[row] += weights[i];
  }
  return { right, found, there };
}

/** The counts of all labels together, as "micro" averages need them. */
export function pooled(counts: Counts): Counts {
  const sum = (values: Float64Array): Float64Array =>
    Float64Array.of(values.reduce((total, value) => total + value, 0));
  return { right: sum(counts.right), found: sum(counts.found), there: sum(counts.there) };
}
