import { readFileSync } from "node:fs";
import * as nn from "../../../../library/src/nn/index.ts";
import * as tf from "@tensorflow/tfjs-node";

export interface Numbers {
  readonly shape: number[];
  readonly values: number[];
}

/** What PyTorch answered: see fixtures/answers.py. */
export interface Answer {
  readonly layer: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly inputs: readonly Numbers[];
  readonly weights: Readonly<Record<string, Numbers>>;
  readonly output: Numbers;
  readonly upstream: Numbers;
  readonly inputGradients: readonly Numbers[];
  readonly weightGradients: Readonly<Record<string, Numbers>>;
}

export const answers = JSON.parse(
  readFileSync(new URL("./fixtures/answers.json", import.meta.url), "utf8"),
) as readonly Answer[];

/** Layers by the names of the fixture; their options come from it. */
const makers: Readonly<Record<string, unknown>> = {
  causalConv1d: nn.causalConv1d,
  groupNormalization: nn.groupNormalization,
  layerNormalization: nn.layerNormalization,
  multiHeadAttention: nn.multiHeadAttention,
  patchEmbedding: nn.patchEmbedding,
  positionalEmbedding: nn.positionalEmbedding,
  rmsNormalization: nn.rmsNormalization,
  rotaryEmbedding: nn.rotaryEmbedding,
  transformerBlock: nn.transformerBlock,
};

type AnyLayer = nn.PlannedLayer<object>;

export const tensorOf = ({ values, shape }: Numbers): tf.Tensor => tf.tensor(values, shape);

/** The layer of an answer, with its weights; none for a plain function. */
export function layerOf({ layer, options, inputs, weights }: Answer): AnyLayer | undefined {
  const make = makers[layer] as ((options: object) => AnyLayer) | undefined;
  if (make === undefined) return undefined;
  const made = make({ ...options, seed: 1 });
  tf.tidy(() => {
    made.apply(tensorsFor(inputs));
    made.setWeights(Object.keys(made.weightTensors()).map((name) => tensorOf(weights[name])));
  });
  return made;
}

/** One tensor alone, as a layer with one input takes it, or several. */
export function tensorsFor(all: readonly Numbers[]): tf.Tensor | tf.Tensor[] {
  const tensors = all.map(tensorOf);
  return tensors.length === 1 ? tensors[0] : tensors;
}

export interface Ours {
  readonly output: readonly number[];
  readonly inputGradients: readonly (readonly number[])[];
  readonly weightGradients: Readonly<Record<string, readonly number[]>>;
}

/** The output, and the gradients of sum(output · upstream). */
export function ours(answer: Answer): Ours {
  const layer = layerOf(answer);
  const forward = (inputs: tf.Tensor[]): tf.Tensor => {
    if (layer === undefined) return nn.gelu(inputs[0]);
    return layer.apply(inputs.length === 1 ? inputs[0] : inputs) as tf.Tensor;
  };
  const result = tf.tidy(() => {
    const inputs = answer.inputs.map((input) => tf.variable(tensorOf(input)));
    const weights = layer?.trainableWeights ?? [];
    const names = Object.keys(layer?.weightTensors() ?? {});
    const variables = weights.map((weight) => weight.read() as tf.Variable);
    const { grads } = tf.variableGrads(
      () => forward(inputs).mul(tensorOf(answer.upstream)).sum().asScalar(),
      [...inputs, ...variables],
    );
    const gradient = (variable: tf.Variable): number[] => [...grads[variable.name].dataSync()];
    const found = {
      output: [...forward(inputs).dataSync()],
      inputGradients: inputs.map(gradient),
      weightGradients: Object.fromEntries(names.map((name, i) => [name, gradient(variables[i])])),
    };
    tf.dispose(inputs);
    return found;
  }) as unknown as Ours;
  layer?.dispose();
  return result;
}
