import { tensorflow, type Scalar, type Tensor, type Variable } from "../../tensorflow/index.ts";
import { streamingOf } from "../metrics/contract.ts";
import { clipGradients, type Clipping } from "./clipping.ts";
import type { CompiledParts } from "./compiled-parts.ts";

/** The tensors of a batch: inputs, then targets, then a tensor of weights for each output, or none. */
export type Step = (data: Tensor[]) => Tensor[];

export interface StepOptions extends Clipping {
  /** What the loss of each output counts; default 1. */
  readonly lossWeights?: readonly number[];
}

/**
 * One step of a training as `fit` does it: losses, gradients, update. Gives the loss and what the model
 * was compiled to report, for the caller to dispose.
 */
export function trainingStep(parts: CompiledParts, options: StepOptions): Step {
  return (data) => {
    const tf = tensorflow();
    let metrics: Tensor[] = [];
    const loss = (): Scalar => {
      const judged = judge(parts, data, true, options);
      // A gradient's scope ends with all but the loss.
      metrics = judged.metrics.map((metric) => tf.keep(metric));
      return judged.loss;
    };
    return tf.tidy(() => {
      const variables = parts.collectedTrainableWeights.map((weight) => weight.read());
      const { value, grads } = tf.variableGrads(loss, variables as Variable[]);
      parts.optimizer.applyGradients(clipGradients(grads, options));
      return [value, ...metrics];
    });
  };
}

/** The same numbers of a batch that is not learnt from. */
export function validationStep(parts: CompiledParts, options: StepOptions): Step {
  return (data) =>
    tensorflow().tidy(() => {
      const { loss, metrics } = judge(parts, data, false, options);
      return [loss, ...metrics];
    });
}

function judge(
  parts: CompiledParts,
  data: Tensor[],
  training: boolean,
  { lossWeights }: StepOptions,
): { loss: Scalar; metrics: Tensor[] } {
  const tf = tensorflow();
  const [ins, outs] = [parts.inputs.length, parts.outputs.length];
  const inputs = data.slice(0, ins);
  const targets = data.slice(ins, ins + outs);
  const weights = data.slice(ins + outs);
  const applied = parts.apply(inputs.length === 1 ? inputs[0] : inputs, { training });
  const outputs = Array.isArray(applied) ? applied : [applied];
  const losses = parts.lossFunctions.map((lossOf, i) => {
    const values = lossOf(targets[i], outputs[i]);
    const mean = tf.mean(weights[i] ? weighted(values, weights[i]) : values);
    const counts = lossWeights?.[i] ?? 1;
    return { mean, part: counts === 1 ? mean : tf.mul(mean, counts) };
  });
  const parted = [...losses.map(({ part }) => part), ...parts.calculateLosses()];
  const loss = parted.reduce((sum, part) => tf.add(sum, part)) as Scalar;
  const metrics = parts.metricsTensors.map(([metric, output], i) => {
    if (outs > 1 && i < outs) return losses[i].mean;
    const streaming = streamingOf(metric);
    if (streaming) return streaming.update(targets[output], outputs[output]);
    return tf.mean(metric(targets[output], outputs[output]));
  });
  return { loss, metrics };
}

/** Losses of shape [rows, …] times weights of shape [rows] or more. */
function weighted(losses: Tensor, weights: Tensor): Tensor {
  if (losses.rank === 0)
    throw new TypeError(
      "The loss gives one number for the whole batch, so samples cannot be weighted: " +
        "return one loss a sample, of shape [rows], or leave the weights out.",
    );
  const shape = weights.shape.slice(0, losses.rank);
  while (shape.length < losses.rank) shape.push(1);
  return tensorflow().mul(losses, weights.reshape(shape));
}
