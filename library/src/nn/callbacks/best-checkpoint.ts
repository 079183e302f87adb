import { existsSync } from "node:fs";
import path from "node:path";
import { checkOptions } from "../../frame/engine/options.ts";
import { loadInto, saveModel } from "../save/index.ts";
import type { Callback } from "./contract.ts";
import { Monitor, type MonitorOptions } from "./monitor.ts";

export interface BestCheckpointOptions extends MonitorOptions {
  /** The folder; what is in it stays whole until the next is. */
  readonly path: string;
  /** False saves each epoch. Default true: only one that is the best so far. */
  readonly saveBestOnly?: boolean;
  /** Goes on with the model, the optimiser's state and the epoch that the folder holds. Default false. */
  readonly resume?: boolean;
}

interface Saved {
  readonly checkpoint: {
    readonly epoch: number;
    readonly monitor: string;
    readonly best: number;
    readonly metrics: Readonly<Record<string, number>>;
  };
}

/**
 * Saves the model after each epoch that is the best so far, as {@link saveModel} does: load it with
 * {@link loadModel}. With `resume`, a training that was stopped goes on after the saved epoch.
 *
 * @example
 * bestCheckpoint({ path: "checkpoints/digits", monitor: "val_acc", resume: true });
 */
export function bestCheckpoint(options: BestCheckpointOptions): Callback {
  const who = "bestCheckpoint";
  checkOptions(who, options, [
    ...["path", "monitor", "mode", "minDelta", "saveBestOnly", "resume"],
  ]);
  const { path: folder, saveBestOnly = true, resume = false } = options;
  if (typeof folder !== "string" || folder === "")
    throw new TypeError(`${who}: path must be a folder, not ${JSON.stringify(folder)}.`);
  const monitor = new Monitor(who, options);
  return {
    async onTrainBegin(run) {
      monitor.best = monitor.worst;
      if (!resume || !existsSync(path.join(folder, "model.json"))) return;
      const { checkpoint } = (await loadInto(run.model, folder)) as Saved;
      run.epoch = checkpoint.epoch + 1;
      if (checkpoint.monitor === monitor.name) monitor.best = checkpoint.best;
    },
    async onEpochEnd(epoch, metrics, run) {
      const value = monitor.valueIn(metrics);
      const better = monitor.isBetter(value);
      if (better) monitor.best = value;
      else if (saveBestOnly) return;
      const { name, best } = monitor;
      const checkpoint = { epoch, monitor: name, best, metrics };
      await saveModel(run.model, folder, { metadata: { checkpoint } satisfies Saved });
    },
  };
}
