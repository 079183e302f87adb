import { checkOptions } from "../../../frame/engine/options.ts";
import {
  checkChoice,
  checkNumber,
  type Label,
  type LabelsLike,
  readLabels,
  readTarget,
  readWeights,
  type TargetLike,
} from "../../base/index.ts";
import type { Matrix } from "../../matrix/index.ts";
import { checkPair, sumOf, type WeightOption } from "../read.ts";
import { meanOf } from "./average.ts";
import { precisionRecallCurve, rocCurve } from "./curves.ts";
import { classCodes, type ScoreOptions, type ScoresLike, wideScores } from "./scores.ts";

/**
 * The area below a curve, by trapezoids.
 *
 * @param x where the curve is known, rising or falling
 * @throws RangeError for fewer than two points, and for an x that turns
 * @example
 * auc([0, 0.5, 1], [0, 1, 1]); // 0.75
 */
export function auc(x: TargetLike, y: TargetLike): number {
  const along = readTarget(x, "auc");
  const up = readTarget(y, "auc");
  if (along.length !== up.length || along.length < 2) {
    throw new RangeError(
      `auc needs at least two points; there are ${along.length} values of x and ${up.length} of y.`,
    );
  }
  let area = 0;
  let rises = true;
  let falls = true;
  for (let i = 1; i < along.length; i++) {
    const step = along[i] - along[i - 1];
    if (step < 0) rises = false;
    if (step > 0) falls = false;
    area += (step * (up[i] + up[i - 1])) / 2;
  }
  if (rises) return area;
  if (falls) return -area;
  throw new RangeError("auc needs x in order, rising or falling; it turns. Sort the points by x.");
}

export interface RocAucOptions<L extends Label = Label> extends WeightOption {
  /** How the classes' areas become one. Default `"macro"`. */
  readonly average?: "macro" | "weighted" | "micro";
  /** Each class against all others, or each pair of classes; needed for more than two classes. */
  readonly multiClass?: "ovr" | "ovo";
  /** The classes in the order of the columns. Default those in `yTrue`, sorted. */
  readonly labels?: readonly L[];
  /** The area up to this false positive rate alone, standardised (McClish); two classes only. */
  readonly maxFpr?: number;
}

/**
 * The area under the ROC curve: the chance that a positive sample scores higher than a negative one.
 * Two classes need one score a sample, that of the greater label; more need a probability for each
 * class. NaN where there is one class only.
 *
 * Source: D. J. Hand and R. J. Till, A simple generalisation of the area under the ROC curve (2001),
 * for `"ovo"`.
 *
 * @throws RangeError for several classes without `multiClass`, and for probabilities that do not add up to 1
 * @example
 * rocAucScore([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]); // 0.75
 */
export function rocAucScore<L extends Label>(
  yTrue: LabelsLike<L>,
  yScore: ScoresLike,
  options: RocAucOptions<L> = {},
): number {
  const who = "rocAucScore";
  checkOptions(who, options, ["sampleWeight", "average", "multiClass", "labels", "maxFpr"]);
  const wide = wideScores(yScore, who);
  const kinds = new Set(readLabels(yTrue, who)).size;
  if (wide === undefined || wide.columns <= 2) {
    if (kinds > 2) {
      throw new RangeError(
        `${who}: yTrue has ${kinds} classes, so scores must have a column for each: model.predictProba(x).`,
      );
    }
    return binaryArea(yTrue, yScore, options);
  }
  return severalAreas(yTrue, wide, options);
}

function binaryArea(
  yTrue: LabelsLike<Label>,
  yScore: ScoresLike,
  { sampleWeight, maxFpr }: RocAucOptions,
): number {
  const { fpr, tpr } = rocCurve(yTrue, yScore, sampleWeight && { sampleWeight });
  if (Number.isNaN(fpr[0]) || Number.isNaN(tpr[0])) return NaN;
  if (maxFpr === undefined || maxFpr === 1) return auc(fpr, tpr);
  checkNumber("rocAucScore", "maxFpr", maxFpr, { above: 0, to: 1 });
  const stop = fpr.findIndex((rate) => rate > maxFpr);
  const part = (maxFpr - fpr[stop - 1]) / (fpr[stop] - fpr[stop - 1]);
  const end = tpr[stop - 1] + part * (tpr[stop] - tpr[stop - 1]);
  const area = auc([...fpr.slice(0, stop), maxFpr], [...tpr.slice(0, stop), end]);
  const least = maxFpr ** 2 / 2;
  return 0.5 * (1 + (area - least) / (maxFpr - least));
}

function severalAreas(yTrue: LabelsLike<Label>, scores: Matrix, options: RocAucOptions): number {
  const who = "rocAucScore";
  const { average = "macro", multiClass, labels, sampleWeight } = options;
  const choices = multiClass === "ovo" ? ["macro", "weighted"] : ["macro", "weighted", "micro"];
  checkChoice(who, "average", average, choices);
  checkChoice(who, "multiClass", multiClass, ["ovr", "ovo"]);
  const { codes, classes } = classCodes(who, yTrue, scores.columns, labels);
  checkPair(who, codes.length, scores.rows);
  for (let i = 0; i < scores.rows; i++) {
    const total = sumOf(scores.row(i));
    if (Math.abs(total - 1) > 1e-5) {
      throw new RangeError(
        `${who} of several classes needs probabilities that add up to 1; those of sample ${i} add up to ${total}.`,
      );
    }
  }
  if (multiClass === "ovo") {
    if (sampleWeight !== undefined) {
      throw new RangeError(`${who}: pairs of classes ("ovo") take no sampleWeight; "ovr" does.`);
    }
    return pairsOfClasses(codes, scores, classes.length, average === "weighted");
  }
  const weights = readWeights(sampleWeight, codes.length, who);
  if (average === "micro") {
    const flat = Array.from(scores.data, (_, at) =>
      Number(codes[Math.floor(at / scores.columns)] === at % scores.columns),
    );
    const repeated = scores.data.map((_, at) => weights[Math.floor(at / scores.columns)]);
    return binaryArea(flat, scores.data, { sampleWeight: repeated });
  }
  const there = new Float64Array(classes.length);
  codes.forEach((code, i) => (there[code] += weights[i]));
  const areas = classes.map((_, k) =>
    binaryArea(
      Array.from(codes, (code) => Number(code === k)),
      scores.column(k),
      { sampleWeight: weights },
    ),
  );
  if (areas.some((area, k) => Number.isNaN(area) && (average === "macro" || there[k] > 0)))
    return NaN;
  return meanOf(areas, average === "weighted" ? there : undefined, NaN);
}

function pairsOfClasses(codes: Int32Array, scores: Matrix, k: number, weighted: boolean): number {
  const areas: number[] = [];
  const shares: number[] = [];
  for (let a = 0; a < k; a++) {
    for (let b = a + 1; b < k; b++) {
      const pair = Array.from(codes, (_, i) => i).filter((i) => codes[i] === a || codes[i] === b);
      const area = (one: number): number =>
        binaryArea(
          pair.map((i) => Number(codes[i] === one)),
          pair.map((i) => scores.at(i, one)),
          {},
        );
      areas.push((area(a) + area(b)) / 2);
      shares.push(pair.length / codes.length);
    }
  }
  if (areas.some(Number.isNaN)) return NaN;
  return meanOf(areas, weighted ? Float64Array.from(shares) : undefined, NaN);
}

export interface AveragePrecisionOptions<L extends Label = Label> extends ScoreOptions<L> {
  /** How the classes' values become one, for more than two classes. Default `"macro"`. */
  readonly average?: "macro" | "weighted" | "micro";
  /** The classes in the order of the columns. Default those in `yTrue`, sorted. */
  readonly labels?: readonly L[];
}

/**
 * The precision at each threshold, averaged with the gain of recall as weight: a summary of the
 * precision–recall curve. More than two classes need scores for each.
 *
 * @throws RangeError as {@link precisionRecallCurve}
 * @example
 * averagePrecisionScore([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]); // 1 / 2 + 1 / 3
 */
export function averagePrecisionScore<L extends Label>(
  yTrue: LabelsLike<L>,
  yScore: ScoresLike,
  options: AveragePrecisionOptions<L> = {},
): number {
  const who = "averagePrecisionScore";
  checkOptions(who, options, ["sampleWeight", "posLabel", "average", "labels"]);
  const { average = "macro", labels, sampleWeight, posLabel } = options;
  checkChoice(who, "average", average, ["macro", "weighted", "micro"]);
  const wide = wideScores(yScore, who);
  if (wide === undefined || wide.columns <= 2) {
    return areaOfSteps(yTrue, yScore, {
      ...(sampleWeight && { sampleWeight }),
      ...(posLabel !== undefined && { posLabel }),
    });
  }
  const { codes, classes } = classCodes(who, yTrue, wide.columns, labels);
  checkPair(who, codes.length, wide.rows);
  const weights = readWeights(sampleWeight, codes.length, who);
  if (average === "micro") {
    const flat = Array.from(wide.data, (_, at) =>
      Number(codes[Math.floor(at / wide.columns)] === at % wide.columns),
    );
    const repeated = wide.data.map((_, at) => weights[Math.floor(at / wide.columns)]);
    return areaOfSteps(flat, wide.data, { sampleWeight: repeated, posLabel: 1 });
  }
  const there = new Float64Array(classes.length);
  codes.forEach((code, i) => (there[code] += weights[i]));
  const areas = classes.map((_, k) =>
    areaOfSteps(
      Array.from(codes, (code) => Number(code === k)),
      wide.column(k),
      { sampleWeight: weights, posLabel: 1 },
    ),
  );
  return meanOf(areas, average === "weighted" ? there : undefined, 0);
}

function areaOfSteps(yTrue: LabelsLike<Label>, yScore: ScoresLike, options: ScoreOptions): number {
  const { precision, recall } = precisionRecallCurve(yTrue, yScore, options);
  let area = 0;
  for (let i = 0; i + 1 < recall.length; i++) area += (recall[i] - recall[i + 1]) * precision[i];
  return Math.max(0, area);
}
