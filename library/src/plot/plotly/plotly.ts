import { list } from "../charts/describe.ts";
import { PlotlyFigure } from "./plotly-figure.ts";
import type { PlotlySpec } from "./spec.ts";
import { titleText } from "./spec.ts";

/** What `plotly` takes: a figure of plotly.js with its parts, of which only `data` is needed. */
export interface PlotlyInput extends Partial<PlotlySpec> {
  data: PlotlySpec["data"];
  /** The figure in words, for readers who cannot see it. By default it names the kinds of traces. */
  readonly alt?: string;
}

/**
 * Any figure of plotly.js: its own spec, unchanged apart from typed arrays and dates, which become
 * plain JSON.
 *
 * @param input - `data` (traces), `layout`, `config`, `frames` as in
 *   https://plotly.com/javascript/reference, and `alt`.
 * @throws TypeError when `data` is no list of objects, or holds what JSON cannot.
 * @example
 * const waves = Array.from({ length: 20 }, (_, i) => Math.sin(i / 3));
 * const figure = plotly({ data: [{ type: "scatter", y: waves }], layout: { title: { text: "Waves" } } });
 * figure.spec.data.length; // 1
 * figure.alt; // "Plotly figure 'Waves' with 1 trace: scatter."
 */
export function plotly(input: PlotlyInput): PlotlyFigure {
  const { data, layout = {}, config, frames, alt } = input;
  if (!Array.isArray(data) || data.some((trace) => typeof trace !== "object" || trace === null)) {
    throw new TypeError(
      `plotly() takes { data: [trace, …], layout }, each trace an object such as { type: "scatter", y: [1, 2] }; data was ${String(JSON.stringify(data)).slice(0, 60)}.`,
    );
  }
  const spec = asJson({ data, layout, ...(config && { config }), ...(frames && { frames }) });
  return new PlotlyFigure(spec, alt ?? describe(spec));
}

function describe(spec: PlotlySpec): string {
  const title = titleText(spec.layout["title"]);
  const kinds = [...new Set(spec.data.map(({ type }) => type ?? "scatter"))];
  const count = `${String(spec.data.length)} trace${spec.data.length === 1 ? "" : "s"}`;
  return `Plotly figure${title === undefined ? "" : ` '${title}'`} with ${count}${kinds.length > 0 ? `: ${list(kinds)}` : ""}.`;
}

/** A copy as the notebook will hold it: typed arrays as arrays, dates as ISO texts, NaN as null. */
export function asJson(spec: PlotlySpec): PlotlySpec {
  const plain = (_: string, value: unknown): unknown => {
    if (typeof value === "bigint") return Number(value);
    if (ArrayBuffer.isView(value) && !(value instanceof DataView))
      return Array.from(value as unknown as ArrayLike<number>, Number);
    return value;
  };
  return JSON.parse(JSON.stringify(spec, plain)) as PlotlySpec;
}
