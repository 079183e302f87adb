import { buildChart } from "../charts/base.ts";
import { short } from "../charts/describe.ts";
import type { FigureOptions } from "../charts/options.ts";
import type { Chart } from "../figure/chart.ts";
import { textWidth } from "../figure/fonts.ts";

/** A node of a decision tree; a leaf has no `left` and `right`. */
export interface TreeNode {
  /** What a split asks about: the number of a feature, or its name. */
  readonly feature?: number | string;
  /** The left branch is for values up to this. */
  readonly threshold?: number;
  readonly left?: TreeNode;
  readonly right?: TreeNode;
  /** Counts or shares of the classes, or the one predicted value of a regression. */
  readonly value: number | ArrayLike<number>;
  /** How many samples reach the node. */
  readonly samples?: number;
}

/** The root of a tree, which may say what its features and classes are called. */
export interface TreeRoot extends TreeNode {
  readonly featureNames?: readonly string[];
  readonly classNames?: readonly string[];
}

/** Options of `tree`. */
export interface TreeOptions extends FigureOptions {
  /** Default: the root's, else `x0`, `x1`, …. */
  readonly featureNames?: readonly string[];
  /** Default: the root's, else `class 0`, …. */
  readonly classNames?: readonly string[];
  /** Levels below the root that are drawn; what is cut off is said. Default 4. */
  readonly maxDepth?: number;
}

interface Drawn {
  readonly id: number;
  readonly parent: Drawn | undefined;
  readonly branch: "yes" | "no" | "";
  readonly depth: number;
  readonly lines: readonly string[];
  readonly winner: string;
  x: number;
}

const row = 15;

/**
 * A decision tree: each split with its question (to the left where it holds), each node with its samples
 * and values, coloured by the class it would predict.
 *
 * @param root - Plain nodes `{ feature, threshold, left, right, value, samples }`.
 * @throws TypeError for a node without a value, or a split without both branches.
 * @example
 * tree({ feature: 0, threshold: 2.45, value: [50, 50], samples: 100,
 *   left: { value: [50, 0], samples: 50 }, right: { value: [0, 50], samples: 50 } },
 *   { featureNames: ["petal length (cm)"], classNames: ["setosa", "versicolor"] });
 */
export function tree(root: TreeRoot, given: TreeOptions = {}): Chart {
  const { featureNames, classNames } = root;
  const options = {
    ...(featureNames && { featureNames }),
    ...(classNames && { classNames }),
    ...given,
  };
  const nodes: Drawn[] = [];
  let cut = 0;
  let leaves = 0;
  const most = options.maxDepth ?? 4;
  const place = (
    node: TreeNode,
    depth: number,
    parent: Drawn | undefined,
    branch: Drawn["branch"],
  ): Drawn => {
    const split = node.left !== undefined || node.right !== undefined;
    if ((node.value as unknown) === undefined || (split && (!node.left || !node.right))) {
      throw new TypeError(
        `A node of a tree has a value, and both left and right or neither; this one has ${Object.keys(node).join(", ") || "nothing"}.`,
      );
    }
    const shown = split && depth < most;
    if (split && !shown) cut += size(node) - 1;
    const drawn: Drawn = { id: nodes.length, parent, branch, depth, x: 0, ...words(node, options) };
    nodes.push(drawn);
    if (!shown || !node.left || !node.right) drawn.x = leaves++;
    else {
      const left = place(node.left, depth + 1, drawn, "yes");
      const right = place(node.right, depth + 1, drawn, "no");
      drawn.x = (left.x + right.x) / 2;
    }
    return drawn;
  };
  place(root, 0, undefined, "");
  const depth = Math.max(...nodes.map((node) => node.depth));
  const widest = Math.max(
    ...nodes.flatMap(({ lines }) => lines.map((line) => textWidth(line, 10.5))),
  );
  const tallest = Math.max(...nodes.map(({ lines }) => lines.length)) * row + 8;
  const stepX = widest + 26;
  const stepY = tallest + 40;
  const winners = [...new Set(nodes.map(({ winner }) => winner))].sort();
  const coloured = winners.some((winner) => winner !== "");
  const boxes = nodes.map(({ id, x, depth, lines, winner }) => ({
    id,
    x: x * stepX,
    y: depth * stepY,
    left: x * stepX - widest / 2 - 8,
    right: x * stepX + widest / 2 + 8,
    top: depth * stepY,
    bottom: depth * stepY + lines.length * row + 8,
    text: lines.join("\n"),
    middle: depth * stepY + (lines.length * row + 8) / 2,
    class: winner,
  }));
  const edges = nodes.flatMap((node) => {
    if (!node.parent) return [];
    const [from, to] = [boxes[node.parent.id], boxes[node.id]];
    return [
      {
        edge: node.branch,
        x: from.x,
        y: from.bottom,
        x2: to.x,
        y2: to.top,
        middleX: (from.x + to.x) / 2,
        middleY: (from.bottom + to.top) / 2,
      },
    ];
  });
  const domainX = [-widest / 2 - 12, (leaves - 1) * stepX + widest / 2 + 12];
  const domainY = [0, depth * stepY + tallest];
  const x = (field: string) => ({
    field,
    type: "quantitative",
    axis: null,
    scale: { domain: domainX, nice: false },
  });
  const y = (field: string) => ({
    field,
    type: "quantitative",
    axis: null,
    scale: { domain: domainY, nice: false, reverse: true },
  });
  const isEdge = [{ filter: "isValid(datum.edge)" }];
  const isBox = [{ filter: "isValid(datum.text)" }];
  return buildChart(options, {
    values: [...boxes, ...edges],
    width: Math.min(2000, domainX[1] - domainX[0]),
    height: Math.min(2000, domainY[1] - domainY[0]),
    encoding: {},
    layer: [
      {
        transform: isEdge,
        mark: { type: "rule", style: "muted" },
        encoding: { x: x("x"), y: y("y"), x2: { field: "x2" }, y2: { field: "y2" } },
      },
      {
        transform: isEdge,
        mark: {
          type: "text",
          fontSize: 10,
          style: "muted",
          dx: { expr: "datum.edge === 'yes' ? -16 : 16" },
        },
        encoding: { x: x("middleX"), y: y("middleY"), text: { field: "edge", type: "nominal" } },
      },
      {
        transform: isBox,
        mark: {
          type: "rect",
          cornerRadius: 4,
          fillOpacity: 0.25,
          strokeWidth: 1.2,
          strokeOpacity: 1,
        },
        encoding: {
          x: x("left"),
          x2: { field: "right" },
          y: y("top"),
          y2: { field: "bottom" },
          ...(coloured && {
            color: { field: "class", type: "nominal", title: "class", sort: winners, legend: null },
            stroke: { field: "class", type: "nominal", sort: winners, legend: null },
          }),
        },
      },
      {
        transform: isBox,
        mark: {
          type: "text",
          fontSize: 10.5,
          lineBreak: "\n",
          lineHeight: row,
          style: "ink",
          baseline: "middle",
          dy: { expr: `-${String(row / 2)} * (length(split(datum.text, '\\n')) - 1)` },
        },
        encoding: { x: x("x"), y: y("middle"), text: { field: "text", type: "nominal" } },
      },
    ],
    more: { view: { stroke: null } },
    alt: `Decision tree of ${String(size(root))} nodes. ${sentences(root, options, most)}`,
    notes: cut > 0 ? [`${String(cut)} nodes below level ${String(most)} are not drawn.`] : [],
  });
}

function size(node: TreeNode): number {
  return 1 + (node.left ? size(node.left) : 0) + (node.right ? size(node.right) : 0);
}

function question(node: TreeNode, { featureNames }: TreeOptions): string {
  const { feature } = node;
  const name =
    typeof feature === "number" ? (featureNames?.[feature] ?? `x${String(feature)}`) : feature;
  return `${name ?? "?"} ≤ ${node.threshold === undefined ? "?" : short(node.threshold)}`;
}

function winnerOf(node: TreeNode, { classNames }: TreeOptions): string {
  if (typeof node.value === "number" || node.value.length < 2) return "";
  const values = Array.from(node.value);
  const best = values.indexOf(Math.max(...values));
  return classNames?.[best] ?? `class ${String(best)}`;
}

function words(node: TreeNode, options: TreeOptions): Pick<Drawn, "lines" | "winner"> {
  const values = typeof node.value === "number" ? [node.value] : Array.from(node.value);
  const winner = winnerOf(node, options);
  return {
    winner,
    lines: [
      ...(node.left ? [question(node, options)] : []),
      ...(node.samples === undefined ? [] : [`${String(node.samples)} samples`]),
      values.length === 1 ? `value ${short(values[0])}` : `[${values.map(short).join(", ")}]`,
      ...(winner === "" ? [] : [winner]),
    ],
  };
}

function sentences(node: TreeNode, options: TreeOptions, levels: number): string {
  const end =
    winnerOf(node, options) ||
    `value ${typeof node.value === "number" ? short(node.value) : short(node.value[0])}`;
  if (!node.left || !node.right || levels === 0) return `${end}.`;
  return `If ${question(node, options)}: ${sentences(node.left, options, Math.min(levels, 3) - 1)} Otherwise: ${sentences(node.right, options, Math.min(levels, 3) - 1)}`;
}
