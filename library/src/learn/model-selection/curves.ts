import { checkOptions } from "../../frame/engine/options.ts";
import { checkInteger, permutation, randomOf, type RandomState, withBar } from "../base/index.ts";
import { describe } from "../matrix/index.ts";
import { splitsFor } from "./check-cv.ts";
import { crossValOptions, type CrossValOptions, scorersOf } from "./cross-validate.ts";
import { fitAndScore, type Fitted, type Job, throwIfAllFailed } from "./fit-and-score.ts";
import type { Called, Learner, ParamsOf } from "./learner.ts";
import { countAll, type Samples } from "./samples.ts";

/** Scores by row of the axis, one number a split; as `plot.learningCurve` and `validationCurve` take them. */
export interface CurveScores {
  readonly trainScores: Float64Array[];
  readonly testScores: Float64Array[];
}

export interface LearningCurveOptions extends CrossValOptions {
  /** Shares (from 0 to 1) or numbers of training samples. Default 0.1, 0.325, 0.55, 0.775, 1. */
  readonly trainSizes?: ArrayLike<number>;
  /** Mix the training samples before the first are taken. Default false. */
  readonly shuffle?: boolean;
  /** Makes a shuffle the same each time. */
  readonly randomState?: RandomState;
}

/** A learning curve. */
export interface LearningCurve extends CurveScores {
  /** How many samples were learned from. */
  readonly trainSizes: number[];
}

function jobOf(
  estimator: Called,
  x: Samples,
  y: Samples | undefined,
  options: CrossValOptions,
): Job {
  return {
    estimator,
    x,
    y,
    sampleWeight: options.sampleWeight,
    scorers: scorersOf(options.scoring),
    trainScores: true,
    errorScore: options.errorScore ?? NaN,
  };
}

function scoresOf(fits: readonly (readonly Fitted[])[]): CurveScores {
  const of = (part: "train" | "test"): Float64Array[] =>
    fits.map((row) => Float64Array.from(row, (fit) => fit[part].get("score") ?? NaN));
  return { trainScores: of("train"), testScores: of("test") };
}

/**
 * Scores of training and test parts by the number of training samples: does more data help?
 * `plot.learningCurve` draws it.
 *
 * @throws RangeError for sizes that are no shares and no numbers of samples
 * @example
 * const x = [[1], [2], [3], [4]];
 * learningCurve(new DummyRegressor(), x, [1, 2, 3, 4], { cv: 2, trainSizes: [0.5, 1] }).trainSizes; // [1, 2]
 */
export function learningCurve(
  estimator: Learner,
  x: Samples,
  y?: Samples,
  options: LearningCurveOptions = {},
): LearningCurve {
  const who = "learningCurve";
  checkOptions(who, options, [...crossValOptions, "trainSizes", "shuffle", "randomState"]);
  countAll(who, x, ...(y === undefined ? [] : [y]));
  const splits = splitsFor(options.cv, estimator, x, y, options.groups);
  const most = splits[0][0].length;
  const given = Array.from(options.trainSizes ?? [0.1, 0.325, 0.55, 0.775, 1]);
  const shares = given.every((size) => size > 0 && size <= 1);
  const sizes = [...new Set(given.map((size) => (shares ? Math.floor(size * most) : size)))];
  for (const size of sizes) {
    if (Number.isInteger(size) && size >= 1 && size <= most) continue;
    throw new RangeError(
      `${who}: trainSizes must be shares above 0 up to 1, or numbers of samples from 1 to ${most}; one is ${describe(size)}.`,
    );
  }
  sizes.sort((a, b) => a - b);
  const random = options.shuffle ? randomOf(options.randomState) : undefined;
  const mixed = splits.map(([train, test]) => {
    const order = random && permutation(train.length, random);
    return [order ? order.map((i) => train[i]) : train, test] as const;
  });
  const job = jobOf(estimator as unknown as Called, x, y, options);
  const shown = { who, verbose: options.verbose ?? false, unit: "fits" };
  const fits = withBar(shown, sizes.length * mixed.length, (advance) =>
    sizes.map((size) =>
      mixed.map(([train, test]) => {
        const fit = fitAndScore(job, [train.slice(0, size), test]);
        advance();
        return fit;
      }),
    ),
  );
  throwIfAllFailed(job, fits.flat());
  return { trainSizes: sizes, ...scoresOf(fits) };
}

/** Options of `validationCurve`. */
export interface ValidationCurveOptions<N extends string, T> extends CrossValOptions {
  /** The parameter; one of an estimator inside is named with two underscores. */
  readonly paramName: N;
  /** Its values. */
  readonly paramRange: readonly T[];
}

/**
 * Scores of training and test parts by the value of one parameter: where does it start to overfit?
 * `plot.validationCurve` draws it.
 *
 * @example
 * const options = { cv: 2, paramName: "strategy", paramRange: ["mean", "median"] };
 * const curve = validationCurve(new DummyRegressor(), [[1], [2], [3], [4]], [1, 1, 3, 3], options);
 * curve.testScores.length; // 2
 */
export function validationCurve<
  E extends Learner,
  const N extends (keyof ParamsOf<E> & string) | `${string}__${string}`,
  T extends (N extends keyof ParamsOf<E> ? ParamsOf<E>[N] : unknown),
>(
  estimator: E,
  x: Samples,
  y: Samples | undefined,
  options: ValidationCurveOptions<N, T>,
): CurveScores & { readonly paramRange: T[] } {
  const who = "validationCurve";
  checkOptions(who, options, [...crossValOptions, "paramName", "paramRange"]);
  countAll(who, x, ...(y === undefined ? [] : [y]));
  checkInteger(who, "the number of values in paramRange", options.paramRange.length, 1);
  const splits = splitsFor(options.cv, estimator, x, y, options.groups);
  const shown = { who, verbose: options.verbose ?? false, unit: "fits" };
  const fits = withBar(shown, options.paramRange.length * splits.length, (advance) =>
    options.paramRange.map((value) => {
      const model = (estimator as unknown as Called)
        .clone()
        .setParams({ [options.paramName]: value });
      const job = jobOf(model, x, y, options);
      const row = splits.map((split) => {
        const fit = fitAndScore(job, split);
        advance();
        return fit;
      });
      throwIfAllFailed(job, row);
      return row;
    }),
  );
  return { paramRange: [...options.paramRange], ...scoresOf(fits) };
}
