import { Picture, type Figure } from "../../plot/index.ts";
import { svgDocument } from "../../plot/images/svg.ts";
import { drawLines, type Line } from "../../widgets/live/draw-lines.ts";
import type { History } from "../callbacks/contract.ts";

const [panelWidth, panelHeight, gap] = [380, 240, 10];
const mostPanels = 6;

/** The losses of single steps, drawn behind the losses of epochs. */
export interface BatchLosses {
  readonly losses: readonly number[];
  /** Where known. */
  readonly stepsPerEpoch: number | undefined;
}

/** Loss and metrics by epoch as one picture: a panel for each, training and validation in it. */
export function trainingCurves(history: History, batches?: BatchLosses): Figure {
  const { svg, alt } = curvesOf(history, batches);
  return new Picture(svg, alt);
}

/** The same as text, without the figure around it. */
export function curvesOf(history: History, batches?: BatchLosses): { svg: string; alt: string } {
  const names = Object.keys(history).filter((name) => !name.startsWith("val_"));
  const panels = names.slice(0, mostPanels).map((name) => ({ name, lines: linesOf(name) }));
  const columns = Math.min(2, panels.length);
  const rows = Math.ceil(panels.length / columns);
  const alt = describe(history);
  const body = panels.map(({ name, lines }, i) => {
    const [x, y] = [(i % columns) * (panelWidth + gap), Math.floor(i / columns) * panelHeight];
    const options = { title: name, x: "epoch", width: panelWidth, height: panelHeight, alt: name };
    return drawLines(lines, options).replace("<svg ", `<svg x="${x}" y="${y}" `);
  });
  const width = columns * panelWidth + (columns - 1) * gap;
  return { svg: svgDocument(width, rows * panelHeight, alt, body), alt };

  function linesOf(name: string): Line[] {
    const epochs = (values: readonly number[]): number[] => values.map((_, i) => i + 1);
    const line = (label: string, y: readonly number[]): Line => ({ name: label, x: epochs(y), y });
    const validation = history[`val_${name}`];
    const lines = [line("training", history[name])];
    if (validation) lines.push(line("validation", validation));
    if (name === "loss" && batches) lines.push(batchLine(batches));
    return lines.filter(({ y }) => y.length > 0);
  }
}

/** A step's loss stands where its epoch was at that step. */
function batchLine({ losses, stepsPerEpoch }: BatchLosses): Line {
  const steps = stepsPerEpoch ?? losses.length;
  return { name: "steps", x: losses.map((_, i) => (i + 1) / steps), y: losses, faint: true };
}

function describe(history: History): string {
  const last = Object.entries(history)
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => `${name} ${values.at(-1)!.toPrecision(4)}`);
  const { length } = history.loss;
  return `Training curves after ${length} ${length === 1 ? "epoch" : "epochs"}: ${last.join(", ") || "nothing yet"}`;
}
