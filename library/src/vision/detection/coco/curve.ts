import type { MatchedDetection } from "./match.ts";

const levels = 101;

/**
 * The precision at 101 levels of recall, and the recall of all detections together; `undefined` when
 * there is no truth.
 */
export function curveOf(
  detections: readonly MatchedDetection[],
  truths: number,
): { precision: Float64Array; recall: number } | undefined {
  if (truths === 0) return undefined;
  const counted = detections.filter(({ ignored }) => !ignored).sort((a, b) => b.score - a.score);
  const recall = new Float64Array(counted.length);
  const precision = new Float64Array(counted.length);
  let right = 0;
  for (const [i, detection] of counted.entries()) {
    if (detection.right) right++;
    recall[i] = right / truths;
    precision[i] = right / (i + 1);
  }
  for (let i = counted.length - 2; i >= 0; i--)
    precision[i] = Math.max(precision[i], precision[i + 1]);
  const at = new Float64Array(levels);
  let i = 0;
  for (let level = 0; level < levels; level++) {
    // 0.01 as COCO counts levels; dividing by 100 differs in the last digit, which decides ties.
    while (i < counted.length && recall[i] < level * 0.01) i++;
    at[level] = i < counted.length ? precision[i] : 0;
  }
  return { precision: at, recall: right / truths };
}
