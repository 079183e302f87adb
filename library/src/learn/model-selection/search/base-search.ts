import type { DataFrame } from "../../../frame/index.ts";
import { ProgressBar } from "../../../widgets/progress/progress-bar.ts";
import { Estimator, type Label, type LabelsLike } from "../../base/index.ts";
import { type CV, splitsFor } from "../check-cv.ts";
import { type ManyScoring, type Scoring, scorersOf } from "../cross-validate.ts";
import { fitAndScore, fitOn, type Fitted, type Job, throwIfAllFailed } from "../fit-and-score.ts";
import type { Called, Learner, Prediction } from "../learner.ts";
import type { Candidate } from "../parameter-grid.ts";
import { countAll, type GroupsLike, type Samples } from "../samples.ts";
import type { Split } from "../splitter.ts";
import { featuresOf } from "../features.ts";
import { frameOf, type SearchState, tableOf, type Tried } from "./state.ts";

/** What all searches take. */
export interface SearchParams<E extends Learner> {
  /** The estimator whose parameters are looked for. It stays as it is. */
  estimator: E;
  /** What scores, one or several (then say which decides: `refit`). Default the estimator's `score`. */
  scoring: Scoring | ManyScoring | undefined;
  /** How to split. Default 5 folds, stratified for classifiers. */
  cv: CV | undefined;
  /** Learn from all samples with the best setting; of several scorers, the name of the one that decides. Default true. */
  refit: boolean | string;
  /** What a fit that fails scores, or `"raise"`. Default NaN; if all fail, the error is thrown. */
  errorScore: number | "raise";
  /** Score the training parts too. Default false. */
  returnTrainScore: boolean;
  /** From 1, show a progress bar. Default 0. */
  verbose: number;
}

export const searchDefaults = {
  scoring: undefined,
  cv: undefined,
  refit: true,
  errorScore: NaN,
  returnTrainScore: false,
  verbose: 0,
} as const;

export interface SearchFitOptions {
  /** One group a sample, for cross-validators that keep groups together. */
  readonly groups?: GroupsLike;
  /** One weight a sample, for `fit`; scores do not weigh. */
  readonly sampleWeight?: ArrayLike<number>;
}

/** Labels that a search's classifier predicts after it learned from targets of type T. */
export type PredictionOf<E, T> =
  Label[] extends Prediction<E>
    ? T extends LabelsLike<infer M>
      ? M[]
      : Prediction<E>
    : Prediction<E>;

type Method<E, K extends string> =
  E extends Record<K, (x: never) => infer R> ? (x: Samples) => R : undefined;

/** The tries of a search: settings on splits, in one round or several. */
export interface Trials {
  readonly splits: readonly Split[];
  readonly count: number;
  readonly scorer: string;
  /** Tries settings on splits. */
  readonly run: (
    candidates: readonly Candidate[],
    splits: readonly Split[],
    round?: Tried["round"],
  ) => Tried[];
}

/** What searches share: `fit` tries settings, keeps the results, and learns with the best. */
export abstract class BaseSearchCV<
  E extends Learner,
  P extends SearchParams<E>,
  Y = Prediction<E>,
> extends Estimator<P, SearchState> {
  /** Tries the settings; the last of the results hold the best. */
  protected abstract trials(trials: Trials): Tried[];

  /** How many fits there will be, for the progress bar. */
  protected abstract fitCount(splits: number): number;

  /**
   * Tries the settings, and learns from all samples with the best. A search that is stopped stays as
   * it was.
   *
   * @throws what the estimator's `fit` throws, where every fit fails or `errorScore` is `"raise"`
   */
  protected search(x: Samples, y: Samples | undefined, options: SearchFitOptions): this {
    const { estimator, scoring, cv, refit, errorScore, verbose, returnTrainScore } = this.params;
    const scorers = scorersOf(scoring);
    const scorer = this.#decides([...scorers.keys()], refit);
    const features = featuresOf(x, this.name);
    const count = countAll(this.name, x, ...(y === undefined ? [] : [y]));
    const splits = this.#splits(x, y, options.groups, cv);
    const { sampleWeight } = options;
    const job = (model: Called): Job => ({
      estimator: model,
      x,
      y,
      sampleWeight,
      scorers,
      trainScores: returnTrainScore,
      errorScore,
    });
    const bar = verbose > 0 ? this.#bar(splits.length) : undefined;
    const all: Fitted[] = [];
    let last: Job | undefined;
    const run: Trials["run"] = (candidates, parts, round) =>
      candidates.map((candidate) => {
        last = job(settle(estimator as unknown as Called, candidate));
        const tried = last;
        const fits = parts.map((part) => {
          // The models of the splits are not kept: a long search would hold them all.
          const fit = { ...fitAndScore(tried, part), estimator: tried.estimator };
          bar?.advance();
          return fit;
        });
        all.push(...fits);
        return { candidate, fits, ...(round && { round }) };
      });
    let tried: Tried[];
    try {
      tried = this.trials({ splits, count, scorer, run });
    } finally {
      bar?.finish();
    }
    if (last) throwIfAllFailed(last, all);
    const columns = tableOf(tried, [...scorers.keys()], returnTrainScore);
    const bestIndex = bestOf(columns, scorer);
    const candidates = tried.map(({ candidate }) => candidate);
    const start = performance.now();
    let best: Called | undefined;
    if (refit !== false) {
      best = settle(estimator as unknown as Called, candidates[bestIndex]);
      fitOn(best, x, y, sampleWeight);
    }
    const refitTime = (performance.now() - start) / 1000;
    const nSplits = splits.length;
    const state = { best, bestIndex, candidates, columns, nSplits, scorer, refitTime };
    return this.learned(state, features);
  }

  #splits(
    x: Samples,
    y: Samples | undefined,
    groups: GroupsLike | undefined,
    cv: CV | undefined,
  ): Split[] {
    try {
      return splitsFor(cv, this.params.estimator, x, y, groups);
    } catch (error) {
      const { message } = error as Error;
      throw new RangeError(`${this.name} has no splits. ${message}`, { cause: error });
    }
  }

  #decides(names: readonly string[], refit: boolean | string): string {
    if (typeof refit === "string" && names.includes(refit)) return refit;
    if (typeof refit !== "string" && (names.length === 1 || !refit)) return names[0];
    throw new RangeError(
      `${this.name}: of several scorers, refit says which decides: one of ${names.map((name) => `"${name}"`).join(", ")}, or false.`,
    );
  }

  #bar(splits: number): ProgressBar {
    return new ProgressBar({ total: this.fitCount(splits), description: this.name, unit: "fits" });
  }

  #best(what: string): Called {
    const { best } = this.fitted(what);
    if (best !== undefined) return best;
    throw new TypeError(`This ${this.name} has no ${what}: it did not refit. Set refit: true.`);
  }

  /** What the best estimator predicts. */
  predict(x: Samples): Y {
    return this.#best("prediction").predict(x) as Y;
  }

  /** What the deciding scorer gives the best estimator. */
  score(x: Samples, y?: Samples): number {
    const best = this.#best("score");
    const { scorer } = this.fitted();
    return scorersOf(this.params.scoring).get(scorer)!(best, x, y);
  }

  /** The best estimator's probabilities, where it has them. */
  get predictProba(): Method<E, "predictProba"> {
    return this.#method("predictProba") as Method<E, "predictProba">;
  }

  /** The best estimator's decision values, where it has them. */
  get decisionFunction(): Method<E, "decisionFunction"> {
    return this.#method("decisionFunction") as Method<E, "decisionFunction">;
  }

  #method(name: "predictProba" | "decisionFunction"): unknown {
    if (typeof (this.params.estimator as unknown as Called)[name] !== "function") return undefined;
    return (x: Samples) => this.#best(name)[name]?.(x);
  }

  /** The estimator with the best setting, which learned from all samples. */
  get bestEstimator_(): E {
    return this.#best("bestEstimator_") as unknown as E;
  }

  /** The best setting. */
  get bestParams_(): Candidate {
    const { candidates, bestIndex } = this.fitted("bestParams_");
    return { ...candidates[bestIndex] };
  }

  /** The best setting's mean score over the splits. */
  get bestScore_(): number {
    const { columns, bestIndex, scorer } = this.fitted("bestScore_");
    return Number(columns[meanColumn(scorer)][bestIndex]);
  }

  /** The row of `cvResults_` that is best. */
  get bestIndex_(): number {
    return this.fitted("bestIndex_").bestIndex;
  }

  /** One row a setting: times, parameters (`param_alpha`), scores of each split, mean, rank. */
  get cvResults_(): DataFrame {
    return frameOf(this.fitted("cvResults_").columns);
  }

  /** The settings, in the order of `cvResults_`. */
  get candidates_(): Candidate[] {
    return [...this.fitted("candidates_").candidates];
  }

  /** How many splits there were. */
  get nSplits_(): number {
    return this.fitted("nSplits_").nSplits;
  }

  /** Seconds that the last fit took, of all samples with the best setting. */
  get refitTime_(): number {
    return this.fitted("refitTime_").refitTime;
  }

  /** The labels, where the estimator is a classifier. */
  get classes_(): readonly Label[] | undefined {
    return this.#best("classes_").classes_;
  }
}

export const meanColumn = (scorer: string): string =>
  `meanTest${scorer.charAt(0).toUpperCase()}${scorer.slice(1)}`;

/** A copy of the estimator with the setting; estimators in the setting are copied too. */
function settle(estimator: Called, candidate: Candidate): Called {
  const copied = Object.entries(candidate).map(([name, value]) => [
    name,
    value instanceof Estimator ? (value.clone() as unknown) : value,
  ]);
  return estimator.clone().setParams(Object.fromEntries(copied) as Record<string, unknown>);
}

/** The place of the best mean score; of a halving search, of its last round. */
function bestOf(columns: Readonly<Record<string, ArrayLike<unknown>>>, scorer: string): number {
  const means = columns[meanColumn(scorer)] as Float64Array;
  const rounds = columns["iter"] as Int32Array | undefined;
  const last = rounds === undefined ? 0 : Math.max(...rounds);
  let best = -1;
  for (let i = 0; i < means.length; i++) {
    if (rounds !== undefined && rounds[i] !== last) continue;
    if (
      best < 0 ||
      means[i] > means[best] ||
      (Number.isNaN(means[best]) && !Number.isNaN(means[i]))
    )
      best = i;
  }
  return best;
}
