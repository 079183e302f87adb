import type { LayersModel, Optimizer, Tensor } from "../../tensorflow/index.ts";

/** A loss or a metric as a compiled model keeps it. */
export type LossOrMetric = (yTrue: Tensor, yPred: Tensor) => Tensor;

type Shape = readonly (number | null)[];

/**
 * What a training step needs of a compiled model. TensorFlow.js makes these fields in `compile`; some
 * are missing in its types, so this file is the one place that names them.
 */
export interface CompiledParts {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  readonly inputs: readonly { readonly shape: Shape }[];
  readonly outputs: readonly { readonly shape: Shape }[];
  readonly optimizer: Optimizer;
  /** As it was given to `compile`. */
  readonly loss: unknown;
  /** One an output. */
  readonly lossFunctions: readonly LossOrMetric[];
  /** With more than one output, the losses of the outputs come first. */
  readonly metricsTensors: readonly (readonly [LossOrMetric, number])[];
  readonly collectedTrainableWeights: readonly { read(): Tensor }[];
  /** `loss` and the names of `metricsTensors`, no name twice. */
  getDedupedMetricsNames(): readonly string[];
  /** The penalties of regularisers. */
  calculateLosses(): readonly Tensor[];
  apply(inputs: Tensor | Tensor[], options: { readonly training: boolean }): Tensor | Tensor[];
  /** Set by TensorFlow.js's own callbacks. */
  stopTraining: boolean;
}

/**
 * The parts of a compiled model; a sequential one keeps them in the model that it makes of its layers.
 *
 * @throws TypeError for a model that is not compiled
 */
export function compiledParts(model: LayersModel): CompiledParts {
  const parts = ((model as { model?: unknown }).model ?? model) as CompiledParts;
  if ((parts as { optimizer?: unknown }).optimizer) return parts;
  throw new TypeError(
    `The model is not compiled: call model.compile({ optimizer, loss }) before train.`,
  );
}
