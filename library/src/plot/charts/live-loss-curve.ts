import { randomUUID } from "node:crypto";
import { host, jupyterDisplay } from "../../host/index.ts";
import type { Chart } from "../figure/chart.ts";
import { lossCurve } from "./loss-curve.ts";
import type { LossCurveOptions } from "./loss-curve.ts";

/** Options of `liveLossCurve`. */
export interface LiveLossCurveOptions extends LossCurveOptions {
  /** Redraw while values come in. By default true, and false where the variable CI is set. */
  readonly live?: boolean;
  /** Milliseconds between two drawings at least. Default 250. */
  readonly every?: number;
}

/** A loss curve that grows while a model trains. */
export interface LiveLossCurve {
  /**
   * Adds an epoch's values, or replaces them when the epoch came before; draws now and then.
   *
   * @param epoch - Its number, counted from `firstEpoch` (1), without gaps.
   * @throws RangeError when an epoch is skipped or the metrics change.
   */
  update(epoch: number, values: Readonly<Record<string, number>>): void;
  /** The same for TensorFlow.js callbacks, which count epochs from 0: `{ onEpochEnd: live.onEpochEnd }`. */
  readonly onEpochEnd: (epoch: number, logs?: Readonly<Record<string, number>>) => void;
  /** Shows the finished figure, with a picture for readers without JupyterLab, and returns it. */
  done(): Promise<Chart>;
  /** The values so far. */
  readonly history: Readonly<Record<string, readonly number[]>>;
}

/**
 * Starts a loss curve that is shown below the cell and redrawn in place as epochs end. In CI nothing
 * is shown until `done`, which shows the one final figure.
 *
 * @example
 * const live = liveLossCurve({ title: "Training" });
 * await model.fit(x, y, { epochs: 30, callbacks: { onEpochEnd: live.onEpochEnd } });
 * await live.done();
 */
export function liveLossCurve(options: LiveLossCurveOptions = {}): LiveLossCurve {
  const live = options.live ?? !process.env["CI"];
  const every = options.every ?? 250;
  const first = options.firstEpoch ?? 1;
  const displayId = randomUUID();
  const history: Record<string, number[]> = {};
  let shown = false;
  let drawnAt = -Infinity;

  function update(epoch: number, values: Readonly<Record<string, number>>): void {
    record(history, epoch - first, epoch, values);
    if (!live || performance.now() - drawnAt < every) return;
    const chart = drawable(history, options);
    if (!chart) return;
    // Without a PNG: drawing one takes longer than many an epoch.
    host().publish(
      { ...chart.interactive(), "text/plain": chart.alt },
      { displayId, update: shown },
    );
    shown = true;
    drawnAt = performance.now();
  }

  return {
    history,
    update,
    onEpochEnd: (epoch, logs = {}) => update(epoch + first, logs),
    async done() {
      const chart = lossCurve(history, options);
      const { data, metadata } = await chart[jupyterDisplay]();
      host().publish(data, { displayId, update: shown, metadata });
      shown = true;
      return chart;
    },
  };
}

function record(
  history: Record<string, number[]>,
  index: number,
  epoch: number,
  values: Readonly<Record<string, number>>,
): void {
  const length = Object.values(history)[0]?.length ?? 0;
  if (!Number.isInteger(index) || index < 0 || index > length) {
    throw new RangeError(
      `Epoch ${String(epoch)} does not follow the ${String(length)} epochs before it.`,
    );
  }
  const names = Object.entries(values).filter(([, value]) => typeof value === "number");
  const before = Object.keys(history);
  if (
    names.length === 0 ||
    (before.length > 0 &&
      (names.length !== before.length || names.some(([name]) => !(name in history))))
  ) {
    throw new RangeError(
      `Epoch ${String(epoch)} has values for ${names.map(([name]) => name).join(", ") || "nothing"}; ${before.length > 0 ? `the epochs before it had ${before.join(", ")}` : "give at least one number by name"}.`,
    );
  }
  for (const [name, value] of names) (history[name] ??= [])[index] = value;
}

/** Nothing to draw yet (all values NaN) is no reason to stop a training. */
function drawable(history: Record<string, number[]>, options: LossCurveOptions): Chart | undefined {
  try {
    return lossCurve(history, options);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
