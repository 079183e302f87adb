import { tensorflow, type Tensor } from "../tensorflow/index.ts";
import { Breather } from "./event-loop.ts";
import { ProgressLine, type Metrics } from "./progress-line.ts";

/**
 * What a step reports: its loss, as a number or as the scalar that `optimizer.minimize(f, true)` gives
 * (null without that `true`, which is an error), or several metrics by name.
 */
export type StepResult = number | Tensor | null | Readonly<Record<string, number | Tensor>>;

interface LoopOptions {
  /** 0 shows nothing; 1 (default) a progress line. */
  readonly verbose?: 0 | 1;
}

/** So many steps, each on whatever it takes. */
export interface StepsOptions extends LoopOptions {
  readonly steps: number;
  step(step: number): StepResult;
}

/** So many epochs over batches; the metrics of an epoch are the means over its steps. */
export interface EpochsOptions<Batch> extends LoopOptions {
  readonly epochs: number;
  /** The batches of an epoch, for example from `shuffledBatches`. */
  batches(epoch: number): Iterable<Batch>;
  step(batch: Batch, at: { readonly epoch: number; readonly step: number }): StepResult;
}

export interface LoopResult {
  /** One value a step, or an epoch, for each metric; a single loss is called `loss`. */
  readonly history: Readonly<Record<string, readonly number[]>>;
  readonly seconds: number;
}

/**
 * Runs a training loop whose step is written by hand: counts, averages, shows a live progress line,
 * and lets the event loop turn, so that Stop works. Each step runs in `tf.tidy`: what it makes and
 * does not keep is disposed. A step is synchronous.
 *
 * @throws RangeError for a number of steps or epochs under 1, or an epoch without batches
 * @throws TypeError where a step gives no number
 *
 * @example
 * const { history } = await fitLoop({
 *   epochs: 10,
 *   batches: (epoch) => shuffledBatches({ x, y }, { batchSize: 16, seed: 5, epoch }),
 *   step: ({ x, y }) => optimizer.minimize(() => loss(model.apply(x), y), true),
 * });
 *
 * @example
 * await fitLoop({ steps: 200, step: () => optimizer.minimize(styleLoss, true) });
 */
export function fitLoop<Batch>(options: EpochsOptions<Batch>): Promise<LoopResult>;
export function fitLoop(options: StepsOptions): Promise<LoopResult>;
export async function fitLoop<Batch>(
  options: StepsOptions | EpochsOptions<Batch>,
): Promise<LoopResult> {
  const byEpoch = "epochs" in options;
  const total = byEpoch ? options.epochs : options.steps;
  const unit = byEpoch ? "epoch" : "step";
  if (!Number.isInteger(total) || total < 1)
    throw new RangeError(`${unit}s must be a whole number from 1, not ${String(total)}.`);
  const line = new ProgressLine({ unit, total, verbose: options.verbose });
  const breather = new Breather();
  const history: Record<string, number[]> = {};
  let latest: Metrics = {};
  for (let i = 0; i < total; i++) {
    const means = new Means();
    if (byEpoch) {
      let step = 0;
      for (const batch of options.batches(i)) {
        const at = { epoch: i, step };
        means.add(runStep(() => options.step(batch, at), step));
        step++;
        line.update(i, means.values());
        await breather.breathe();
      }
      if (step === 0) throw new RangeError(`Epoch ${i} has no batches.`);
    } else means.add(runStep(() => options.step(i), i));
    latest = means.values();
    for (const [name, value] of Object.entries(latest)) (history[name] ??= []).push(value);
    line.update(i + 1, latest);
    await breather.breathe();
  }
  line.finish(total, latest);
  return { history, seconds: line.seconds };
}

function runStep(step: () => StepResult, index: number): Metrics {
  const tf = tensorflow();
  let metrics: Metrics = {};
  tf.tidy(() => {
    const result = step();
    const named =
      typeof result === "object" && result !== null && !(result instanceof tf.Tensor)
        ? result
        : { loss: result };
    metrics = Object.fromEntries(
      Object.entries(named).map(([name, value]) => [name, toNumber(value, name, index)]),
    );
  });
  return metrics;
}

function toNumber(value: unknown, name: string, step: number): number {
  if (typeof value === "number") return value;
  const tf = tensorflow();
  if (value instanceof tf.Tensor && value.size === 1) return value.dataSync()[0];
  const found = value instanceof tf.Tensor ? `a tensor of shape [${value.shape}]` : typeOf(value);
  throw new TypeError(
    `Step ${step} gave ${found} as "${name}", not a number or a scalar. ` +
      `With an optimizer, return optimizer.minimize(f, true): "true" makes it give the loss.`,
  );
}

function typeOf(value: unknown): string {
  if (value instanceof Promise) return "a promise (a step must not be async)";
  return value === null ? "null" : typeof value;
}

/** Mean of each metric over the steps that reported it. */
class Means {
  readonly #sums = new Map<string, { sum: number; count: number }>();

  add(metrics: Metrics): void {
    for (const [name, value] of Object.entries(metrics)) {
      const { sum, count } = this.#sums.get(name) ?? { sum: 0, count: 0 };
      this.#sums.set(name, { sum: sum + value, count: count + 1 });
    }
  }

  values(): Metrics {
    return Object.fromEntries([...this.#sums].map(([name, { sum, count }]) => [name, sum / count]));
  }
}
