import { randomUUID } from "node:crypto";
import { host } from "../../host/index.ts";
import { shown } from "../traits/trait.ts";
import { drawLines, type Line } from "./draw-lines.ts";
import { numberText } from "./ticks.ts";

export interface LivePlotOptions {
  readonly title?: string;
  /** What is counted along the x axis. Default `"step"`. */
  readonly x?: string;
  /** In pixels of a page. Default 480. */
  readonly width?: number;
  /** In pixels of a page. Default 260. */
  readonly height?: number;
  /** Milliseconds between two drawings at least. Default 250. */
  readonly every?: number;
  /** Draw while values come in. Default `true`, and `false` where the variable CI is set. */
  readonly live?: boolean;
}

type Logs = Readonly<Record<string, unknown>>;

/** Drawing may take this part of the time at most; longer lines are drawn less often. */
const share = 0.1;

/** What TensorFlow.js puts beside a batch's metrics. */
const notMetrics = ["batch", "size"];

/** Lines that grow while something computes; see `livePlot`. */
export class LivePlot {
  readonly #options: LivePlotOptions;
  readonly #displayId = randomUUID();
  readonly #lines = new Map<string, { readonly x: number[]; readonly y: number[] }>();
  readonly #live: boolean;
  #last = 0;
  #drawn = false;
  #nextAt = -Infinity;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: LivePlotOptions = {}) {
    for (const name of ["width", "height", "every"] as const) {
      const value = options[name];
      if (value !== undefined && !(Number.isFinite(value) && value >= 0)) {
        throw new RangeError(`livePlot: ${name} must be a number from 0, received ${shown(value)}`);
      }
    }
    this.#options = options;
    const notebook = Symbol.for("Jupyter.host") in globalThis;
    this.#live = notebook && (options.live ?? !process.env.CI);
  }

  /** The values of each line so far. */
  get history(): Readonly<Record<string, readonly number[]>> {
    return Object.fromEntries([...this.#lines].map(([name, { y }]) => [name, [...y]]));
  }

  /**
   * Adds a point to each line that is named; what is no finite number leaves a gap. Draws now and
   * then, at once also in a loop that blocks.
   *
   * @param x Default: one more than the last.
   * @throws TypeError for a value that is no number
   */
  add(values: Readonly<Record<string, number>>, x = this.#last + 1): void {
    for (const [name, value] of [...Object.entries(values), ["x", x] as const]) {
      if (typeof value === "number") continue;
      throw new TypeError(`livePlot: ${name} must be a number, received ${shown(value)}`);
    }
    this.#last = x;
    for (const [name, value] of Object.entries(values)) {
      let line = this.#lines.get(name);
      if (!line) this.#lines.set(name, (line = { x: [], y: [] }));
      line.x.push(x);
      line.y.push(value);
    }
    this.#changed();
  }

  /** For TensorFlow.js: `model.fit(x, y, { callbacks: { onEpochEnd: plot.onEpochEnd } })`. */
  readonly onEpochEnd = (epoch: number, logs: Logs = {}): void => {
    this.add(numbersOf(logs), epoch + 1);
  };

  /** For TensorFlow.js, as a callback; batches are counted over all epochs. */
  readonly onBatchEnd = (_batch: number, logs: Logs = {}): void => this.add(numbersOf(logs));

  /** For TensorFlow.js, as a callback: calls `done`. */
  readonly onTrainEnd = (): void => this.done();

  /** Draws the last picture, which stays in the notebook. */
  done(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#lines.size > 0) this.#draw();
  }

  /** The picture as it would be drawn now. */
  toSVG(): string {
    const { title, x = "step", width = 480, height = 260 } = this.#options;
    const lines: Line[] = [...this.#lines].map(([name, line]) => ({ name, ...line }));
    const named = title === undefined ? {} : { title };
    return drawLines(lines, { ...named, x, width, height, alt: this.toString() });
  }

  /** The picture in words. */
  toString(): string {
    const { title, x = "step" } = this.#options;
    const last = [...this.#lines].map(([name, { y }]) => `${name} ${numberText(y.at(-1) ?? NaN)}`);
    const start = title === undefined ? "" : `${title}: `;
    return `${start}${[`${x} ${numberText(this.#last)}`, ...last].join(", ")}`;
  }

  #changed(): void {
    if (!this.#live) return;
    const wait = this.#nextAt - performance.now();
    if (wait <= 0) this.#draw();
    else this.#timer ??= setTimeout(() => this.#draw(), wait).unref();
  }

  #draw(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const start = performance.now();
    host().publish(
      { "image/svg+xml": this.toSVG(), "text/plain": this.toString() },
      { displayId: this.#displayId, update: this.#drawn },
    );
    this.#drawn = true;
    const end = performance.now();
    this.#nextAt = end + Math.max(this.#options.every ?? 250, (end - start) / share);
  }
}

function numbersOf(logs: Logs): Record<string, number> {
  const metrics = Object.entries(logs).filter(([name]) => !notMetrics.includes(name));
  return Object.fromEntries(metrics.map(([name, value]) => [name, Number(value)]));
}

/**
 * Starts a plot of lines that grow while something computes, shown below the cell and redrawn in
 * place. Drawing takes a tenth of the time at most. Call `done` at the end, so that the notebook keeps
 * the last picture; in CI that is the only one.
 *
 * @throws RangeError for sizes that are no numbers from 0
 * @example
 * const plot = livePlot({ title: "Training", x: "epoch" });
 * for (const loss of [0.9, 0.5, 0.4]) plot.add({ loss });
 * plot.done();
 * plot.toString(); // "Training: epoch 3, loss 0.4"
 */
export function livePlot(options: LivePlotOptions = {}): LivePlot {
  return new LivePlot(options);
}
