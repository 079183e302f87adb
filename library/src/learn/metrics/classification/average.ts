import { checkChoice, type Label } from "../../base/index.ts";
import { describe } from "../../matrix/index.ts";
import { checkLabels, type LabelPair, type WeightOption } from "../read.ts";
import { countLabels, type Counts, pooled } from "./counts.ts";

/**
 * How the scores of several labels become one: that of one label of two (`"binary"`), from the counts
 * of all together (`"micro"`), their mean (`"macro"`), or their mean by the labels' frequency
 * (`"weighted"`).
 */
export type Average = "binary" | "micro" | "macro" | "weighted";

export interface AverageOptions<L extends Label = Label> extends WeightOption {
  /** How labels are averaged. Default `"binary"`. */
  readonly average?: Average;
  /** The label that is looked for, with `average: "binary"`. Default 1 (or true). */
  readonly posLabel?: L;
  /** The labels that are averaged. Default all that occur. */
  readonly labels?: readonly L[];
  /** What 0 ÷ 0 is. Default 0. */
  readonly zeroDivision?: number;
}

export const averageOptions = ["average", "posLabel", "labels", "zeroDivision"] as const;

/** The label that is looked for. @throws RangeError where it is not one of two labels. */
export function positiveOf(
  who: string,
  given: Label | undefined,
  classes: readonly Label[],
): Label {
  const wished = given ?? (classes.includes(true) || classes.includes(false) ? true : 1);
  if (classes.length > 2) {
    throw new RangeError(
      `${who}: there are ${classes.length} labels, so say how to average them: average: "macro", "micro" or "weighted".`,
    );
  }
  const usual = classes.every((label) => [0, 1, -1, false, true].includes(label as number));
  if (classes.includes(wished) || (given === undefined && usual)) return wished;
  throw new RangeError(
    `${who}: posLabel is ${describe(wished)}, but the labels are ${classes.map((label) => describe(label)).join(" and ")}. Say which is looked for: posLabel: ${JSON.stringify(classes.at(-1))}.`,
  );
}

/** The labels that are scored, and the counts of each. */
export function averagedCounts(
  who: string,
  pair: LabelPair,
  options: AverageOptions,
): { counts: Counts; weights: Float64Array | undefined } {
  const { average = "binary" } = options;
  checkChoice(who, "average", average, ["binary", "micro", "macro", "weighted"]);
  if (average === "binary") {
    const positive = positiveOf(who, options.posLabel, pair.classes);
    return { counts: countLabels(pair, [positive]), weights: undefined };
  }
  const labels = options.labels ?? pair.classes;
  checkLabels(who, labels);
  const counts = countLabels(pair, labels);
  if (average === "micro") return { counts: pooled(counts), weights: undefined };
  return { counts, weights: average === "weighted" ? counts.there : undefined };
}

/** The mean of scores, by weights where there are some; `empty` where all weights are 0. */
export function meanOf(
  scores: ArrayLike<number>,
  weights: Float64Array | undefined,
  empty: number,
): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < scores.length; i++) {
    const weight = weights ? weights[i] : 1;
    if (Number.isNaN(scores[i])) continue;
    sum += weight * scores[i];
    total += weight;
  }
  return total === 0 ? empty : sum / total;
}
