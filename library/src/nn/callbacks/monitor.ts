import { nearest } from "../../frame/engine/names.ts";
import type { Metrics } from "../progress-line.ts";

export interface MonitorOptions {
  /** Which metric; default `val_loss`. */
  readonly monitor?: string;
  /** Whether lower (`min`) or higher (`max`) is better. By default higher for accuracies and their like. */
  readonly mode?: "min" | "max";
  /** A change of this much or less is none. */
  readonly minDelta?: number;
}

/** Names of metrics of which more is better. */
const higher = /acc|auc|precision|recall|f1|fmeasure|topK|r2|dice|iou|cosine/i;

/** Watches a metric, and tells what is better. */
export class Monitor {
  readonly name: string;
  readonly mode: "min" | "max";
  best: number;
  readonly #delta: number;
  readonly #who: string;

  /** @throws RangeError for a wrong mode or minDelta */
  constructor(who: string, { monitor = "val_loss", mode, minDelta = 0 }: MonitorOptions) {
    if (mode !== undefined && mode !== "min" && mode !== "max")
      throw new RangeError(`${who}: mode is "min" or "max", not ${JSON.stringify(mode)}.`);
    if (!(minDelta >= 0))
      throw new RangeError(`${who}: minDelta must be a number from 0, not ${String(minDelta)}.`);
    this.#who = who;
    this.name = monitor;
    const loss = /loss$/i.test(monitor);
    this.mode = mode ?? (!loss && higher.test(monitor) ? "max" : "min");
    this.#delta = minDelta;
    this.best = this.worst;
  }

  get worst(): number {
    return this.mode === "min" ? Infinity : -Infinity;
  }

  /** @throws RangeError where the training does not report the metric */
  valueIn(metrics: Metrics): number {
    const value = metrics[this.name];
    if (value !== undefined) return value;
    const names = Object.keys(metrics);
    const [near] = nearest(this.name, names);
    const remedy = this.name.startsWith("val_")
      ? "Give train validationData or validationSplit, or monitor another one."
      : near === undefined
        ? ""
        : `Did you mean "${near}"?`;
    throw new RangeError(
      `${this.#who} monitors "${this.name}", which this training does not report; it reports ${names.join(", ")}. ${remedy}`.trimEnd(),
    );
  }

  /** NaN is never better. */
  isBetter(value: number, than = this.best): boolean {
    return this.mode === "min" ? value < than - this.#delta : value > than + this.#delta;
  }
}

/** @throws RangeError for what is no whole number from `low` */
export function checkCount(who: string, name: string, value: number, low = 0): void {
  if (Number.isInteger(value) && value >= low) return;
  throw new RangeError(`${who}: ${name} must be a whole number from ${low}, not ${String(value)}.`);
}
