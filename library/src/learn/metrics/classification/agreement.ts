import { checkChoice, type Label, type LabelsLike } from "../../base/index.ts";
import { checkLabels, readLabelPair, type WeightOption } from "../read.ts";
import { countPairs } from "./confusion-matrix.ts";

/**
 * The correlation of true and predicted labels: 1 for all right, 0 for chance. For two classes of very
 * different frequency a fairer single number than accuracy.
 *
 * Source: B. W. Matthews, Comparison of the predicted and observed secondary structure of T4 phage
 * lysozyme (1975); for several classes J. Gorodkin (2004).
 *
 * @throws RangeError for lists of different lengths
 * @example
 * matthewsCorrcoef([1, 1, 1, -1], [1, -1, 1, 1]); // -1 / 3
 */
export function matthewsCorrcoef<L extends Label>(
  yTrue: LabelsLike<L>,
  yPred: LabelsLike<L>,
  options: WeightOption = {},
): number {
  const pair = readLabelPair("matthewsCorrcoef", yTrue, yPred, options);
  const k = pair.classes.length;
  const { data } = countPairs(pair, pair.classes);
  const there = new Float64Array(k);
  const found = new Float64Array(k);
  let right = 0;
  let all = 0;
  for (let i = 0; i < k; i++) {
    right += data[i * k + i];
    for (let j = 0; j < k; j++) {
      there[i] += data[i * k + j];
      found[j] += data[i * k + j];
      all += data[i * k + j];
    }
  }
  let both = 0;
  let ofFound = 0;
  let ofThere = 0;
  for (let i = 0; i < k; i++) {
    both += there[i] * found[i];
    ofFound += found[i] ** 2;
    ofThere += there[i] ** 2;
  }
  const spread = (all ** 2 - ofFound) * (all ** 2 - ofThere);
  return spread === 0 ? 0 : (right * all - both) / Math.sqrt(spread);
}

export interface CohenKappaOptions<L extends Label = Label> extends WeightOption {
  /** The labels, in the order of their ranks. Default all that occur, sorted. */
  readonly labels?: readonly L[];
  /** Count a disagreement by the distance of the ranks, or its square. Default all alike. */
  readonly weights?: "linear" | "quadratic";
}

/**
 * How far two raters agree beyond chance: 1 for always, 0 for chance.
 *
 * Source: J. Cohen, A coefficient of agreement for nominal scales (1960).
 *
 * @throws RangeError for lists of different lengths
 * @example
 * cohenKappaScore(["a", "b", "a", "b"], ["a", "b", "b", "b"]); // 0.5
 */
export function cohenKappaScore<L extends Label>(
  y1: LabelsLike<L>,
  y2: LabelsLike<L>,
  options: CohenKappaOptions<L> = {},
): number {
  const who = "cohenKappaScore";
  const pair = readLabelPair(who, y1, y2, options, ["labels", "weights"]);
  const { weights } = options;
  if (weights !== undefined) checkChoice(who, "weights", weights, ["linear", "quadratic"]);
  const labels: readonly Label[] = options.labels ?? pair.classes;
  checkLabels(who, labels);
  const k = labels.length;
  const { data } = countPairs(pair, labels);
  const rows = new Float64Array(k);
  const columns = new Float64Array(k);
  let all = 0;
  for (let at = 0; at < data.length; at++) {
    rows[Math.floor(at / k)] += data[at];
    columns[at % k] += data[at];
    all += data[at];
  }
  let seen = 0;
  let expected = 0;
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      const far = Math.abs(i - j);
      const cost = weights === undefined ? Number(i !== j) : weights === "linear" ? far : far ** 2;
      seen += cost * data[i * k + j];
      expected += (cost * rows[i] * columns[j]) / all;
    }
  }
  return 1 - seen / expected;
}
