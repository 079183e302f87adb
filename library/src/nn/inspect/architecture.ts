import { checkOptions } from "../../frame/engine/options.ts";
import { textWidth } from "../../plot/figure/fonts.ts";
import { Picture, type Figure } from "../../plot/index.ts";
import { round, svgDocument, svgText } from "../../plot/images/svg.ts";
import type { LayersModel } from "../../tensorflow/index.ts";
import { layerGraph, shapeText, type LayerNode } from "./layer-graph.ts";
import { layered, type Edge, type Layout } from "./layout.ts";
import { grouped } from "./summary.ts";

export interface ArchitectureOptions {
  /** Above the picture; default the model's name and size. */
  readonly title?: string;
  /** Draws the layers of models that are used as layers, each model as a picture of its own below. Default false. */
  readonly inner?: boolean;
}

const [boxHeight, rowHeight, margin, gap, padding] = [46, 72, 16, 22, 12];
const titleHeight = 30;

/** A pale colour for each kind of layer; the kind is written in the box too. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/^Input/, "#e8e8e8"],
  [/^(Model|Functional|Sequential)$/, "#fff3c4"],
  [/Conv|Attention/, "#cfe4f5"],
  [/Pool|UpSampling|ZeroPadding|Cropping/, "#d5efe3"],
  [/Dense/, "#fbdfc6"],
  [/LSTM|GRU|RNN|Bidirectional|TimeDistributed/, "#eadcf2"],
  [/Add|Concatenate|Multiply|Average$|Maximum|Minimum|Dot/, "#f7d6df"],
];

/**
 * A picture of a model: a box for each layer with its output shape and number of parameters, and lines
 * for what goes where. For branches, several inputs and outputs, and models within models.
 *
 * @throws TypeError for a model that is not built yet
 *
 * @example
 * const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [4] })] });
 * architecture(model, { title: "Tiny" }).alt.split(":")[0]; // "Tiny"
 */
export function architecture(model: LayersModel, options: ArchitectureOptions = {}): Figure {
  checkOptions("architecture", options, ["title", "inner"]);
  const drawn = [drawing(model, options.title)];
  if (options.inner) {
    const within = [...new Set(layerGraph(model).flatMap(({ inner }) => inner ?? []))];
    drawn.push(...within.map((each) => drawing(each)));
  }
  const width = Math.max(...drawn.map((each) => each.width));
  let y = 0;
  const parts = drawn.map(({ height, body }) => {
    const part = `<g transform="translate(0 ${y})">${body.join("")}</g>`;
    y += height;
    return part;
  });
  const alt = drawn.map((each) => each.alt).join(" ");
  return new Picture(svgDocument(width, y, alt, parts), alt);
}

interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly body: readonly string[];
  readonly alt: string;
}

function drawing(model: LayersModel, given?: string): Drawing {
  const nodes = layerGraph(model);
  const parameters = nodes.reduce((sum, node) => sum + node.parameters, 0);
  const title = given ?? `${model.name}: ${grouped(parameters)} parameters`;
  const boxes = nodes.map((node) => ({ width: widthOf(node), from: node.from }));
  const layout = layered(boxes, gap);
  const width = Math.max(layout.width, textWidth(title, 13, "bold")) + 2 * margin;
  const shift = (width - layout.width) / 2;
  const top = (row: number): number => titleHeight + margin + row * rowHeight;
  const outputs = new Set(nodes.map((_, i) => i));
  for (const { from } of nodes) for (const i of from) outputs.delete(i);
  const body = [
    svgText(margin, 20, title, { size: 13, weight: "bold" }),
    ...layout.edges.map((edge) => line(edge, layout, shift, top)),
    ...nodes.map((node, i) =>
      box(
        node,
        layout.places[i].x + shift,
        top(layout.places[i].row),
        boxes[i].width,
        outputs.has(i),
      ),
    ),
  ];
  const height = top(layout.rows - 1) + boxHeight + margin;
  return { width, height, body, alt: describe(title, nodes) };
}

const lines = (node: LayerNode): readonly [string, string] => {
  const { kind, inner, name, shapes, parameters } = node;
  const shown = inner ? `${kind} of ${inner.layers.length} layers` : kind;
  const count = parameters > 0 ? ` · ${grouped(parameters)}` : "";
  return [`${shown} · ${shapeText(shapes)}`, `${name}${count}`];
};

const widthOf = (node: LayerNode): number => {
  const [first, second] = lines(node);
  return Math.max(90, textWidth(first, 12, "bold"), textWidth(second, 11)) + 2 * padding;
};

function box(node: LayerNode, x: number, y: number, width: number, output: boolean): string {
  const [first, second] = lines(node);
  const fill = kinds.find(([pattern]) => pattern.test(node.kind))?.[1] ?? "#f4f4f4";
  const frame = (inset: number): string =>
    `<rect x="${round(x - width / 2 + inset)}" y="${round(y + inset)}" width="${round(width - 2 * inset)}" height="${boxHeight - 2 * inset}" rx="5" fill="${fill}" stroke="#555" stroke-width="${output ? 2 : 1}"/>`;
  return [
    frame(0),
    ...(node.inner ? [frame(3)] : []),
    svgText(x, y + 20, first, { size: 12, weight: "bold", anchor: "middle", color: "#222" }),
    svgText(x, y + 36, second, { anchor: "middle", color: "#444" }),
  ].join("");
}

/** Down from box to box, straight through the rows that it passes, with an arrow's head at the end. */
function line(
  { from, to, through }: Edge,
  { places }: Layout,
  shift: number,
  top: (row: number) => number,
): string {
  const start = places[from];
  const end = places[to];
  let [x, y] = [start.x + shift, top(start.row) + boxHeight];
  const parts = [`M${round(x)} ${round(y)}`];
  const curve = (toX: number, toY: number): void => {
    const middle = (y + toY) / 2;
    parts.push(
      `C${round(x)} ${round(middle)} ${round(toX)} ${round(middle)} ${round(toX)} ${round(toY)}`,
    );
    [x, y] = [toX, toY];
  };
  for (const place of through) {
    curve(place.x + shift, top(place.row));
    y = top(place.row) + boxHeight;
    parts.push(`V${round(y)}`);
  }
  curve(end.x + shift, top(end.row) - 5);
  const head = `<path d="M${round(x - 4)} ${round(y - 2)}L${round(x)} ${round(y + 5)}L${round(x + 4)} ${round(y - 2)}Z" fill="#555"/>`;
  return `<path d="${parts.join("")}" fill="none" stroke="#555" stroke-width="1.3"/>${head}`;
}

const mostWords = 40;

function describe(title: string, nodes: readonly LayerNode[]): string {
  const words = nodes.slice(0, mostWords).map((node, i) => {
    const before = node.from.filter((at) => at !== i - 1).map((at) => nodes[at].name);
    const from =
      before.length > 0 ? `, from ${node.from.map((at) => nodes[at].name).join(" and ")}` : "";
    return `${node.name} (${node.kind}, ${shapeText(node.shapes)}${from})`;
  });
  const more = nodes.length > mostWords ? `, and ${nodes.length - mostWords} more` : "";
  return `${title}: ${nodes.length} layers: ${words.join(", ")}${more}.`;
}
