import { readWeights } from "../base/index.ts";
import type { Called } from "./learner.ts";
import { countSamples, type Samples, takeSamples } from "./samples.ts";
import type { Scorer } from "./scorers.ts";
import type { Split } from "./splitter.ts";

/** What one fit of a cross-validation is told. */
export interface Job {
  readonly estimator: Called;
  readonly x: Samples;
  readonly y: Samples | undefined;
  readonly sampleWeight: ArrayLike<number> | undefined;
  readonly scorers: ReadonlyMap<string, Scorer>;
  readonly trainScores: boolean;
  /** What a fit that fails scores; `"raise"` lets its error out. */
  readonly errorScore: number | "raise";
}

/** What one fit of a cross-validation gave; times in seconds. */
export interface Fitted {
  readonly estimator: Called;
  readonly fitTime: number;
  readonly scoreTime: number;
  readonly test: ReadonlyMap<string, number>;
  readonly train: ReadonlyMap<string, number>;
  readonly error: Error | undefined;
}

/** Learns from one part and scores on the other. */
export function fitAndScore(job: Job, [train, test]: Split): Fitted {
  const { x, y, sampleWeight, scorers, errorScore } = job;
  const estimator = job.estimator.clone();
  const part = (positions: Int32Array) =>
    [takeSamples(x, positions), y === undefined ? undefined : takeSamples(y, positions)] as const;
  const [xTrain, yTrain] = part(train);
  const [xTest, yTest] = part(test);
  const start = performance.now();
  let fitTime = 0;
  try {
    fitOn(estimator, xTrain, yTrain, sampleWeight && weightsAt(sampleWeight, train, x));
    fitTime = (performance.now() - start) / 1000;
    const scored = (xPart: Samples, yPart: Samples | undefined): Map<string, number> =>
      new Map([...scorers].map(([name, scorer]) => [name, scorer(estimator, xPart, yPart)]));
    const from = performance.now();
    const testScores = scored(xTest, yTest);
    const scoreTime = (performance.now() - from) / 1000;
    const trainScores = job.trainScores ? scored(xTrain, yTrain) : new Map<string, number>();
    return {
      estimator,
      fitTime,
      scoreTime,
      test: testScores,
      train: trainScores,
      error: undefined,
    };
  } catch (error) {
    if (errorScore === "raise") throw error;
    const failed = new Map([...scorers.keys()].map((name) => [name, errorScore]));
    fitTime ||= (performance.now() - start) / 1000;
    return { estimator, fitTime, scoreTime: 0, test: failed, train: failed, error: error as Error };
  }
}

/** Calls `fit` with weights only where there are some: not every estimator takes them. */
export function fitOn(
  estimator: Called,
  x: Samples,
  y: Samples | undefined,
  sampleWeight: ArrayLike<number> | undefined,
): void {
  if (sampleWeight === undefined) estimator.fit(x, y);
  else estimator.fit(x, y, { sampleWeight });
}

function weightsAt(weights: ArrayLike<number>, positions: Int32Array, x: Samples): Float64Array {
  const all = readWeights(weights, countSamples(x, "sampleWeight"), "sampleWeight");
  return takeSamples(all, positions);
}

/**
 * Where every fit failed, there is nothing to report: the error of a fit of all samples is thrown,
 * whose rows are those of the caller, else that of the first fit.
 */
export function throwIfAllFailed(job: Job, fits: readonly Fitted[]): void {
  const [first] = fits;
  if (first?.error === undefined || fits.some(({ error }) => error === undefined)) return;
  fitOn(job.estimator.clone(), job.x, job.y, job.sampleWeight);
  throw first.error;
}
