import { tensorflow, type Tensor } from "../../tensorflow/index.ts";
import { layerOutputs } from "../inspect/layer-outputs.ts";
import type { Callback, TrainingRun } from "./contract.ts";
import { WeightsCopy } from "./weights-copy.ts";

/**
 * Ends a training whose loss is no finite number with an error that names the first layer whose values
 * are not finite. The model gets back the weights it had before that step.
 *
 * @throws RangeError from `train`
 *
 * @example
 * terminateOnNaN();
 */
export function terminateOnNaN(): Callback {
  let before: WeightsCopy | undefined;
  const forget = (): void => {
    before?.dispose();
    before = undefined;
  };
  return {
    onBatchBegin(_, run) {
      forget();
      before = new WeightsCopy(run.model);
    },
    onBatchEnd(batch, { loss }, run) {
      if (Number.isFinite(loss)) return;
      before?.putBack(run.model);
      throw new RangeError(
        `The loss became ${loss} in batch ${batch + 1} of epoch ${run.epoch + 1}. ${reason(run)} The model has the weights from before that step.`,
      );
    },
    onTrainEnd: forget,
  };
}

function reason({ model, inputs = [] }: TrainingRun): string {
  const tf = tensorflow();
  const isBad = (tensor: Tensor): boolean =>
    tf.tidy(() => !tf.all(tf.isFinite(tf.cast(tensor, "float32"))).dataSync()[0]);
  const badInput = inputs.findIndex(isBad);
  if (badInput >= 0)
    return `The input "${model.inputNames[badInput]}" holds values that are not finite: clean the data.`;
  for (const layer of model.layers) {
    const weight = layer.weights.find((each) => isBad(each.read()));
    if (weight)
      return `The weight "${weight.originalName}" of layer "${layer.name}" was not finite before it: lower the learning rate, or clip gradients.`;
  }
  const outputs = layerOutputs(model, inputs, { training: true });
  try {
    const bad = outputs.find(({ tensors }) => tensors.some(isBad));
    if (bad)
      return `The first layer with values that are not finite is "${bad.layer.name}" (${bad.layer.getClassName()}): lower the learning rate, or scale the inputs.`;
  } finally {
    tf.dispose(outputs.flatMap(({ tensors }) => tensors));
  }
  return "All layers give finite values, so it is the loss itself, or its targets: look for a logarithm or a division.";
}
