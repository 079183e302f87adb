import path from "node:path";
import { checkOptions } from "../../frame/engine/options.ts";
import { tensorflow } from "../../tensorflow/index.ts";
import type { Callback } from "./contract.ts";

export interface TensorBoardOptions {
  /** Also the loss of every so many steps; default 0, none. */
  readonly everySteps?: number;
  /** Histograms of the weights every so many epochs; default 0, none. */
  readonly histograms?: number;
}

type Writer = ReturnType<ReturnType<typeof tensorflow>["node"]["summaryFileWriter"]>;

/**
 * Writes event files for TensorBoard, in folders and under names as Keras has them: `train` and
 * `validation`, `epoch_loss` and so on, and `epoch_learning_rate`. Look at them with
 * `tensorboard --logdir FOLDER`.
 */
export function tensorBoard(folder: string, options: TensorBoardOptions = {}): Callback {
  checkOptions("tensorBoard", options, ["everySteps", "histograms"]);
  const { everySteps = 0, histograms = 0 } = options;
  const writers = new Map<string, Writer>();
  const writer = (part: "train" | "validation"): Writer => {
    let found = writers.get(part);
    if (!found)
      writers.set(part, (found = tensorflow().node.summaryFileWriter(path.join(folder, part))));
    return found;
  };
  return {
    onBatchEnd(_, { loss }, { step }) {
      if (everySteps > 0 && step % everySteps === 0)
        writer("train").scalar("batch_loss", loss, step);
    },
    onEpochEnd(epoch, metrics, run) {
      for (const [name, value] of Object.entries(metrics)) {
        const validation = name.startsWith("val_");
        const part = validation ? "validation" : "train";
        writer(part).scalar(`epoch_${validation ? name.slice(4) : name}`, value, epoch);
      }
      writer("train").scalar("epoch_learning_rate", run.learningRate, epoch);
      if (histograms > 0 && epoch % histograms === 0)
        for (const weight of run.model.weights)
          writer("train").histogram(weight.originalName, weight.read(), epoch, 30);
      for (const open of writers.values()) open.flush();
    },
    onTrainEnd() {
      for (const open of writers.values()) open.flush();
    },
  };
}
