import type { LayersModel } from "../../tensorflow/index.ts";

type Layer = LayersModel["layers"][number];
type Shape = readonly (number | null)[];

/** A layer where a model uses it, and what it gets its inputs from. */
export interface LayerNode {
  readonly layer: Layer;
  readonly name: string;
  /** Such as `Conv2D`. */
  readonly kind: string;
  /** Of each output, with null for what is not fixed. */
  readonly shapes: readonly Shape[];
  readonly parameters: number;
  readonly trainable: number;
  /** Positions of the layers before it, in the list of all. */
  readonly from: readonly number[];
  /** A model used as a layer. */
  readonly inner: LayersModel | undefined;
}

export interface Node {
  readonly outboundLayer: Layer;
  readonly inboundLayers: readonly Layer[];
  readonly nodeIndices: readonly number[];
  readonly outputTensors: readonly Exclude<Layer["output"], readonly unknown[]>[];
  readonly outputShapes: readonly (Shape | readonly Shape[])[];
}

/** Sequential models keep their nodes in a model that they make when they are built. */
interface Buildable {
  model?: Buildable | null;
  build?(): void;
  readonly nodesByDepth?: Readonly<Record<string, readonly Node[]>>;
}

/**
 * The places where a model uses its layers, from its inputs on.
 *
 * @throws TypeError for a sequential model whose input shape is not known
 */
export function nodesOf(model: LayersModel): Node[] {
  const outer = model as unknown as Buildable;
  if (model.getClassName() === "Sequential" && !outer.model)
    try {
      outer.build?.();
    } catch (cause) {
      throw new TypeError(
        "The model is not built yet, so its shapes are unknown: add layers, the first with an inputShape.",
        { cause },
      );
    }
  const { nodesByDepth = {} } = outer.model ?? outer;
  return Object.entries(nodesByDepth)
    .sort(([a], [b]) => Number(b) - Number(a))
    .flatMap(([, list]) => list);
}

/**
 * The layers of a model in an order in which each comes after what it needs. A layer that is used in
 * several places is there several times.
 *
 * @throws TypeError for a model that is not built yet
 */
export function layerGraph(model: LayersModel): LayerNode[] {
  const nodes = nodesOf(model);
  const seen = new Set<Layer>();
  return nodes.map((node) => {
    const { outboundLayer: layer } = node;
    // The parameters of a shared layer count once.
    const first = !seen.has(layer);
    seen.add(layer);
    const at = nodes.filter(({ outboundLayer }) => outboundLayer === layer);
    const name = at.length > 1 ? `${layer.name} (${at.indexOf(node) + 1})` : layer.name;
    return {
      layer,
      name,
      kind: layer.getClassName(),
      shapes: shapesOf(node),
      parameters: first ? countOf(layer.weights) : 0,
      trainable: first ? countOf(layer.trainableWeights) : 0,
      from: node.inboundLayers.map((before, i) => position(nodes, before, node.nodeIndices[i])),
      inner: isModel(layer) ? (layer as unknown as LayersModel) : undefined,
    };
  });
}

/** Where the node of a layer stands that is the layer's own `index`-th. */
function position(nodes: readonly Node[], layer: Layer, index: number): number {
  const { inboundNodes } = layer as unknown as { readonly inboundNodes: readonly Node[] };
  const exact = nodes.indexOf(inboundNodes[index]);
  return exact >= 0 ? exact : nodes.findIndex(({ outboundLayer }) => outboundLayer === layer);
}

function shapesOf({ outputShapes }: Node): Shape[] {
  const nested = outputShapes.some((shape) => Array.isArray(shape));
  return nested ? (outputShapes as Shape[]) : [outputShapes as unknown as Shape];
}

const countOf = (weights: readonly { readonly shape: Shape }[]): number =>
  weights.reduce((sum, { shape }) => sum + shape.reduce((a: number, b) => a * (b ?? 1), 1), 0);

const isModel = (layer: Layer): boolean =>
  Array.isArray((layer as unknown as { layers?: unknown }).layers);

/** `28 × 28 × 8`, without the samples; several outputs with commas. */
export function shapeText(shapes: readonly Shape[]): string {
  return shapes
    .map(
      (shape) =>
        shape
          .slice(1)
          .map((size) => size ?? "?")
          .join(" × ") || "1",
    )
    .join(", ");
}
