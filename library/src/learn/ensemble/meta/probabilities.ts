import type { Label } from "../../base/index.ts";
import { Matrix } from "../../matrix/index.ts";
import type { Called } from "../../model-selection/learner.ts";
import type { Samples } from "../../model-selection/samples.ts";

/** A member's probabilities. @throws TypeError where it gives none */
export function chancesOf(member: Called, x: Samples, who: string, remedy: string): Matrix {
  const chances = member.predictProba?.(x);
  if (chances instanceof Matrix) return chances;
  throw new TypeError(`${who}: ${member.name} gives no probabilities. ${remedy}`);
}

/** Adds `weight` times what stands in `part`, whose columns are `known` classes, to `sums`. */
export function addChances(
  sums: Matrix,
  part: Matrix,
  known: readonly Label[],
  classes: readonly Label[],
  weight: number,
): void {
  const places = known.map((label) => classes.indexOf(label));
  for (let i = 0; i < sums.rows; i++) {
    for (let k = 0; k < places.length; k++) {
      sums.data[i * sums.columns + places[k]] += weight * part.data[i * part.columns + k];
    }
  }
}

/** Adds `weight` for the label that each sample is given. */
export function addVotes(
  sums: Matrix,
  predicted: ArrayLike<Label>,
  classes: readonly Label[],
  weight: number,
): void {
  const codes = new Map(classes.map((label, code) => [label, code]));
  for (let i = 0; i < sums.rows; i++) {
    sums.data[i * sums.columns + (codes.get(predicted[i]) ?? 0)] += weight;
  }
}
