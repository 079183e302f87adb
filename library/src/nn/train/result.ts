import { DataFrame, type Cell } from "../../frame/index.ts";
import { jupyterDisplay, type MimeBundle } from "../../host/index.ts";
import type { Figure } from "../../plot/index.ts";
import type { History } from "../callbacks/contract.ts";
import type { Metrics } from "../progress-line.ts";
import { trainingCurves } from "./curves.ts";

/** A training and what came of it; while it runs, what there is so far. */
export class TrainResult {
  /** One value an epoch for each metric. */
  readonly history: History;
  /** The loss of each step. */
  readonly batchLoss: readonly number[];
  /** Epochs done: fewer than asked for where the training was stopped. */
  epochs = 0;
  seconds = 0;
  /** Why it ended before its last epoch: what a callback said, or undefined. */
  stopped: string | undefined;
  /** The metrics of the epoch under way; empty where none is. */
  latest: Metrics = {};
  /** The first epoch, from 0; more where an earlier training was gone on with. */
  firstEpoch = 0;

  constructor(history: History, batchLoss: readonly number[]) {
    this.history = history;
    this.batchLoss = batchLoss;
  }

  /** The epoch, from 0, with the lowest `val_loss`, or `loss` where nothing was validated. */
  get bestEpoch(): number | undefined {
    const values = this.history.val_loss ?? this.history.loss;
    const best = values.reduce((at, value, i) => (value < (values[at] ?? Infinity) ? i : at), -1);
    return best < 0 ? undefined : best;
  }

  /**
   * The history as a frame with one row an epoch.
   *
   * @returns the columns `epoch`, from 1, and one for each metric
   */
  toFrame(): DataFrame {
    const history: Readonly<Record<string, readonly number[]>> = this.history;
    const epoch = history.loss.map((_, i) => i + 1 + this.firstEpoch);
    const columns: Record<string, readonly Cell[]> = { epoch, ...history };
    return new DataFrame(columns);
  }

  /** Loss and metrics by epoch, training beside validation: one panel for each. */
  curves(): Figure {
    return trainingCurves(this.history);
  }

  toString(): string {
    const last = Object.entries(this.history)
      .map(([name, values]) => [name, values.at(-1)] as const)
      .filter((entry): entry is readonly [string, number] => entry[1] !== undefined)
      .map(([name, value]) => `${name} ${value.toPrecision(4)}`);
    const count = `${this.epochs} ${this.epochs === 1 ? "epoch" : "epochs"}`;
    const why = this.stopped === undefined ? "" : `; stopped: ${this.stopped}`;
    return `${[count, ...last, `${this.seconds.toFixed(1)} s`].join(", ")}${why}`;
  }

  [jupyterDisplay](): MimeBundle {
    return { "text/plain": `TrainResult: ${this.toString()}` };
  }
}
