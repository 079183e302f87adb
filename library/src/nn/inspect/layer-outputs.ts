import { nodesOf, type Node } from "./layer-graph.ts";
import { tensorflow, type LayersModel, type Tensor } from "../../tensorflow/index.ts";

type Layer = LayersModel["layers"][number];
type Symbolic = Exclude<Layer["output"], readonly unknown[]>;

export interface LayerOutput {
  readonly layer: Layer;
  /** One for each place in the model where the layer is used, and each of its outputs. */
  readonly tensors: readonly Tensor[];
}

interface Options {
  /** Runs the model as in training, with dropout and the like. Default false. */
  readonly training?: boolean;
  /** Only these layers, by name. */
  readonly names?: readonly string[];
}

/** What each layer gives for some inputs, in the order of the layers; the caller disposes the tensors. */
export function layerOutputs(
  model: LayersModel,
  inputs: readonly Tensor[],
  { training = false, names }: Options = {},
): LayerOutput[] {
  const tf = tensorflow();
  const within = new Set(nodesOf(model));
  const found = model.layers
    .filter(({ name }) => names === undefined || names.includes(name))
    .map((layer) => ({ layer, outputs: outputsOf(layer, within) }))
    .filter(({ outputs }) => outputs.length > 0);
  const all = found.flatMap(({ outputs }) => outputs);
  // It shares the layers, so it must not be disposed: that would take their weights.
  const probe = tf.model({ inputs: model.inputs, outputs: all });
  const applied = tf.tidy(() => {
    const given = inputs.length === 1 ? inputs[0] : [...inputs];
    const outputs = probe.apply(given, { training }) as Tensor | Tensor[];
    return (Array.isArray(outputs) ? outputs : [outputs]).map((tensor) => tensor.clone());
  });
  let at = 0;
  return found.map(({ layer, outputs }) => {
    const tensors = applied.slice(at, at + outputs.length);
    at += outputs.length;
    return { layer, tensors };
  });
}

function outputsOf(layer: Layer, within: ReadonlySet<Node>): Symbolic[] {
  const { inboundNodes } = layer as unknown as { readonly inboundNodes: readonly Node[] };
  const own = inboundNodes.filter((node) => within.has(node));
  return own.flatMap(({ outputTensors }) => outputTensors);
}
