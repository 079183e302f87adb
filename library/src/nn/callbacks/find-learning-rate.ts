import { checkOptions } from "../../frame/engine/options.ts";
import { DataFrame, type Cell } from "../../frame/index.ts";
import { jupyterDisplay } from "../../host/index.ts";
import { line, type Figure } from "../../plot/index.ts";
import type { LayersModel } from "../../tensorflow/index.ts";
import { getLearningRate, setLearningRate } from "../graph/index.ts";
import { copyState, putState, readableState } from "../save/optimizer-state.ts";
import { compiledParts } from "../train/compiled-parts.ts";
import { train } from "../train/train.ts";
import type { Callback } from "./contract.ts";
import { WeightsCopy } from "./weights-copy.ts";

export interface FindLearningRateOptions {
  /** For the order of the samples; needed unless the data are a dataset. */
  readonly seed?: number;
  /** The lowest rate; default 1e-7. */
  readonly from?: number;
  /** The highest rate; default 10. */
  readonly to?: number;
  /** How many rates are tried, one a step; default 100. */
  readonly steps?: number;
  /** Default 32. */
  readonly batchSize?: number;
  /** How much of the loss so far counts in the smoothed one, 0 to below 1; default 0.9. */
  readonly smoothing?: number;
}

/** How the loss of a model changes with the learning rate. */
export class LearningRates {
  readonly rates: readonly number[];
  readonly losses: readonly number[];
  /** The losses smoothed. */
  readonly smoothed: readonly number[];

  constructor(rates: readonly number[], losses: readonly number[], smoothing: number) {
    this.rates = rates;
    this.losses = losses;
    let mean = 0;
    this.smoothed = losses.map((loss, i) => {
      mean = smoothing * mean + (1 - smoothing) * loss;
      // Without this the first values would be drawn to 0.
      return mean / (1 - smoothing ** (i + 1));
    });
  }

  /**
   * The rate at which the smoothed loss falls fastest before its lowest point; NaN where it never falls.
   * The slope is taken over a tenth of the steps, and the first tenth is left out: there the smoothed
   * loss is a mean of few batches.
   */
  get suggestion(): number {
    const { smoothed, rates } = this;
    const lowest = smoothed.indexOf(Math.min(...smoothed));
    const half = Math.max(1, Math.round(smoothed.length / 20));
    let [best, steepest] = [NaN, 0];
    for (let i = Math.max(half, Math.floor(smoothed.length / 10)); i < lowest; i++) {
      const slope = smoothed[Math.min(i + half, lowest)] - smoothed[i - half];
      if (slope < steepest) [best, steepest] = [rates[i], slope];
    }
    return best;
  }

  /** Columns `rate`, `loss` and `smoothed`, one row a step. */
  toFrame(): DataFrame {
    const { rates, losses, smoothed } = this;
    const columns: Record<string, readonly Cell[]> = { rate: rates, loss: losses, smoothed };
    return new DataFrame(columns);
  }

  /** The smoothed loss by the rate. */
  figure(): Figure {
    const rows = this.rates.map((rate, i) => ({ rate, loss: this.smoothed[i] }));
    const title = Number.isFinite(this.suggestion)
      ? `The loss falls fastest at a learning rate of ${this.suggestion.toPrecision(2)}`
      : "The loss falls at no learning rate";
    const titles = { xTitle: "learning rate", yTitle: "loss, smoothed", points: false };
    const chart = line(rows, { x: "rate", y: "loss", title, ...titles });
    const encoding = chart.spec.encoding as { x: object };
    encoding.x = { ...encoding.x, scale: { type: "log", nice: false } };
    return Number.isFinite(this.suggestion) ? chart.annotate({ x: this.suggestion }) : chart;
  }

  [jupyterDisplay](): ReturnType<Figure[typeof jupyterDisplay]> {
    return this.figure()[jupyterDisplay]();
  }
}

/**
 * Trains with a learning rate that grows from step to step, and tells at which the loss falls fastest.
 * The model gets its weights, its optimiser its rate and its state back. Ends early where the loss is
 * four times the lowest. Source: L. Smith, "Cyclical Learning Rates", WACV 2017.
 *
 * @throws RangeError for bad options
 *
 * @example
 * const found = await findLearningRate(model, { x, y }, { seed: 1 });
 * found.suggestion;
 */
export async function findLearningRate(
  model: LayersModel,
  data: Parameters<typeof train>[1],
  options: FindLearningRateOptions = {},
): Promise<LearningRates> {
  const who = "findLearningRate";
  checkOptions(who, options, ["seed", "from", "to", "steps", "batchSize", "smoothing"]);
  const { from = 1e-7, to = 10, steps = 100, smoothing = 0.9, seed, batchSize } = options;
  if (!(from > 0 && to > from && Number.isFinite(to)))
    throw new RangeError(`${who}: from must be above 0 and below to; they are ${from} and ${to}.`);
  if (!Number.isInteger(steps) || steps < 2)
    throw new RangeError(`${who}: steps must be a whole number from 2, not ${String(steps)}.`);
  if (!(smoothing >= 0 && smoothing < 1))
    throw new RangeError(`${who}: smoothing lies from 0 to below 1, not ${String(smoothing)}.`);
  const { optimizer } = compiledParts(model);
  const rates: number[] = [];
  const losses: number[] = [];
  const rateAt = (step: number): number => from * (to / from) ** (step / (steps - 1));
  const growing: Callback = {
    onBatchBegin: (_, run) => void (run.learningRate = rateAt(run.step)),
    onBatchEnd(_, { loss }, run) {
      if (Number.isFinite(loss)) {
        rates.push(run.learningRate);
        losses.push(loss);
      }
      const far = !Number.isFinite(loss) || loss > 4 * Math.min(...losses);
      if (far || run.step === steps) run.stop("enough rates");
    },
  };
  const weights = new WeightsCopy(model);
  const rate = getLearningRate(optimizer);
  const state = (await readableState(optimizer)) ? await copyState(optimizer) : undefined;
  try {
    const order = seed === undefined ? {} : { seed };
    const size = batchSize === undefined ? {} : { batchSize };
    const shown = { verbose: 0, callbacks: growing } as const;
    await train(model, data, { epochs: steps, ...order, ...size, ...shown });
  } finally {
    weights.putBack(model);
    weights.dispose();
    setLearningRate(optimizer, rate);
    if (state) await putState(optimizer, state);
    state?.forEach(({ tensor }) => tensor.dispose());
  }
  return new LearningRates(rates, losses, smoothing);
}
