import { checkOptions } from "../../frame/engine/options.ts";
import type { Callback } from "./contract.ts";
import { checkCount, Monitor, type MonitorOptions } from "./monitor.ts";
import { WeightsCopy } from "./weights-copy.ts";

export interface EarlyStoppingOptions extends MonitorOptions {
  /** So many epochs without anything better, and the training ends; default 0. */
  readonly patience?: number;
  /** Gives the model the weights of its best epoch at the end. Default false. */
  readonly restoreBestWeights?: boolean;
  /** A value that must be reached within `patience` epochs. */
  readonly baseline?: number;
  /** Epochs at the start, in which nothing counts; default 0. */
  readonly startFromEpoch?: number;
}

export interface EarlyStopping extends Callback {
  /** The best epoch, from 0, once there is one. */
  readonly bestEpoch: number | undefined;
  readonly best: number;
}

/**
 * Ends a training when a metric no longer gets better. Equals Keras' `EarlyStopping`.
 *
 * @throws RangeError for bad options, or at the first epoch where the metric is not reported
 *
 * @example
 * const stopping = earlyStopping({ patience: 5, restoreBestWeights: true });
 * stopping.best; // Infinity
 */
export function earlyStopping(options: EarlyStoppingOptions = {}): EarlyStopping {
  const who = "earlyStopping";
  checkOptions(who, options, [
    ...["monitor", "mode", "minDelta", "patience", "restoreBestWeights", "baseline"],
    "startFromEpoch",
  ]);
  const { patience = 0, restoreBestWeights = false, baseline, startFromEpoch = 0 } = options;
  checkCount(who, "patience", patience);
  checkCount(who, "startFromEpoch", startFromEpoch);
  const monitor = new Monitor(who, options);
  let wait = 0;
  let bestEpoch: number | undefined;
  let weights: WeightsCopy | undefined;
  return {
    get bestEpoch() {
      return bestEpoch;
    },
    get best() {
      return monitor.best;
    },
    onTrainBegin() {
      wait = 0;
      bestEpoch = undefined;
      monitor.best = monitor.worst;
      weights?.dispose();
      weights = undefined;
    },
    onEpochEnd(epoch, metrics, run) {
      const value = monitor.valueIn(metrics);
      if (epoch < startFromEpoch) return;
      const keep = (): void => {
        if (!restoreBestWeights) return;
        weights?.dispose();
        weights = new WeightsCopy(run.model);
      };
      if (!weights) keep();
      wait++;
      // The first counts as the best so far, even where it is NaN, which any later number beats.
      if (bestEpoch === undefined || monitor.isBetter(value)) {
        monitor.best = Number.isNaN(value) ? monitor.worst : value;
        bestEpoch = epoch;
        keep();
        if (baseline === undefined || monitor.isBetter(value, baseline)) wait = 0;
      } else if (wait >= patience && epoch > 0) {
        run.stop(`${monitor.name} did not get better for ${wait} epochs`);
      }
    },
    onTrainEnd(run) {
      weights?.putBack(run.model);
      weights?.dispose();
      weights = undefined;
    },
  };
}
