import { nearest } from "../../frame/engine/names.ts";
import { describe, Matrix } from "../matrix/index.ts";
import * as metrics from "../metrics/index.ts";
import type { Called } from "./learner.ts";
import type { Samples } from "./samples.ts";

/** Scores a fitted estimator; greater is better. */
export type Scorer = (estimator: Called, x: Samples, y: Samples | undefined) => number;

type Metric = (yTrue: never, yPred: never, options?: never) => number;
type Loose = (yTrue: unknown, yPred: unknown, options?: object) => number;

const call = (metric: Metric): Loose => metric as unknown as Loose;

/** A scorer of what `predict` gives. */
const ofLabels =
  (metric: Metric, options?: object): Scorer =>
  (estimator, x, y) =>
    call(metric)(y, estimator.predict(x), options);

/** A scorer of a loss, of which less is better. */
const loss =
  (metric: Metric, options?: object): Scorer =>
  (estimator, x, y) =>
    -call(metric)(y, estimator.predict(x), options);

/** A scorer of probabilities, or of decision values where there are no probabilities. */
const ofScores =
  (metric: Metric, options: object = {}, sign = 1, decisions = true): Scorer =>
  (estimator, x, y) => {
    const classes = estimator.classes_;
    const labels = classes && classes.length > 2 ? { labels: classes } : {};
    const decided = decisions ? estimator.decisionFunction?.(x) : undefined;
    const usable =
      decided !== undefined && !(classes && classes.length > 2 && "multiClass" in options);
    const scores = usable ? decided : estimator.predictProba?.(x);
    if (scores === undefined) {
      throw new TypeError(`${estimator.name} has no predictProba, which this scorer needs.`);
    }
    const narrow = scores instanceof Matrix && scores.columns === 2 ? scores.column(1) : scores;
    return sign * call(metric)(y, narrow, { ...options, ...labels });
  };

const averages = (name: string, metric: Metric): [string, Scorer][] =>
  (["binary", "macro", "micro", "weighted"] as const).map((average) => [
    average === "binary" ? name : `${name}${average[0].toUpperCase()}${average.slice(1)}`,
    ofLabels(metric, { average }),
  ]);

/** A scorer for each way to average labels. */
type Averaged<N extends string> = N | `${N}Macro` | `${N}Micro` | `${N}Weighted`;

/** scikit-learn's names of scorers, in camelCase. */
export type ScorerName =
  | "accuracy"
  | "balancedAccuracy"
  | "topKAccuracy"
  | "averagePrecision"
  | "negBrierScore"
  | "negLogLoss"
  | "d2LogLossScore"
  | "matthewsCorrcoef"
  | Averaged<"f1" | "precision" | "recall" | "jaccard">
  | "rocAuc"
  | "rocAucOvr"
  | "rocAucOvo"
  | "rocAucOvrWeighted"
  | "rocAucOvoWeighted"
  | "r2"
  | "explainedVariance"
  | "negMaxError"
  | "negMeanAbsoluteError"
  | "negMeanSquaredError"
  | "negRootMeanSquaredError"
  | "negMeanSquaredLogError"
  | "negRootMeanSquaredLogError"
  | "negMedianAbsoluteError"
  | "negMeanAbsolutePercentageError"
  | "negMeanPoissonDeviance"
  | "negMeanGammaDeviance"
  | "d2AbsoluteErrorScore";

const scorers = new Map<string, Scorer>([
  ["accuracy", ofLabels(metrics.accuracyScore)],
  ["balancedAccuracy", ofLabels(metrics.balancedAccuracyScore)],
  ["topKAccuracy", ofScores(metrics.topKAccuracyScore)],
  ["averagePrecision", ofScores(metrics.averagePrecisionScore)],
  ["negBrierScore", ofScores(metrics.brierScoreLoss, {}, -1, false)],
  ["negLogLoss", ofScores(metrics.logLoss, {}, -1, false)],
  ["d2LogLossScore", ofScores(metrics.d2LogLossScore, {}, 1, false)],
  ["matthewsCorrcoef", ofLabels(metrics.matthewsCorrcoef)],
  ...averages("f1", metrics.f1Score),
  ...averages("precision", metrics.precisionScore),
  ...averages("recall", metrics.recallScore),
  ...averages("jaccard", metrics.jaccardScore),
  ["rocAuc", ofScores(metrics.rocAucScore)],
  ["rocAucOvr", ofScores(metrics.rocAucScore, { multiClass: "ovr" }, 1, false)],
  ["rocAucOvo", ofScores(metrics.rocAucScore, { multiClass: "ovo" }, 1, false)],
  [
    "rocAucOvrWeighted",
    ofScores(metrics.rocAucScore, { multiClass: "ovr", average: "weighted" }, 1, false),
  ],
  [
    "rocAucOvoWeighted",
    ofScores(metrics.rocAucScore, { multiClass: "ovo", average: "weighted" }, 1, false),
  ],
  ["r2", ofLabels(metrics.r2Score)],
  ["explainedVariance", ofLabels(metrics.explainedVarianceScore)],
  [
    "negMaxError",
    (estimator, x, y) => -metrics.maxError(y as never, estimator.predict(x) as never),
  ],
  ["negMeanAbsoluteError", loss(metrics.meanAbsoluteError)],
  ["negMeanSquaredError", loss(metrics.meanSquaredError)],
  ["negRootMeanSquaredError", loss(metrics.rootMeanSquaredError)],
  ["negMeanSquaredLogError", loss(metrics.meanSquaredLogError)],
  ["negRootMeanSquaredLogError", loss(metrics.rootMeanSquaredLogError)],
  ["negMedianAbsoluteError", loss(metrics.medianAbsoluteError)],
  ["negMeanAbsolutePercentageError", loss(metrics.meanAbsolutePercentageError)],
  ["negMeanPoissonDeviance", loss(metrics.meanPoissonDeviance)],
  ["negMeanGammaDeviance", loss(metrics.meanGammaDeviance)],
  ["d2AbsoluteErrorScore", ofLabels(metrics.d2AbsoluteErrorScore)],
]);

/**
 * The names that `scoring` knows.
 *
 * @example
 * getScorerNames().includes("negMeanSquaredError"); // true
 */
export const getScorerNames = (): ScorerName[] => [...scorers.keys()].sort() as ScorerName[];

/**
 * The scorer of a name; a function is one already, and undefined is the estimator's own `score`.
 *
 * @throws RangeError for a name that does not exist, with the nearest
 * @example
 * const model = new DummyRegressor().fit([[1], [2]], [1, 3]);
 * getScorer("negMeanAbsoluteError")(model, [[1], [2]], [1, 3]); // -1
 */
export function getScorer(scoring: ScorerName | Scorer | undefined): Scorer {
  if (scoring === undefined) return (estimator, x, y) => estimator.score(x, y);
  if (typeof scoring === "function") return scoring;
  const found = scorers.get(scoring);
  if (found !== undefined) return found;
  const near = typeof scoring === "string" ? nearest(scoring, [...scorers.keys()]) : [];
  const remedy =
    near.length > 0
      ? `Did you mean ${near.map((name) => JSON.stringify(name)).join(" or ")}?`
      : `There are: ${[...scorers.keys()].join(", ")}.`;
  throw new RangeError(`There is no scorer ${describe(scoring)}. ${remedy}`);
}

export interface MakeScorerOptions {
  /** Greater is better; else the score is negated. Default true. */
  readonly greaterIsBetter?: boolean;
  /** What the metric compares with the truth. Default `"predict"`. */
  readonly responseMethod?: "predict" | "predictProba" | "decisionFunction";
}

/**
 * A scorer of a metric of yours: `makeScorer((y, guess) => fbetaScore(y, guess, { beta: 2 }))`.
 *
 * @example
 * const model = new DummyRegressor().fit([[1], [2]], [1, 3]);
 * makeScorer(maxError, { greaterIsBetter: false })(model, [[1], [2]], [1, 3]); // -1
 */
export function makeScorer(
  metric: (yTrue: never, yPred: never) => number,
  options: MakeScorerOptions = {},
): Scorer {
  const { greaterIsBetter = true, responseMethod = "predict" } = options;
  return (estimator, x, y) => {
    const asked = estimator[responseMethod]?.(x);
    if (asked === undefined) throw new TypeError(`${estimator.name} has no ${responseMethod}.`);
    return (greaterIsBetter ? 1 : -1) * metric(y as never, asked as never);
  };
}
