import { inspect } from "node:util";
import { DataFrame } from "../../../frame/index.ts";
import { type Displayable, jupyterDisplay, type MimeBundle } from "../../../host/index.ts";
import { checkInteger, type Label, type LabelsLike } from "../../base/index.ts";
import { checkLabels, readLabelPair, sumOf, type WeightOption } from "../read.ts";
import { meanOf } from "./average.ts";
import { countLabels, pooled } from "./counts.ts";
import { precisionRecallFscoreSupport } from "./precision-recall.ts";

export interface ClassificationReportOptions<L extends Label = Label> extends WeightOption {
  /** The labels of the report, in this order. Default all that occur, sorted. */
  readonly labels?: readonly L[];
  /** How the labels are called in the report. Default as they are. */
  readonly targetNames?: readonly string[];
  /** Digits after the point in the text. Default 2. */
  readonly digits?: number;
  /** What 0 ÷ 0 is. Default 0. */
  readonly zeroDivision?: number;
}

/** One line of the report. */
export interface ReportRow {
  readonly label: string;
  readonly precision: number;
  readonly recall: number;
  readonly f1Score: number;
  readonly support: number;
}

/** A report of a classifier's scores: text where it is printed, a table in a notebook. */
export class ClassificationReport implements Displayable {
  /** The lines of the labels, in their order. */
  readonly rows: readonly ReportRow[];
  /** The share of the samples that are right; undefined where some labels were left out. */
  readonly accuracy: number | undefined;
  /** The lines below: the micro average (where there is no accuracy), macro and weighted average. */
  readonly averages: readonly ReportRow[];
  readonly #digits: number;
  readonly #support: number;

  /** @internal */
  constructor(
    rows: readonly ReportRow[],
    accuracy: number | undefined,
    averages: readonly ReportRow[],
    digits: number,
  ) {
    this.rows = rows;
    this.accuracy = accuracy;
    this.averages = averages;
    this.#digits = digits;
    this.#support = sumOf(rows.map(({ support }) => support));
  }

  /** The lines as a frame, averages below. */
  toFrame(): DataFrame<{
    label: string;
    precision: number;
    recall: number;
    f1Score: number;
    support: number;
  }> {
    return new DataFrame([...this.rows, ...this.averages].map((row) => ({ ...row })));
  }

  /** The report as scikit-learn prints it. */
  toString(): string {
    const heads = ["precision", "recall", "f1-score", "support"];
    const width = Math.max(
      ...[...this.rows, ...this.averages].map(({ label }) => label.length),
      "weighted avg".length,
      this.#digits,
    );
    const line = (label: string, cells: readonly string[]): string =>
      `${label.padStart(width)} ${cells.map((cell) => ` ${cell.padStart(9)}`).join("")}`;
    const number = (value: number): string => value.toFixed(this.#digits);
    const count = (value: number): string =>
      Number.isInteger(value) ? String(value) : number(value);
    const row = ({ label, precision, recall, f1Score, support }: ReportRow): string =>
      line(label, [number(precision), number(recall), number(f1Score), count(support)]);
    const accuracy =
      this.accuracy === undefined
        ? []
        : [line("accuracy", ["", "", number(this.accuracy), count(this.#support)])];
    return [
      line("", heads),
      "",
      ...this.rows.map(row),
      "",
      ...accuracy,
      ...this.averages.map(row),
      "",
    ].join("\n");
  }

  [inspect.custom](): string {
    return this.toString();
  }

  [jupyterDisplay](): MimeBundle {
    return { "text/plain": this.toString() };
  }
}

/**
 * Precision, recall and F1 of each label, and their averages. Print it for scikit-learn's text,
 * `.toFrame()` for a frame.
 *
 * @throws RangeError for lists of different lengths, and another number of `targetNames` than labels
 * @example
 * const report = classificationReport(["a", "b", "b"], ["a", "b", "a"]);
 * report.rows[1].recall; // 0.5
 * report.toFrame().column("label").values; // ["a", "b", "macro avg", "weighted avg"]
 */
export function classificationReport<L extends Label>(
  yTrue: LabelsLike<L>,
  yPred: LabelsLike<L>,
  options: ClassificationReportOptions<L> = {},
): ClassificationReport {
  const who = "classificationReport";
  const known = ["labels", "targetNames", "digits", "zeroDivision"];
  const pair = readLabelPair(who, yTrue, yPred, options, known);
  const { labels = pair.classes as L[], sampleWeight, zeroDivision = 0, digits = 2 } = options;
  checkLabels(who, labels);
  checkInteger(who, "digits", digits, 0, 20);
  const names = options.targetNames ?? labels.map(String);
  if (names.length !== labels.length) {
    throw new RangeError(
      `${who}: ${names.length} targetNames for ${labels.length} labels. Give one each, or say which labels.`,
    );
  }
  const scores = precisionRecallFscoreSupport(yTrue, yPred, {
    labels,
    zeroDivision,
    ...(sampleWeight && { sampleWeight }),
  });
  const { precision, recall, fscore, support } = scores;
  const rows = names.map((label, k) => ({
    label,
    precision: precision[k],
    recall: recall[k],
    f1Score: fscore[k],
    support: support[k],
  }));
  const total = sumOf(support);
  const average = (label: string, weights: Float64Array | undefined): ReportRow => ({
    label,
    precision: meanOf(precision, weights, zeroDivision),
    recall: meanOf(recall, weights, zeroDivision),
    f1Score: meanOf(fscore, weights, zeroDivision),
    support: total,
  });
  const micro = pooled(countLabels(pair, labels));
  const divided = (part: number, whole: number): number =>
    whole === 0 ? zeroDivision : part / whole;
  const found = divided(micro.right[0], micro.found[0]);
  const all = pair.classes.every((label) => labels.includes(label as L));
  const microRow: ReportRow = {
    label: "micro avg",
    precision: found,
    recall: divided(micro.right[0], micro.there[0]),
    f1Score: divided(2 * micro.right[0], micro.found[0] + micro.there[0]),
    support: total,
  };
  const below = [average("macro avg", undefined), average("weighted avg", support)];
  return new ClassificationReport(
    rows,
    all ? found : undefined,
    all ? below : [microRow, ...below],
    digits,
  );
}
