import { corners } from "./box.ts";
import type { ScoredBox } from "./box.ts";
import { checkPart, checkScore } from "./checks.ts";
import { overlap } from "./iou.ts";

/** Options of `nonMaxSuppression`. */
export interface NmsOptions {
  /** A box that overlaps a better one by more than this IoU goes. Default 0.5. */
  readonly iouThreshold?: number;
  /** Only boxes with a score above this are looked at. By default all. */
  readonly scoreThreshold?: number;
  /** Keep at most so many boxes. By default all. */
  readonly maxOutput?: number;
  /** Compare boxes of the same label only, so that objects of two classes may overlap. Default true. */
  readonly perClass?: boolean;
}

/**
 * Greedy non-maximum suppression: takes the boxes from the highest score down and drops each that
 * overlaps one already kept too much. With `perClass: false` it keeps what
 * `tf.image.nonMaxSuppression` keeps; of equal scores the earlier box goes first.
 *
 * @returns The kept boxes themselves, the best first; none for an empty list.
 * @throws RangeError for a broken box, a score that is not a number, or a threshold outside 0 to 1.
 * @example
 * const found = nonMaxSuppression(candidates, { iouThreshold: 0.4, scoreThreshold: 0.3 });
 */
export function nonMaxSuppression<Candidate extends ScoredBox>(
  boxes: readonly Candidate[],
  options: NmsOptions = {},
): Candidate[] {
  const threshold = checkPart("iouThreshold", options.iouThreshold ?? 0.5);
  const most = options.maxOutput ?? Infinity;
  const perClass = options.perClass ?? true;
  const candidates = boxes
    .map((box, i) => ({ box, at: corners(box), score: checkScore(box, i) }))
    .filter(({ score }) => score > (options.scoreThreshold ?? -Infinity))
    .sort((a, b) => b.score - a.score);
  const kept: typeof candidates = [];
  for (const candidate of candidates) {
    if (kept.length >= most) break;
    const beaten = kept.some(
      (better) =>
        (!perClass || better.box.label === candidate.box.label) &&
        overlap(better.at, candidate.at) > threshold,
    );
    if (!beaten) kept.push(candidate);
  }
  return kept.map(({ box }) => box);
}
