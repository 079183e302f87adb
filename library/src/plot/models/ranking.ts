/** Counts at each threshold, from the highest score down; equal scores count together. */
function counts(positive: readonly boolean[], scores: readonly number[]) {
  const order = scores.map((_, i) => i).sort((a, b) => scores[b] - scores[a]);
  const steps: { threshold: number; hits: number; alarms: number }[] = [];
  let [hits, alarms] = [0, 0];
  order.forEach((row, i) => {
    if (positive[row]) hits++;
    else alarms++;
    if (i === order.length - 1 || scores[order[i + 1]] !== scores[row])
      steps.push({ threshold: scores[row], hits, alarms });
  });
  return { steps, hits, alarms };
}

export interface RocPoint {
  readonly falsePositiveRate: number;
  readonly truePositiveRate: number;
  /** Scores from here on are called positive; the first point calls nothing so. */
  readonly threshold: number | null;
}

/** The ROC curve and the area below it by trapezoids, as scikit-learn's `roc_curve` and `roc_auc_score`. */
export function rocPoints(
  positive: readonly boolean[],
  scores: readonly number[],
): { points: RocPoint[]; auc: number } {
  const { steps, hits, alarms } = counts(positive, scores);
  const points: RocPoint[] = [
    { falsePositiveRate: 0, truePositiveRate: 0, threshold: null },
    ...steps.map((step) => ({
      falsePositiveRate: step.alarms / alarms,
      truePositiveRate: step.hits / hits,
      threshold: step.threshold,
    })),
  ];
  const auc = points.slice(1).reduce((area, to, i) => {
    const from = points[i];
    const width = to.falsePositiveRate - from.falsePositiveRate;
    return area + (width * (to.truePositiveRate + from.truePositiveRate)) / 2;
  }, 0);
  return { points, auc };
}

export interface PrecisionPoint {
  readonly recall: number;
  readonly precision: number;
  readonly threshold: number | null;
}

/**
 * Precision and recall from the lowest threshold up, and the average precision, as scikit-learn's
 * `precision_recall_curve` and `average_precision_score`.
 */
export function precisionPoints(
  positive: readonly boolean[],
  scores: readonly number[],
): { points: PrecisionPoint[]; ap: number } {
  const { steps, hits } = counts(positive, scores);
  const falling = steps.map((step) => ({
    recall: step.hits / hits,
    precision: step.hits / (step.hits + step.alarms),
    threshold: step.threshold,
  }));
  const ap = falling.reduce(
    (sum, { recall, precision }, i) => sum + (recall - (falling[i - 1]?.recall ?? 0)) * precision,
    0,
  );
  return { points: [...falling.toReversed(), { recall: 0, precision: 1, threshold: null }], ap };
}
