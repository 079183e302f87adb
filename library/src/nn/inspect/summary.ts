import { DataFrame, type Cell } from "../../frame/index.ts";
import { jupyterDisplay, type MimeBundle } from "../../host/index.ts";
import type { LayersModel } from "../../tensorflow/index.ts";
import { layerGraph, shapeText } from "./layer-graph.ts";

export interface SummaryRow {
  readonly layer: string;
  readonly type: string;
  /** Without the samples. */
  readonly output: string;
  readonly parameters: number;
  /** The names of the layers that it gets its inputs from. */
  readonly from: string;
  /** 0 for the model's own layers, more for those of models within it. */
  readonly depth: number;
}

const bytesPerNumber = 4;

/** A model's layers and sizes; shown as a table. */
export class ModelSummary {
  readonly name: string;
  readonly rows: readonly SummaryRow[];
  readonly parameters: number;
  readonly trainable: number;
  /** Bytes of the weights. */
  readonly weightBytes: number;
  /** Bytes of what all layers give for one sample; axes that are not fixed count 1. */
  readonly activationBytes: number;

  constructor(model: LayersModel) {
    this.name = model.name;
    const nodes = layerGraph(model);
    this.rows = rowsOf(model, 0);
    this.parameters = sum(nodes.map(({ parameters }) => parameters));
    this.trainable = sum(nodes.map(({ trainable }) => trainable));
    this.weightBytes = this.parameters * bytesPerNumber;
    const size = (shape: readonly (number | null)[]): number =>
      shape.slice(1).reduce((a: number, b) => a * (b ?? 1), 1);
    this.activationBytes =
      bytesPerNumber * sum(nodes.flatMap(({ shapes }) => shapes.map((shape) => size(shape))));
  }

  /** Columns `layer`, `type`, `output`, `parameters` and `from`; layers of inner models are indented. */
  toFrame(): DataFrame {
    const column = (of: (row: SummaryRow) => Cell): Cell[] => this.rows.map(of);
    const columns: Record<string, Cell[]> = {
      layer: column(({ layer, depth }) => "  ".repeat(depth) + layer),
      type: column(({ type }) => type),
      output: column(({ output }) => output),
      parameters: column(({ parameters }) => parameters),
      from: column(({ from }) => from),
    };
    return new DataFrame(columns);
  }

  /** What stands under the table. */
  get totals(): string {
    const frozen = this.parameters - this.trainable;
    const parts = [
      `${grouped(this.parameters)} parameters (${bytes(this.weightBytes)})`,
      ...(frozen > 0 ? [`${grouped(this.trainable)} of them trained, ${grouped(frozen)} not`] : []),
      `${bytes(this.activationBytes)} of outputs a sample`,
    ];
    return parts.join("; ");
  }

  toString(): string {
    const head = ["layer", "type", "output", "parameters", "from"];
    const body = this.rows.map((row) => [
      "  ".repeat(row.depth) + row.layer,
      ...[row.type, row.output, grouped(row.parameters), row.from],
    ]);
    const widths = head.map((_, i) => Math.max(...[head, ...body].map((cells) => cells[i].length)));
    const line = (cells: string[]): string =>
      cells
        .map((cell, i) => (i === 3 ? cell.padStart(widths[i]) : cell.padEnd(widths[i])))
        .join("  ")
        .trimEnd();
    return [`Model ${this.name}`, line(head), ...body.map(line), this.totals].join("\n");
  }

  [jupyterDisplay](): MimeBundle {
    const cell = (text: string, style = ""): string =>
      `<td style="text-align:left;${style}">${escape(text)}</td>`;
    const rows = this.rows.map(
      (row) =>
        `<tr>${cell(row.layer, `padding-left:${0.5 + 1.5 * row.depth}em`)}${cell(row.type)}${cell(row.output)}` +
        `${cell(grouped(row.parameters), "text-align:right")}${cell(row.from)}</tr>`,
    );
    const head = ["layer", "type", "output", "parameters", "from"].map(
      (name) => `<th style="text-align:left">${name}</th>`,
    );
    const caption = `<caption style="text-align:left;caption-side:top"><b>Model ${escape(this.name)}</b></caption>`;
    return {
      "text/plain": this.toString(),
      "text/html": `<table>${caption}<thead><tr>${head.join("")}</tr></thead><tbody>${rows.join("")}</tbody></table><p>${escape(this.totals)}</p>`,
    };
  }
}

/**
 * The layers of a model with their output shapes, parameters and connections, and its totals: as the last
 * value of a cell a table.
 *
 * @throws TypeError for a model that is not built yet
 *
 * @example
 * const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [4] })] });
 * summary(model).parameters; // 15
 * summary(model).totals; // "15 parameters (60 B); 28 B of outputs a sample"
 */
export function summary(model: LayersModel): ModelSummary {
  return new ModelSummary(model);
}

function rowsOf(model: LayersModel, depth: number): SummaryRow[] {
  const nodes = layerGraph(model);
  // A model that is used twice shows its layers where it stands first.
  const first = (inner: LayersModel, at: number): boolean =>
    nodes.findIndex((node) => node.inner === inner) === at;
  return nodes.flatMap(({ name, kind, shapes, parameters, from, inner }, at) => [
    {
      ...{ layer: name, type: kind, output: shapeText(shapes), parameters, depth },
      from: from.map((i) => nodes[i].name).join(", "),
    },
    ...(inner && first(inner, at) ? rowsOf(inner, depth + 1) : []),
  ]);
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** `1 234 567`, with narrow spaces that do not break. */
export const grouped = (value: number): string =>
  String(value).replace(/\B(?=(\d{3})+$)/g, "\u202f");

/** Such as `1.2 MB`. */
export function bytes(value: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  const unit = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, value)) / 3));
  const scaled = value / 1000 ** unit;
  return `${unit === 0 ? String(scaled) : scaled.toPrecision(3)} ${units[unit]}`;
}

const escape = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
