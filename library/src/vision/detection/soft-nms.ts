import { corners } from "../box.ts";
import type { ScoredBox } from "../box.ts";
import { checkPart, checkScore } from "../checks.ts";
import { overlap } from "../iou.ts";
import { oneOf, positive } from "../options.ts";

/** Options of `softNms`. */
export interface SoftNmsOptions {
  /** How a score falls with the IoU with a better box: exp(-IoU² / sigma), or 1 - IoU. Default `"gaussian"`. */
  readonly method?: "gaussian" | "linear";
  /** Width of the Gaussian. Default 0.5. */
  readonly sigma?: number;
  /** The linear method spares boxes that overlap by this or less. Default 0.3. */
  readonly iouThreshold?: number;
  /** Boxes whose score falls to this or below go. Default 0.001. */
  readonly scoreThreshold?: number;
  /** Compare boxes of the same label only. Default true. */
  readonly perClass?: boolean;
}

/**
 * Soft non-maximum suppression: a box that overlaps a better one is not dropped, its score is lowered.
 *
 * Source: N. Bodla and others, Soft-NMS, ICCV 2017.
 *
 * @returns Copies of the kept boxes with their new scores, in the order in which they were taken.
 * @throws RangeError for a broken box, score or option.
 * @example
 * const boxes = [{ box: [0, 0, 4, 4], label: 1, score: 0.9 }, { box: [0, 0, 4, 2], label: 1, score: 0.8 }];
 * softNms(boxes, { method: "linear" }).map(({ score }) => score); // [0.9, 0.4]
 */
export function softNms<Candidate extends ScoredBox>(
  boxes: readonly Candidate[],
  options: SoftNmsOptions = {},
): Candidate[] {
  const method = oneOf("method", options.method ?? "gaussian", ["gaussian", "linear"]);
  const sigma = positive("sigma", options.sigma ?? 0.5);
  const spared = checkPart("iouThreshold", options.iouThreshold ?? 0.3);
  const least = options.scoreThreshold ?? 0.001;
  const perClass = options.perClass ?? true;
  const left = boxes.map((box, i) => ({ box, at: corners(box), score: checkScore(box, i) }));
  const kept: Candidate[] = [];
  while (left.length > 0) {
    const best = left.reduce((top, { score }, i) => (score > left[top].score ? i : top), 0);
    const [taken] = left.splice(best, 1);
    if (taken.score <= least) break;
    kept.push({ ...taken.box, score: taken.score });
    for (const other of left) {
      if (perClass && other.box.label !== taken.box.label) continue;
      const shared = overlap(taken.at, other.at);
      if (method === "gaussian") other.score *= Math.exp((-shared * shared) / sigma);
      else if (shared > spared) other.score *= 1 - shared;
    }
  }
  return kept;
}
