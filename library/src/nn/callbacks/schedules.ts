import { checkOptions } from "../../frame/engine/options.ts";
import type { Callback } from "./contract.ts";

/** The learning rate by a number of steps, or of epochs, from 0. */
export type Schedule = (done: number) => number;

const check = (who: string, options: object, known: readonly string[]): void => {
  checkOptions(who, options, known);
  for (const [name, value] of Object.entries(options))
    if (typeof value === "number" && !Number.isFinite(value))
      throw new RangeError(`${who}: ${name} must be a finite number, not ${value}.`);
};

const positive = (who: string, name: string, value: unknown): void => {
  if (!(typeof value === "number" && value > 0))
    throw new RangeError(`${who}: ${name} must be a number above 0, not ${String(value)}.`);
};

/**
 * The same rate always.
 *
 * @example
 * constantRate(0.01)(1000); // 0.01
 */
export function constantRate(rate: number): Schedule {
  positive("constantRate", "rate", rate);
  return () => rate;
}

/**
 * Times `factor` (default 0.1) after each `every`.
 *
 * @example
 * [0, 9, 10, 20].map(stepDecay({ initial: 1, factor: 0.5, every: 10 })); // [1, 1, 0.5, 0.25]
 */
export function stepDecay(options: {
  readonly initial: number;
  readonly every: number;
  readonly factor?: number;
}): Schedule {
  check("stepDecay", options, ["initial", "every", "factor"]);
  const { initial, every, factor = 0.1 } = options;
  positive("stepDecay", "every", every);
  return (done) => initial * factor ** Math.floor(done / every);
}

/**
 * Times `rate` over each `every`, smoothly. Equals Keras' `ExponentialDecay`.
 *
 * @example
 * [0, 10, 20].map(exponentialDecay({ initial: 1, rate: 0.5, every: 10 })); // [1, 0.5, 0.25]
 */
export function exponentialDecay(options: {
  readonly initial: number;
  readonly rate: number;
  readonly every: number;
}): Schedule {
  check("exponentialDecay", options, ["initial", "rate", "every"]);
  const { initial, rate, every } = options;
  positive("exponentialDecay", "every", every);
  return (done) => initial * rate ** (done / every);
}

/**
 * Half a cosine from `initial` down to `alpha` times it (default 0) over `total`. With `warmup`, the
 * rate first rises in a line to `initial`, from `warmupFrom` (default 0). Equals Keras' `CosineDecay`.
 * Source: I. Loshchilov and F. Hutter, ICLR 2017.
 *
 * @example
 * [0, 5, 10, 15].map(cosineDecay({ initial: 1, total: 10 })); // [1, 0.5, 0, 0]
 *
 * @example
 * [0, 1, 2, 12].map(cosineDecay({ initial: 1, total: 10, warmup: 2 })); // [0, 0.5, 1, 0]
 */
export function cosineDecay(options: {
  readonly initial: number;
  /** Steps or epochs after the warm-up. */
  readonly total: number;
  readonly alpha?: number;
  readonly warmup?: number;
  readonly warmupFrom?: number;
}): Schedule {
  check("cosineDecay", options, ["initial", "total", "alpha", "warmup", "warmupFrom"]);
  const { initial, total, alpha = 0, warmup = 0, warmupFrom = 0 } = options;
  positive("cosineDecay", "total", total);
  return (done) => {
    if (done < warmup) return warmupFrom + (initial - warmupFrom) * (done / warmup);
    const part = Math.min(1, (done - warmup) / total);
    return initial * ((1 - alpha) * 0.5 * (1 + Math.cos(Math.PI * part)) + alpha);
  };
}

/**
 * Up to `maximum` and down again, both along half a cosine, once over `total` steps. Equals PyTorch's
 * `OneCycleLR`. Source: L. Smith and N. Topin, "Super-Convergence", 2018.
 *
 * @example
 * [0, 3, 9].map(oneCycle({ maximum: 1, total: 10, rise: 0.4, from: 4, to: 100 })); // [0.25, 1, 0.0025]
 */
export function oneCycle(options: {
  readonly maximum: number;
  readonly total: number;
  /** The part of `total` in which the rate rises; default 0.3. */
  readonly rise?: number;
  /** The first rate is the maximum divided by this; default 25. */
  readonly from?: number;
  /** The last rate is the first divided by this; default 10 000. */
  readonly to?: number;
}): Schedule {
  check("oneCycle", options, ["maximum", "total", "rise", "from", "to"]);
  const { maximum, total, rise = 0.3, from = 25, to = 1e4 } = options;
  positive("oneCycle", "total", total);
  const first = maximum / from;
  const top = rise * total - 1;
  const cosine = (a: number, b: number, part: number): number =>
    b + ((a - b) / 2) * (1 + Math.cos(Math.PI * part));
  return (done) => {
    const at = Math.min(done, total - 1);
    if (at <= top) return cosine(first, maximum, at / top);
    return cosine(maximum, first / to, (at - top) / (total - 1 - top));
  };
}

export interface ScheduleOptions {
  /** What the schedule counts: `"step"` (default), or `"epoch"`. */
  readonly per?: "step" | "epoch";
}

export interface LearningRateSchedule extends Callback {
  /** The rates that were set. */
  readonly rates: readonly number[];
}

/**
 * Sets the learning rate by a schedule, before each step or each epoch.
 *
 * @throws RangeError where the schedule gives no number from 0
 *
 * @example
 * const callback = learningRateSchedule(cosineDecay({ initial: 0.01, total: 1000, warmup: 100 }));
 * callback.rates; // []
 */
export function learningRateSchedule(
  schedule: Schedule,
  options: ScheduleOptions = {},
): LearningRateSchedule {
  checkOptions("learningRateSchedule", options, ["per"]);
  const { per = "step" } = options;
  if (per !== "step" && per !== "epoch")
    throw new RangeError(`per is "step" or "epoch", not ${JSON.stringify(per)}.`);
  const rates: number[] = [];
  const rateOf = (done: number): number => {
    const rate = schedule(done);
    rates.push(rate);
    return rate;
  };
  if (per === "epoch")
    return { rates, onEpochBegin: (epoch, run) => void (run.learningRate = rateOf(epoch)) };
  return { rates, onBatchBegin: (_, run) => void (run.learningRate = rateOf(run.step)) };
}
