import { checkChoice, type Label, type LabelsLike } from "../../base/index.ts";
import { Matrix } from "../../matrix/index.ts";
import {
  checkLabels,
  type LabelPair,
  placesIn,
  readLabelPair,
  share,
  type WeightOption,
} from "../read.ts";

export interface ConfusionMatrixOptions<L extends Label = Label> extends WeightOption {
  /** The labels to count, in this order. Default all that occur, sorted. */
  readonly labels?: readonly L[];
  /** Shares of the true labels (rows), of the predicted ones (columns), or of all. Default counts. */
  readonly normalize?: "true" | "pred" | "all";
}

/**
 * How often each true label (row) was predicted as each label (column): [labels, labels], with the
 * labels as names of the columns.
 *
 * @throws RangeError for lists of different lengths, and for labels of which none occurs in `yTrue`
 * @example
 * confusionMatrix(["a", "b", "b"], ["a", "b", "a"]).toArray(); // [[1, 0], [1, 1]]
 */
export function confusionMatrix<L extends Label>(
  yTrue: LabelsLike<L>,
  yPred: LabelsLike<L>,
  options: ConfusionMatrixOptions<L> = {},
): Matrix {
  const who = "confusionMatrix";
  const pair = readLabelPair(who, yTrue, yPred, options, ["labels", "normalize"]);
  const labels: readonly Label[] = options.labels ?? pair.classes;
  checkLabels(who, labels);
  const { normalize } = options;
  if (normalize !== undefined) checkChoice(who, "normalize", normalize, ["true", "pred", "all"]);
  if (!pair.actual.some((code) => labels.includes(pair.classes[code]))) {
    throw new RangeError(`${who}: none of the labels ${labels.join(", ")} occurs in yTrue.`);
  }
  const counts = countPairs(pair, labels);
  return normalize === undefined ? counts : normalized(counts, normalize);
}

/** Weights of true (row) and predicted (column) labels; samples with other labels are left out. */
export function countPairs(pair: LabelPair, labels: readonly Label[]): Matrix {
  const { actual, predicted, weights, classes } = pair;
  const place = placesIn(labels, classes);
  const k = labels.length;
  const data = new Float64Array(k * k);
  for (let i = 0; i < actual.length; i++) {
    const row = place[actual[i]];
    const column = place[predicted[i]];
    if (row >= 0 && column >= 0) data[row * k + column] += weights[i];
  }
  return new Matrix(data, k, k, labels.map(String));
}

function normalized(counts: Matrix, by: "true" | "pred" | "all"): Matrix {
  const { data, rows: k, names } = counts;
  const rows = new Float64Array(k);
  const columns = new Float64Array(k);
  let all = 0;
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      rows[i] += data[i * k + j];
      columns[j] += data[i * k + j];
      all += data[i * k + j];
    }
  }
  const shares = data.map((count, at) => {
    if (by === "all") return share(count, all);
    return share(count, by === "true" ? rows[Math.floor(at / k)] : columns[at % k]);
  });
  return new Matrix(shares, k, k, names);
}
