import { checkOptions } from "../../frame/engine/options.ts";
import { rounds } from "../base/index.ts";
import { type CV, splitsFor } from "./check-cv.ts";
import { fitAndScore, type Job, throwIfAllFailed } from "./fit-and-score.ts";
import type { Called, Learner } from "./learner.ts";
import { countAll, type GroupsLike, type Samples } from "./samples.ts";
import { getScorer, type Scorer, type ScorerName } from "./scorers.ts";
import type { Split } from "./splitter.ts";

/** What scores: a name or a function; undefined is the estimator's own `score`. */
export type Scoring = ScorerName | Scorer;

export interface CrossValOptions {
  /** What scores. Default the estimator's own `score`. */
  readonly scoring?: Scoring;
  /** How to split. Default 5 folds, stratified for classifiers. */
  readonly cv?: CV;
  /** One group a sample, for cross-validators that keep groups together. */
  readonly groups?: GroupsLike;
  /** One weight a sample, for `fit`; scores do not weigh. */
  readonly sampleWeight?: ArrayLike<number>;
  /** What a fit that fails scores, or `"raise"`. Default NaN; if all fail, the error is thrown. */
  readonly errorScore?: number | "raise";
  /** Show a progress bar in a notebook, which counts fits. Default false. */
  readonly verbose?: boolean;
}

export const crossValOptions = [
  "scoring",
  "cv",
  "groups",
  "sampleWeight",
  "errorScore",
  "verbose",
] as const;

/** Several scorers: names, or scorers under names of your own. */
export type ManyScoring = readonly ScorerName[] | Readonly<Record<string, Scoring>>;

/** Options of `crossValidate`. */
export interface CrossValidateOptions extends Omit<CrossValOptions, "scoring"> {
  /** What scores, one or several. Default the estimator's own `score`. */
  readonly scoring?: Scoring | ManyScoring;
  /** Score the training parts too. Default false. */
  readonly returnTrainScore?: boolean;
  /** Keep the fitted estimators. Default false. */
  readonly returnEstimator?: boolean;
  /** Keep the splits. Default false. */
  readonly returnIndices?: boolean;
}

type NamesOf<S> = S extends readonly (infer N extends string)[]
  ? N
  : S extends Scoring
    ? "score"
    : S extends object
      ? keyof S & string
      : "score";

/** One number a split: `testScore` for one scorer; for several `testAccuracy`, `testF1`, …. */
export type CrossValidated<E, O> = {
  readonly [
    K in NamesOf<O extends { readonly scoring: infer S } ? S : undefined> as
      | `test${Capitalize<K>}`
      | (O extends { readonly returnTrainScore: true } ? `train${Capitalize<K>}` : never)
  ]: Float64Array;
} & {
  /** Seconds of each fit. */
  readonly fitTime: Float64Array;
  /** Seconds of scoring the test part. */
  readonly scoreTime: Float64Array;
} & (O extends { readonly returnEstimator: true } ? { readonly estimator: E[] } : unknown) &
  (O extends { readonly returnIndices: true } ? { readonly indices: Split[] } : unknown);

/** Scorers by name; one alone is called "score". */
export function scorersOf(scoring: Scoring | ManyScoring | undefined): Map<string, Scorer> {
  if (scoring === undefined || typeof scoring === "string" || typeof scoring === "function") {
    return new Map([["score", getScorer(scoring)]]);
  }
  if (Array.isArray(scoring)) {
    return new Map((scoring as ScorerName[]).map((name) => [name, getScorer(name)]));
  }
  return new Map(
    Object.entries(scoring as Record<string, Scoring>).map(([name, one]) => [name, getScorer(one)]),
  );
}

export const capital = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/**
 * Learns and scores once for each split: times, test scores, and what else is asked for. The estimator
 * that is given stays as it is.
 *
 * @throws what `fit` throws, where every fit fails or `errorScore` is `"raise"`
 * @example
 * const x = [[1], [2], [3], [4]];
 * const scores = crossValidate(new DummyRegressor(), x, [1, 1, 3, 3], {
 *   cv: 2,
 *   scoring: ["negMeanAbsoluteError", "negMaxError"],
 * });
 * scores.testNegMaxError; // [-2, -2]
 */
export function crossValidate<E extends Learner, const O extends CrossValidateOptions>(
  estimator: E,
  x: Samples,
  y?: Samples,
  options?: O,
): CrossValidated<E, O> {
  const who = "crossValidate";
  const given: CrossValidateOptions = options ?? {};
  const flags = ["returnTrainScore", "returnEstimator", "returnIndices"] as const;
  checkOptions(who, given, [...crossValOptions, ...flags]);
  countAll(who, x, ...(y === undefined ? [] : [y]));
  const scorers = scorersOf(given.scoring);
  const job: Job = {
    estimator: estimator as unknown as Called,
    x,
    y,
    sampleWeight: given.sampleWeight,
    scorers,
    trainScores: given.returnTrainScore ?? false,
    errorScore: given.errorScore ?? NaN,
  };
  const splits = splitsFor(given.cv, estimator, x, y, given.groups);
  const shown = { who, verbose: given.verbose ?? false, unit: "fits" };
  const fits = Array.from(rounds(shown, splits.length), (at) => fitAndScore(job, splits[at]));
  throwIfAllFailed(job, fits);
  const result: Record<string, unknown> = {
    fitTime: Float64Array.from(fits, (fit) => fit.fitTime),
    scoreTime: Float64Array.from(fits, (fit) => fit.scoreTime),
  };
  for (const name of scorers.keys()) {
    result[`test${capital(name)}`] = Float64Array.from(fits, ({ test }) => test.get(name) ?? NaN);
    if (!job.trainScores) continue;
    result[`train${capital(name)}`] = Float64Array.from(
      fits,
      ({ train }) => train.get(name) ?? NaN,
    );
  }
  if (given.returnEstimator) result["estimator"] = fits.map((fit) => fit.estimator);
  if (given.returnIndices) result["indices"] = splits;
  return result as CrossValidated<E, O>;
}

/**
 * One score for each split, on the part that was not learned from.
 *
 * @throws what `fit` throws, where every fit fails or `errorScore` is `"raise"`
 * @example
 * const model = new DummyClassifier();
 * crossValScore(model, [[1], [2], [3], [4]], ["a", "a", "b", "a"], { cv: 2 }); // [1, 0.5]
 */
export function crossValScore<E extends Learner>(
  estimator: E,
  x: Samples,
  y?: Samples,
  options: CrossValOptions = {},
): Float64Array {
  checkOptions("crossValScore", options, crossValOptions);
  const { testScore } = crossValidate(estimator, x, y, options) as { testScore: Float64Array };
  return testScore;
}
