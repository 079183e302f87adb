import { extent } from "../charts/describe.ts";
import { okabeIto } from "../figure/palette.ts";
import { column, readTable } from "../table/read.ts";
import { completeRows, count, missingNote } from "../table/rows.ts";
import type { ChartData, ColumnOf } from "../table/types.ts";
import { groupRows, hover, spaceColumns, values } from "./columns.ts";
import type { SpaceOptions } from "./columns.ts";
import { baseLayout, dashes3d, scene } from "./layout.ts";
import { asJson } from "./plotly.ts";
import { PlotlyFigure } from "./plotly-figure.ts";
import type { Trace } from "./spec.ts";

/** Options of `line3d`. */
export interface Line3dOptions<Column extends string = string> extends SpaceOptions<Column> {
  /** Width of a line in pixels. Default 4. */
  readonly lineWidth?: number;
  /** Draws a dot at each point too. Default false. */
  readonly points?: boolean;
}

/**
 * A path through space that joins the rows in their order: an orbit, the steps of an optimiser. Each
 * group of `color` is a path of its own, with a colour and a dash.
 *
 * @param data - A frame, records, columns by name or a matrix; see `ChartData`.
 * @param options - `x`, `y` and `z` default to the first columns of numbers.
 * @throws RangeError for an unknown column or data without a complete row.
 * @example
 * const t = Array.from({ length: 100 }, (_, i) => i / 10);
 * const figure = line3d({ x: t.map(Math.cos), y: t.map(Math.sin), t }, { z: "t" });
 * figure.spec.data[0].mode; // "lines"
 */
export function line3d<Data extends ChartData>(
  data: Data,
  options: Line3dOptions<ColumnOf<Data>> = {},
): PlotlyFigure {
  const table = readTable(data);
  const { x, y, z } = spaceColumns(table, options);
  const { color } = options;
  const shown = [x, y, z, ...(color === undefined ? [] : [color])];
  for (const name of shown) column(table, name);
  const rows = completeRows(table, [x, y, z]);
  const notes = missingNote(table, [x, y, z], rows.length);
  const titles = [options.xTitle ?? x, options.yTitle ?? y, options.zTitle ?? z] as const;
  const groups =
    color === undefined ? [[undefined, rows] as const] : groupRows(column(table, color), rows);
  const traces = groups.map(([name, of], i): Trace => {
    const tint = okabeIto[i % okabeIto.length];
    return {
      type: "scatter3d",
      mode: options.points === true ? "lines+markers" : "lines",
      ...(name !== undefined && { name }),
      x: values(table, x, of),
      y: values(table, y, of),
      z: values(table, z, of),
      ...hover(table, shown, of),
      line: { color: tint, width: options.lineWidth ?? 4, dash: dashes3d[i % dashes3d.length] },
      ...(options.points === true && { marker: { color: tint, size: 3 } }),
    };
  });
  const layout = {
    ...baseLayout(options, notes),
    showlegend: traces.length > 1,
    scene: scene(...titles),
    legend: { title: { text: options.colorTitle ?? color ?? "" } },
  };
  const axes = [x, y, z].map((name, i) => extent(titles[i] ?? name, column(table, name)));
  const paths = `${count(traces.length)} path${traces.length === 1 ? "" : "s"}`;
  const alt = `Lines in space: ${paths} through ${count(rows.length)} points; ${axes.join(", ")}.`;
  return new PlotlyFigure(
    asJson({ data: traces, layout }),
    options.alt ?? [alt, ...notes].join(" "),
  );
}
