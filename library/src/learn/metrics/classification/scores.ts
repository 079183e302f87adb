import { checkOptions } from "../../../frame/engine/options.ts";
import {
  type Label,
  type LabelsLike,
  readLabels,
  readTarget,
  readWeights,
  sortLabels,
  type TargetLike,
} from "../../base/index.ts";
import {
  describe,
  isFrame,
  isTensor,
  Matrix,
  type MatrixLike,
  readMatrix,
} from "../../matrix/index.ts";
import { checkPair, type WeightOption } from "../read.ts";

/** One score a sample, or one for each class of each sample, as `predictProba` gives them. */
export type ScoresLike = TargetLike | MatrixLike;

/** Options of what compares labels with scores. */
export interface ScoreOptions<L extends Label = Label> extends WeightOption {
  /** The label that high scores stand for. Default the greater of the two, which `classes_` has last. */
  readonly posLabel?: L;
}

/** True labels as yes (1) and no (0), with a score each. */
export interface BinaryScores {
  readonly positive: Uint8Array;
  readonly scores: Float64Array;
  readonly weights: Float64Array;
}

function isWide(scores: ScoresLike): boolean {
  if (scores instanceof Matrix || isFrame(scores)) return true;
  if (isTensor(scores)) return scores.shape.length === 2;
  const first: unknown = Array.isArray(scores) ? scores[0] : undefined;
  return Array.isArray(first) || ArrayBuffer.isView(first);
}

/** The scores as a matrix, where they have one for each class; else undefined. */
export function wideScores(scores: ScoresLike, who: string): Matrix | undefined {
  if (!isWide(scores)) return undefined;
  const matrix = readMatrix(scores as MatrixLike, `${who}'s scores`);
  const wrong = matrix.data.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0) {
    throw new TypeError(
      `${who} needs finite scores, but sample ${Math.floor(wrong / matrix.columns)} has ${matrix.data[wrong]}.`,
    );
  }
  return matrix;
}

/** One score a sample: of two columns, that of the positive label. */
export function narrowScores(scores: ScoresLike, column: 0 | 1, who: string): Float64Array {
  const wide = wideScores(scores, who);
  if (wide === undefined) return readTarget(scores, who);
  if (wide.columns === 1) return wide.column(0);
  if (wide.columns === 2) return wide.column(column);
  throw new RangeError(
    `${who} needs one score a sample, or two columns of probabilities; it received ${wide.columns} columns.`,
  );
}

/** Reads labels of two classes with scores. */
export function readBinaryScores(
  who: string,
  yTrue: LabelsLike<Label>,
  yScore: ScoresLike,
  options: ScoreOptions,
  known: readonly string[] = [],
): BinaryScores {
  checkOptions(who, options, ["sampleWeight", "posLabel", ...known]);
  const labels = readLabels(yTrue, who);
  const classes = sortLabels([...new Set(labels)]);
  const posLabel = positiveScore(who, classes, options.posLabel);
  const column = classes.length === 2 && posLabel === classes[0] ? 0 : 1;
  const scores = narrowScores(yScore, column, who);
  checkPair(who, labels.length, scores.length);
  return {
    positive: Uint8Array.from(labels, (label) => Number(label === posLabel)),
    scores,
    weights: readWeights(options.sampleWeight, labels.length, who),
  };
}

/** The label that high scores stand for. @throws RangeError where there are more than two. */
export function positiveScore(
  who: string,
  classes: readonly Label[],
  given: Label | undefined,
): Label {
  if (classes.length > 2) {
    throw new RangeError(
      `${who} needs labels of two classes; there are ${classes.length}: ${classes.slice(0, 6).join(", ")}.`,
    );
  }
  if (given === undefined) {
    // One class alone: 1 and true are the positive ones, as scikit-learn has it.
    const [only] = classes;
    if (classes.length === 1) return only === 0 || only === -1 || only === false ? 1 : only;
    return classes[1];
  }
  if (classes.length === 2 && !classes.includes(given)) {
    throw new RangeError(
      `${who}: posLabel is ${describe(given)}, but the labels are ${classes.map((label) => describe(label)).join(" and ")}.`,
    );
  }
  return given;
}

/** Weights of true and false positives where the score is at least each threshold, from the greatest down. */
export interface Cumulated {
  readonly falsePositives: number[];
  readonly truePositives: number[];
  readonly thresholds: number[];
}

/** Counts at each different score. */
export function cumulate({ positive, scores, weights }: BinaryScores): Cumulated {
  const order = Array.from(scores, (_, i) => i)
    .filter((i) => weights[i] !== 0)
    .sort((a, b) => scores[b] - scores[a]);
  const falsePositives: number[] = [];
  const truePositives: number[] = [];
  const thresholds: number[] = [];
  let right = 0;
  let wrong = 0;
  for (let at = 0; at < order.length; at++) {
    const i = order[at];
    if (positive[i] === 1) right += weights[i];
    else wrong += weights[i];
    if (at + 1 < order.length && scores[order[at + 1]] === scores[i]) continue;
    falsePositives.push(wrong);
    truePositives.push(right);
    thresholds.push(scores[i]);
  }
  return { falsePositives, truePositives, thresholds };
}

/** The column of a true label in scores of several classes. */
export function classCodes(
  who: string,
  yTrue: LabelsLike<Label>,
  columns: number,
  given: readonly Label[] | undefined,
): { codes: Int32Array; classes: readonly Label[] } {
  const labels: Label[] = readLabels(yTrue, who);
  const classes = given === undefined ? sortLabels([...new Set(labels)]) : [...given];
  if (classes.length !== columns) {
    throw new RangeError(
      `${who}: there are ${classes.length} labels (${classes.slice(0, 8).join(", ")}), but scores for ${columns}. Give all of them in the order of the columns: labels: model.classes_.`,
    );
  }
  const place = new Map(classes.map((label, k) => [label, k]));
  const codes = Int32Array.from(labels, (label, i) => {
    const code = place.get(label);
    if (code !== undefined) return code;
    throw new RangeError(`${who}: sample ${i} has ${describe(label)}, which is not among labels.`);
  });
  return { codes, classes };
}
