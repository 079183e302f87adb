import type { ImageOfClass } from "./image.ts";

/** From which area to which one objects count. */
export type AreaRange = readonly [least: number, most: number];

/** A detection after matching. An ignored one is neither right nor wrong. */
export interface MatchedDetection {
  readonly score: number;
  readonly right: boolean;
  readonly ignored: boolean;
}

/**
 * Matches the detections of one image at one IoU threshold: from the best down, each takes the free
 * truth that it overlaps most, and one to be ignored only where no other fits.
 */
export function matchImage(
  { truths, found, overlaps }: ImageOfClass,
  threshold: number,
  [least, most]: AreaRange,
): { detections: MatchedDetection[]; truths: number } {
  const outside = (area: number) => area < least || area > most;
  const ignoredTruth = truths.map(({ crowd, area }) => crowd || outside(area));
  const order = [...truths.keys()].sort(
    (a, b) => Number(ignoredTruth[a]) - Number(ignoredTruth[b]),
  );
  const taken = new Set<number>();
  const detections = found.map(({ score, area }, d) => {
    let best = -1;
    let shared = Math.min(threshold, 1 - 1e-10);
    for (const t of order) {
      if (taken.has(t) && !truths[t].crowd) continue;
      if (best >= 0 && !ignoredTruth[best] && ignoredTruth[t]) break;
      if (overlaps[d][t] < shared) continue;
      shared = overlaps[d][t];
      best = t;
    }
    if (best < 0) return { score, right: false, ignored: outside(area) };
    taken.add(best);
    return { score, right: !ignoredTruth[best], ignored: ignoredTruth[best] };
  });
  return { detections, truths: ignoredTruth.filter((ignore) => !ignore).length };
}
