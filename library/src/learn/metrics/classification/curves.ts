import type { Label, LabelsLike } from "../../base/index.ts";
import { cumulate, readBinaryScores, type ScoreOptions, type ScoresLike } from "./scores.ts";

/** Options of a curve. */
export interface CurveOptions<L extends Label = Label> extends ScoreOptions<L> {
  /** Leave out points that lie on a line with their neighbours. */
  readonly dropIntermediate?: boolean;
}

/** A ROC curve: rates at each threshold, from Infinity down. */
export interface RocCurve {
  readonly fpr: Float64Array;
  readonly tpr: Float64Array;
  readonly thresholds: Float64Array;
}

const withZero = (values: readonly number[]): number[] => [0, ...values];

/**
 * How many of the positive are found (`tpr`) for each share of false alarms (`fpr`). `dropIntermediate`
 * is true by default.
 *
 * @throws RangeError for more than two labels; TypeError for scores that are no finite numbers
 * @example
 * const { fpr, tpr, thresholds } = rocCurve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]);
 * fpr; // [0, 0, 0.5, 0.5, 1]
 * tpr; // [0, 0.5, 0.5, 1, 1]
 */
export function rocCurve<L extends Label>(
  yTrue: LabelsLike<L>,
  yScore: ScoresLike,
  options: CurveOptions<L> = {},
): RocCurve {
  const counts = cumulate(
    readBinaryScores("rocCurve", yTrue, yScore, options, ["dropIntermediate"]),
  );
  const last = counts.thresholds.length - 1;
  const keep = (options.dropIntermediate ?? true) && last > 1 ? corners : everywhere;
  const kept = counts.thresholds
    .map((_, i) => i)
    .filter((i) => keep(i, last, counts.falsePositives, counts.truePositives));
  const negatives = counts.falsePositives[last] ?? 0;
  const positives = counts.truePositives[last] ?? 0;
  const rate = (values: readonly number[], total: number): Float64Array =>
    Float64Array.from(withZero(kept.map((i) => values[i])), (value) =>
      total === 0 ? NaN : value / total,
    );
  return {
    fpr: rate(counts.falsePositives, negatives),
    tpr: rate(counts.truePositives, positives),
    thresholds: Float64Array.of(Infinity, ...kept.map((i) => counts.thresholds[i])),
  };
}

type Keep = (
  i: number,
  last: number,
  first: readonly number[],
  second: readonly number[],
) => boolean;
const everywhere: Keep = () => true;
const corners: Keep = (i, last, first, second) =>
  i === 0 || i === last || bends(first, i) || bends(second, i);
const bends = (values: readonly number[], i: number): boolean =>
  values[i + 1] - values[i] !== values[i] - values[i - 1];

/** A precision–recall curve; the last point (precision 1, recall 0) has no threshold. */
export interface PrecisionRecallCurve {
  readonly precision: Float64Array;
  readonly recall: Float64Array;
  readonly thresholds: Float64Array;
}

/**
 * Precision and recall at each threshold, from the least up. `dropIntermediate` is false by default.
 *
 * @throws RangeError for more than two labels; TypeError for scores that are no finite numbers
 * @example
 * const curve = precisionRecallCurve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]);
 * curve.precision; // [0.5, 2 / 3, 0.5, 1, 1]
 * curve.recall; // [1, 1, 0.5, 0.5, 0]
 */
export function precisionRecallCurve<L extends Label>(
  yTrue: LabelsLike<L>,
  yScore: ScoresLike,
  options: CurveOptions<L> = {},
): PrecisionRecallCurve {
  const counts = cumulate(
    readBinaryScores("precisionRecallCurve", yTrue, yScore, options, ["dropIntermediate"]),
  );
  const { falsePositives, truePositives } = counts;
  const last = counts.thresholds.length - 1;
  const drop = (options.dropIntermediate ?? false) && last > 1;
  const changes = (i: number): boolean =>
    truePositives[i] !== truePositives[i - 1] || truePositives[i + 1] !== truePositives[i];
  const kept = counts.thresholds
    .map((_, i) => i)
    .filter((i) => !drop || i === 0 || i === last || changes(i))
    .reverse();
  const total = truePositives[last] ?? 0;
  const found = (i: number): number => truePositives[i] + falsePositives[i];
  return {
    precision: Float64Array.of(
      ...kept.map((i) => (found(i) === 0 ? 0 : truePositives[i] / found(i))),
      1,
    ),
    recall: Float64Array.of(...kept.map((i) => (total === 0 ? 1 : truePositives[i] / total)), 0),
    thresholds: Float64Array.from(kept, (i) => counts.thresholds[i]),
  };
}

/** Error rates at each threshold, from the least up. */
export interface DetCurve {
  readonly fpr: Float64Array;
  readonly fnr: Float64Array;
  readonly thresholds: Float64Array;
}

/**
 * The trade-off of the two errors: false alarms (`fpr`) and misses (`fnr`).
 *
 * Source: A. Martin et al., The DET curve in assessment of detection task performance (1997).
 *
 * @throws RangeError for other than two labels; TypeError for scores that are no finite numbers
 * @example
 * detCurve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]).fnr; // [0, 0.5, 0.5]
 */
export function detCurve<L extends Label>(
  yTrue: LabelsLike<L>,
  yScore: ScoresLike,
  options: ScoreOptions<L> = {},
): DetCurve {
  const counts = cumulate(readBinaryScores("detCurve", yTrue, yScore, options));
  const wrong = withZero(counts.falsePositives);
  const right = withZero(counts.truePositives);
  const thresholds = [Infinity, ...counts.thresholds];
  const positives = right.at(-1) ?? 0;
  const negatives = wrong.at(-1) ?? 0;
  if (positives === 0 || negatives === 0) {
    throw new RangeError("detCurve needs samples of two labels; there is one.");
  }
  // From the last point without false alarms to the first without misses.
  const first = wrong.lastIndexOf(0);
  const last = right.indexOf(positives);
  const kept = thresholds
    .map((_, i) => i)
    .slice(first, last + 1)
    .reverse();
  return {
    fpr: Float64Array.from(kept, (i) => wrong[i] / negatives),
    fnr: Float64Array.from(kept, (i) => (positives - right[i]) / positives),
    thresholds: Float64Array.from(kept, (i) => thresholds[i]),
  };
}
