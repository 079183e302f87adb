import { extent } from "../charts/describe.ts";
import type { AxisOptions } from "../charts/options.ts";
import { axisColumns } from "../charts/axes.ts";
import { okabeIto } from "../figure/palette.ts";
import { column, readTable } from "../table/read.ts";
import type { Table } from "../table/read.ts";
import { completeRows, count, missingNote } from "../table/rows.ts";
import type { ChartData, ColumnOf } from "../table/types.ts";
import { isMissing, measure, numbers } from "../table/values.ts";
import { groupRows, hover, values } from "./columns.ts";
import { baseLayout } from "./layout.ts";
import { asJson } from "./plotly.ts";
import { PlotlyFigure } from "./plotly-figure.ts";
import type { Frame, Trace } from "./spec.ts";

/** Options of `animatedScatter`. */
export interface AnimatedScatterOptions<
  Column extends string = string,
> extends AxisOptions<Column> {
  /** Column that says in which frame a row is shown: a year, an epoch. */
  readonly frame: Column;
  /** Column whose numbers give each point its area. */
  readonly size?: Column;
  /** Column that names the thing a point stands for, so that it moves from frame to frame. */
  readonly id?: Column;
  /** Further columns to show when the pointer rests on a point. */
  readonly tooltip?: readonly Column[];
  /** Milliseconds that a frame is shown. Default 500. */
  readonly duration?: number;
}

const symbols = ["circle", "triangle-up", "square", "diamond", "cross", "triangle-down", "x"];

/**
 * Points in a plane that move from frame to frame, with a button that plays them and a slider. The
 * axes stay as they are. Where there is no plotly.js the picture shows the first frame and says so.
 *
 * @param data - A frame, records or columns by name; see `ChartData`.
 * @param options - `frame` is needed; `x` and `y` default to the first two columns of numbers.
 * @throws RangeError for an unknown column or data without a complete row.
 * @example
 * const steps = [0, 1, 2].flatMap((epoch) => [{ epoch, w: epoch, loss: 4 - epoch }]);
 * const figure = animatedScatter(steps, { x: "w", y: "loss", frame: "epoch" });
 * figure.spec.frames.map((frame) => frame.name); // [ "0", "1", "2" ]
 */
export function animatedScatter<Data extends ChartData>(
  data: Data,
  options: AnimatedScatterOptions<ColumnOf<Data>>,
): PlotlyFigure {
  const table = readTable(data);
  const { x, y } = axisColumns(table, options.x, options.y);
  const { color, size, id, frame } = options;
  const shown = [id, x, y, color, size, frame, ...(options.tooltip ?? [])].filter(
    (name) => name !== undefined,
  );
  for (const name of shown) column(table, name);
  const rows = completeRows(table, [x, y, frame]);
  const notes = missingNote(table, [x, y, frame], rows.length);
  const steps = groupRows(column(table, frame), rows);
  const groups =
    color === undefined ? [undefined] : groupRows(column(table, color), rows).map(([name]) => name);
  const sizeref = size === undefined ? undefined : areaScale(table, size);
  // Every frame holds every group, perhaps without points: Plotly matches traces by their place.
  const tracesOf = (of: readonly number[]): Trace[] => {
    const parts = color === undefined ? undefined : new Map(groupRows(column(table, color), of));
    return groups.map((name, i): Trace => {
      const own = name === undefined ? of : (parts?.get(name) ?? []);
      return {
        type: "scatter",
        mode: "markers",
        ...(name !== undefined && { name }),
        // Without any point a group would be missing in the legend.
        x: own.length === 0 ? [null] : values(table, x, own),
        y: own.length === 0 ? [null] : values(table, y, own),
        ...(id !== undefined && { ids: values(table, id, own).map(String) }),
        ...hover(table, shown, own),
        marker: {
          color: okabeIto[i % okabeIto.length],
          symbol: symbols[i % symbols.length],
          opacity: 0.75,
          ...(size === undefined
            ? { size: 9 }
            : { size: values(table, size, own), sizemode: "area", sizeref, sizemin: 3 }),
        },
      };
    });
  };
  const frames = steps.map(([name, of]): Frame => ({ name, data: tracesOf(of) }));
  const layout = {
    ...baseLayout(options, notes),
    margin: { l: 60, r: 20, t: options.title === undefined && notes.length === 0 ? 20 : 70, b: 40 },
    showlegend: groups.length > 1,
    legend: { title: { text: options.colorTitle ?? color ?? "" }, itemsizing: "constant" },
    xaxis: { title: { text: options.xTitle ?? x }, ...fixed(table, x) },
    yaxis: { title: { text: options.yTitle ?? y }, ...fixed(table, y) },
    ...controls(frame, frames, options.duration ?? 500),
  };
  const alt = `Animated scatter plot of ${count(rows.length)} points in ${count(frames.length)} frames, ${extent(frame, column(table, frame))}: ${extent(options.xTitle ?? x, column(table, x))}, ${extent(options.yTitle ?? y, column(table, y))}.`;
  const spec = asJson({ data: frames[0]?.data ?? [], layout, frames });
  return new PlotlyFigure(spec, options.alt ?? [alt, ...notes].join(" "));
}

/** The range of all frames with a margin, so that the axes do not move under the points. */
function fixed(table: Table, name: string): Record<string, unknown> {
  const cells = column(table, name);
  if (measure(cells) !== "quantitative") return {};
  let [low, high] = [Infinity, -Infinity];
  for (const value of numbers(cells, name))
    if (!Number.isNaN(value)) [low, high] = [Math.min(low, value), Math.max(high, value)];
  const margin = (high - low) * 0.08 || 1;
  return { range: [low - margin, high + margin] };
}

function areaScale(table: Table, name: string): number {
  const cells = column(table, name).filter((value) => !isMissing(value));
  return (2 * Math.max(...numbers(cells, name))) / 44 ** 2;
}

/** A button to play, one to pause, and a slider with one step for each frame. */
function controls(
  title: string,
  frames: readonly Frame[],
  duration: number,
): Record<string, unknown> {
  const move = {
    mode: "immediate",
    frame: { duration, redraw: false },
    transition: { duration: Math.min(300, duration) },
  };
  const stop = { mode: "immediate", frame: { duration: 0, redraw: false } };
  return {
    updatemenus: [
      {
        type: "buttons",
        direction: "left",
        showactive: false,
        x: 0.16,
        y: 0,
        xanchor: "right",
        yanchor: "top",
        pad: { t: 64, r: 10 },
        buttons: [
          { label: "Play", method: "animate", args: [null, { ...move, fromcurrent: true }] },
          { label: "Pause", method: "animate", args: [[null], stop] },
        ],
      },
    ],
    sliders: [
      {
        x: 0.2,
        y: 0,
        len: 0.8,
        pad: { t: 44 },
        currentvalue: { prefix: `${title}: ` },
        steps: frames.map(({ name }) => ({
          label: name,
          method: "animate",
          args: [[name], { ...move, frame: { duration: 0, redraw: false } }],
        })),
      },
    ],
  };
}
