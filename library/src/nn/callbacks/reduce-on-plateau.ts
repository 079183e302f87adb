import { checkOptions } from "../../frame/engine/options.ts";
import type { Callback } from "./contract.ts";
import { checkCount, Monitor, type MonitorOptions } from "./monitor.ts";

export interface ReduceOnPlateauOptions extends MonitorOptions {
  /** Times this, below 1; default 0.1. */
  readonly factor?: number;
  /** So many epochs without anything better; default 10. */
  readonly patience?: number;
  /** Epochs after a reduction that do not count; default 0. */
  readonly cooldown?: number;
  /** The lowest rate; default 0. */
  readonly minRate?: number;
}

/**
 * Makes the learning rate smaller when a metric no longer gets better; `minDelta` is 0.0001 by default.
 * Equals Keras' `ReduceLROnPlateau`.
 *
 * @example
 * reduceOnPlateau({ factor: 0.5, patience: 3 });
 */
export function reduceOnPlateau(options: ReduceOnPlateauOptions = {}): Callback {
  const who = "reduceOnPlateau";
  checkOptions(who, options, [
    ...["monitor", "mode", "minDelta", "factor", "patience", "cooldown", "minRate"],
  ]);
  const { factor = 0.1, patience = 10, cooldown = 0, minRate = 0, minDelta = 1e-4 } = options;
  checkCount(who, "patience", patience);
  checkCount(who, "cooldown", cooldown);
  if (!(factor > 0 && factor < 1))
    throw new RangeError(`${who}: factor must lie between 0 and 1, not ${String(factor)}.`);
  const monitor = new Monitor(who, { ...options, minDelta });
  let wait = 0;
  let cooling = 0;
  return {
    onTrainBegin() {
      [wait, cooling] = [0, 0];
      monitor.best = monitor.worst;
    },
    onEpochEnd(_, metrics, run) {
      const value = monitor.valueIn(metrics);
      if (cooling > 0) {
        cooling--;
        wait = 0;
      }
      if (monitor.isBetter(value)) {
        monitor.best = value;
        wait = 0;
      } else if (cooling === 0 && ++wait >= patience && run.learningRate > minRate) {
        run.learningRate = Math.max(run.learningRate * factor, minRate);
        cooling = cooldown;
        wait = 0;
      }
    },
  };
}
