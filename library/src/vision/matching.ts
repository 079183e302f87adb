import { corners } from "./box.ts";
import type { Box, Label, ScoredBox } from "./box.ts";
import { checkScore } from "./checks.ts";
import { overlap } from "./iou.ts";

/**
 * How detections are matched with truths and how a curve becomes one number:
 * - `"voc"`: a detection belongs to the truth that it overlaps most, and is wrong when a better one
 *   has taken it; the area under the whole curve (PASCAL VOC 2010 and later).
 * - `"coco"`: a detection takes the free truth that it overlaps most; the mean precision at 101
 *   levels of recall; the best 100 detections of a class in an image count (COCO).
 */
export type DetectionStyle = "voc" | "coco";

/** A detection after matching, and whether it found an object. */
export interface Judged {
  readonly score: number;
  readonly correct: boolean;
}

const mostOfCoco = 100;

/** The detections of one label over all images, the best score first, and the number of truths. */
export function matchDetections(
  truth: readonly (readonly Box[])[],
  predictions: readonly (readonly ScoredBox[])[],
  label: Label | undefined,
  iouThreshold: number,
  style: DetectionStyle,
): { judged: Judged[]; truths: number } {
  const ofLabel = (box: Box) => label === undefined || box.label === label;
  let truths = 0;
  const judged = predictions.flatMap((boxes, image) => {
    const objects = (truth[image] ?? []).filter(ofLabel).map(corners);
    truths += objects.length;
    const found = boxes
      .map((box, i) => ({ box, at: corners(box), score: checkScore(box, i) }))
      .filter(({ box }) => ofLabel(box))
      .sort((a, b) => b.score - a.score)
      .slice(0, style === "coco" ? mostOfCoco : undefined);
    const taken = new Set<number>();
    return found.map(({ at, score }) => {
      let best = -1;
      let most = style === "coco" ? Math.min(iouThreshold, 1 - 1e-10) : 0;
      objects.forEach((object, i) => {
        const shared = overlap(object, at);
        if (style === "coco" ? shared >= most && !taken.has(i) : shared > most) {
          most = shared;
          best = i;
        }
      });
      const correct = best >= 0 && most >= Math.min(iouThreshold, 1 - 1e-10) && !taken.has(best);
      if (correct) taken.add(best);
      return { score, correct };
    });
  });
  return { judged: judged.sort((a, b) => b.score - a.score), truths };
}
