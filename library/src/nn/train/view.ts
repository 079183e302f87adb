import { randomUUID } from "node:crypto";
import { host, jupyterDisplay } from "../../host/index.ts";
import { ProgressLine, type Metrics } from "../progress-line.ts";
import { curvesOf, trainingCurves } from "./curves.ts";
import type { TrainResult } from "./result.ts";

interface ViewOptions {
  readonly epochs: number;
  readonly verbose: 0 | 1 | 2;
  readonly curves: boolean;
}

/** Drawing may take this part of the time at most. */
const share = 0.1;
const atMost = 400;

/**
 * What a training shows: a line with a bar, and curves under it where a notebook is live; a line an
 * epoch with `verbose: 2`.
 */
export class TrainingView {
  readonly #line: ProgressLine;
  readonly #options: ViewOptions;
  readonly #live: boolean;
  readonly #displayId = randomUUID();
  #drawn = false;
  #nextAt = 0;

  constructor(options: ViewOptions) {
    this.#options = options;
    const { epochs, verbose, curves } = options;
    this.#line = new ProgressLine({ unit: "epoch", total: epochs, verbose: verbose === 1 ? 1 : 0 });
    const notebook = Symbol.for("Jupyter.host") in globalThis;
    this.#live = verbose === 1 && curves && notebook && !process.env.CI;
  }

  get seconds(): number {
    return this.#line.seconds;
  }

  batch(done: number, metrics: Metrics, result: TrainResult, stepsPerEpoch?: number): void {
    this.#line.update(done, metrics);
    if (!this.#live || performance.now() < this.#nextAt || result.batchLoss.length < 2) return;
    const start = performance.now();
    const { svg, alt } = curvesOf(result.history, { losses: result.batchLoss, stepsPerEpoch });
    this.#publish({ "image/svg+xml": svg, "text/plain": alt });
    const end = performance.now();
    this.#nextAt = end + Math.max(atMost, (end - start) / share);
  }

  epoch(done: number, metrics: Metrics): void {
    this.#line.update(done, metrics);
    if (this.#options.verbose < 2) return;
    const values = Object.entries(metrics).map(
      ([name, value]) => `${name} ${value.toPrecision(4)}`,
    );
    const text = [
      `epoch ${done}/${this.#options.epochs}`,
      ...values,
      `${this.seconds.toFixed(1)} s`,
    ];
    console.log(text.join("  "));
  }

  /** The last line and, for the saved notebook, the curves as a picture. */
  async finish(done: number, metrics: Metrics, result: TrainResult): Promise<void> {
    this.#line.finish(done, metrics);
    if (!this.#live || result.history.loss.length < 2) return;
    const figure = trainingCurves(result.history);
    const { data, metadata } = await figure[jupyterDisplay]();
    this.#publish(data, metadata);
  }

  #publish(data: Record<string, unknown>, metadata?: Record<string, unknown>): void {
    const how = { displayId: this.#displayId, update: this.#drawn };
    host().publish(data, { ...how, ...(metadata && { metadata }) });
    this.#drawn = true;
  }
}
