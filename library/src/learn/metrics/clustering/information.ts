import { checkOptions } from "../../../frame/engine/options.ts";
import { checkChoice, checkNumber, type Label, type LabelsLike } from "../../base/index.ts";
import { type Contingency, contingency } from "./contingency.ts";

function entropy(counts: Float64Array, samples: number): number {
  if (counts.length === 1) return 0;
  let sum = 0;
  for (const count of counts) sum -= (count / samples) * (Math.log(count) - Math.log(samples));
  return sum;
}

function mutual({ counts, labels, clusters, samples }: Contingency): number {
  if (labels.length === 1 || clusters.length === 1) return 0;
  let sum = 0;
  for (let i = 0; i < labels.length; i++) {
    for (let j = 0; j < clusters.length; j++) {
      const count = counts[i * clusters.length + j];
      if (count === 0) continue;
      const share = count / samples;
      const outer = -Math.log(labels[i] * clusters[j]) + 2 * Math.log(samples);
      const part = share * (Math.log(count) - Math.log(samples)) + share * outer;
      if (Math.abs(part) >= Number.EPSILON) sum += part;
    }
  }
  return Math.max(0, sum);
}

/**
 * How much one labelling tells of the other, in nats; 0 for nothing.
 *
 * @throws RangeError for lists of different lengths
 * @example
 * mutualInfoScore([0, 0, 1, 1], [0, 1, 0, 1]); // 0
 */
export function mutualInfoScore(
  labelsTrue: LabelsLike<Label>,
  labelsPred: LabelsLike<Label>,
): number {
  return mutual(contingency("mutualInfoScore", labelsTrue, labelsPred));
}

/** Options of what divides by an entropy. */
export interface MutualInfoOptions {
  /** Which mean of the two entropies. Default `"arithmetic"`. */
  readonly averageMethod?: "min" | "geometric" | "arithmetic" | "max";
}

function averaged(who: string, a: number, b: number, options: MutualInfoOptions): number {
  checkOptions(who, options, ["averageMethod"]);
  const { averageMethod = "arithmetic" } = options;
  checkChoice(who, "averageMethod", averageMethod, ["min", "geometric", "arithmetic", "max"]);
  if (averageMethod === "min") return Math.min(a, b);
  if (averageMethod === "max") return Math.max(a, b);
  return averageMethod === "geometric" ? Math.sqrt(a * b) : (a + b) / 2;
}

/**
 * {@link mutualInfoScore}, divided by a mean of the entropies: from 0 to 1.
 *
 * @throws RangeError for lists of different lengths
 * @example
 * normalizedMutualInfoScore(["a", "a", "b", "b"], [1, 1, 0, 0]); // 1
 */
export function normalizedMutualInfoScore(
  labelsTrue: LabelsLike<Label>,
  labelsPred: LabelsLike<Label>,
  options: MutualInfoOptions = {},
): number {
  const who = "normalizedMutualInfoScore";
  const table = contingency(who, labelsTrue, labelsPred);
  const { labels, clusters, samples } = table;
  if (labels.length === 1 && clusters.length === 1) return 1;
  const found = mutual(table);
  const whole = averaged(who, entropy(labels, samples), entropy(clusters, samples), options);
  return found === 0 ? 0 : found / whole;
}

/**
 * Mutual information beyond that of random groups of the same sizes: 1 for the same groups, about 0 for
 * random ones.
 *
 * Source: N. X. Vinh, J. Epps and J. Bailey, Information theoretic measures for clusterings comparison
 * (2010). Time: O(labels × samples).
 *
 * @throws RangeError for lists of different lengths
 * @example
 * adjustedMutualInfoScore([0, 0, 1, 1], [0, 0, 1, 1]); // 1
 */
export function adjustedMutualInfoScore(
  labelsTrue: LabelsLike<Label>,
  labelsPred: LabelsLike<Label>,
  options: MutualInfoOptions = {},
): number {
  const who = "adjustedMutualInfoScore";
  const table = contingency(who, labelsTrue, labelsPred);
  const { labels, clusters, samples } = table;
  if (labels.length === 1 && clusters.length === 1) return 1;
  if (labels.length === 1 || clusters.length === 1) return 0;
  const expected = expectedMutual(table);
  const whole = averaged(who, entropy(labels, samples), entropy(clusters, samples), options);
  const away = (value: number): number =>
    value < 0 ? Math.min(value, -Number.EPSILON) : Math.max(value, Number.EPSILON);
  return away(mutual(table) - expected) / away(whole - expected);
}

/** The mean mutual information of random labellings with these counts. */
function expectedMutual({ labels, clusters, samples: n }: Contingency): number {
  const logs = new Float64Array(n + 1);
  for (let i = 2; i <= n; i++) logs[i] = logs[i - 1] + Math.log(i);
  let sum = 0;
  for (const a of labels) {
    for (const b of clusters) {
      for (let both = Math.max(1, a + b - n); both <= Math.min(a, b); both++) {
        const part = (both / n) * Math.log((n * both) / (a * b));
        const chance =
          logs[a] +
          logs[b] +
          logs[n - a] +
          logs[n - b] -
          logs[n] -
          logs[both] -
          logs[a - both] -
          logs[b - both] -
          logs[n - a - b + both];
        sum += part * Math.exp(chance);
      }
    }
  }
  return sum;
}

/** Homogeneity, completeness and V-measure together. */
export interface HomogeneityCompletenessVMeasure {
  readonly homogeneity: number;
  readonly completeness: number;
  readonly vMeasure: number;
}

export interface VMeasureOptions {
  /** How much completeness counts beside homogeneity. Default 1. */
  readonly beta?: number;
}

/**
 * Whether each cluster holds one label only (homogeneity), each label is in one cluster only
 * (completeness), and the harmonic mean of both.
 *
 * Source: A. Rosenberg and J. Hirschberg, V-measure (2007).
 *
 * @throws RangeError for lists of different lengths
 * @example
 * homogeneityCompletenessVMeasure([0, 0, 1, 1], [0, 0, 0, 0]).completeness; // 1
 */
export function homogeneityCompletenessVMeasure(
  labelsTrue: LabelsLike<Label>,
  labelsPred: LabelsLike<Label>,
  options: VMeasureOptions = {},
): HomogeneityCompletenessVMeasure {
  const who = "homogeneityCompletenessVMeasure";
  checkOptions(who, options, ["beta"]);
  const { beta = 1 } = options;
  checkNumber(who, "beta", beta, { from: 0 });
  const table = contingency(who, labelsTrue, labelsPred);
  const found = mutual(table);
  const ofLabels = entropy(table.labels, table.samples);
  const ofClusters = entropy(table.clusters, table.samples);
  const homogeneity = ofLabels === 0 ? 1 : found / ofLabels;
  const completeness = ofClusters === 0 ? 1 : found / ofClusters;
  const vMeasure =
    homogeneity + completeness === 0
      ? 0
      : ((1 + beta) * homogeneity * completeness) / (beta * homogeneity + completeness);
  return { homogeneity, completeness, vMeasure };
}

/**
 * Whether each cluster holds one label only: from 0 to 1.
 *
 * @throws RangeError for lists of different lengths
 * @example
 * homogeneityScore([0, 0, 1, 1], [0, 0, 0, 0]); // 0
 */
export function homogeneityScore(
  labelsTrue: LabelsLike<Label>,
  labelsPred: LabelsLike<Label>,
): number {
  return homogeneityCompletenessVMeasure(labelsTrue, labelsPred).homogeneity;
}

/**
 * Whether each label is in one cluster only: from 0 to 1.
 *
 * @throws RangeError for lists of different lengths
 * @example
 * completenessScore([0, 0, 1, 1], [0, 0, 0, 0]); // 1
 */
export function completenessScore(
  labelsTrue: LabelsLike<Label>,
  labelsPred: LabelsLike<Label>,
): number {
  return homogeneityCompletenessVMeasure(labelsTrue, labelsPred).completeness;
}

/**
 * The harmonic mean of homogeneity and completeness.
 *
 * @throws RangeError for lists of different lengths
 * @example
 * vMeasureScore([0, 0, 1, 1], [1, 1, 0, 0]); // 1
 */
export function vMeasureScore(
  labelsTrue: LabelsLike<Label>,
  labelsPred: LabelsLike<Label>,
  options: VMeasureOptions = {},
): number {
  return homogeneityCompletenessVMeasure(labelsTrue, labelsPred, options).vMeasure;
}
