import { extent } from "../charts/describe.ts";
import { okabeIto } from "../figure/palette.ts";
import { column, readTable } from "../table/read.ts";
import type { Table } from "../table/read.ts";
import { completeRows, count, missingNote } from "../table/rows.ts";
import { sampleIndices } from "../table/sample.ts";
import type { ChartData, ColumnOf } from "../table/types.ts";
import { measure, measureOfGroups, numbers } from "../table/values.ts";
import { groupRows, hover, spaceColumns, values } from "./columns.ts";
import type { SpaceOptions } from "./columns.ts";
import { baseLayout, scene, symbols3d } from "./layout.ts";
import { asJson } from "./plotly.ts";
import { PlotlyFigure } from "./plotly-figure.ts";
import type { Trace } from "./spec.ts";

/** Options of `scatter3d`. */
export interface Scatter3dOptions<Column extends string = string> extends SpaceOptions<Column> {
  /** Column whose numbers give each point its area. */
  readonly size?: Column;
  /** Further columns to show when the pointer rests on a point. */
  readonly tooltip?: readonly Column[];
  /** Opacity of a point, 0 to 1. Default 0.8. */
  readonly opacity?: number;
  /** More points than this are thinned by a repeatable sample, which the figure says. Default 5000. */
  readonly maxPoints?: number;
}

/**
 * Points in space, which the reader can turn. A column of text, or of at most ten different whole
 * numbers, as `color` gives each group a colour and a symbol; a column of other numbers gives a
 * colour scale.
 *
 * @param data - A frame, records, columns by name or a matrix; see `ChartData`.
 * @param options - `x`, `y` and `z` default to the first columns of numbers.
 * @throws RangeError for an unknown column or data without a complete row.
 * @example
 * const spiral = Array.from({ length: 50 }, (_, i) => ({ x: Math.cos(i), y: Math.sin(i), turn: i }));
 * const figure = scatter3d(spiral, { zTitle: "Turn (rad)" });
 * figure.spec.data[0].type; // "scatter3d"
 * figure.spec.data[0].z.length; // 50
 */
export function scatter3d<Data extends ChartData>(
  data: Data,
  options: Scatter3dOptions<ColumnOf<Data>> = {},
): PlotlyFigure {
  const table = readTable(data);
  const { x, y, z } = spaceColumns(table, options);
  const shown = [x, y, z, options.color, options.size, ...(options.tooltip ?? [])].filter(
    (name) => name !== undefined,
  );
  for (const name of shown) column(table, name);
  const complete = completeRows(table, [x, y, z]);
  const notes = missingNote(table, [x, y, z], complete.length);
  const rows = sampleIndices(complete.length, options.maxPoints ?? 5000).map(
    (i) => complete[i] ?? 0,
  );
  if (rows.length < complete.length)
    notes.push(`A sample of ${count(rows.length)} of ${count(complete.length)} points.`);
  const titles = [options.xTitle ?? x, options.yTitle ?? y, options.zTitle ?? z] as const;
  const base = (of: readonly number[]): Trace => ({
    type: "scatter3d",
    mode: "markers",
    x: values(table, x, of),
    y: values(table, y, of),
    z: values(table, z, of),
    ...hover(table, shown, of),
  });
  const look = { opacity: options.opacity ?? 0.8, size: 4, ...sizes(table, options.size) };
  const marker = (of: readonly number[]) => ({
    ...look,
    ...(options.size !== undefined && { size: values(table, options.size, of) }),
  });
  const { color } = options;
  const colorTitle = options.colorTitle ?? color;
  const traces: Trace[] = [];
  if (color === undefined) {
    traces.push({ ...base(rows), marker: { ...marker(rows), color: okabeIto[0] } });
  } else if (measureOfGroups(column(table, color)) === "nominal") {
    for (const [i, [name, of]] of groupRows(column(table, color), rows).entries()) {
      const tint = okabeIto[i % okabeIto.length];
      const symbol = symbols3d[i % symbols3d.length];
      traces.push({ ...base(of), name, marker: { ...marker(of), color: tint, symbol } });
    }
  } else {
    const amounts = numbers(column(table, color), color);
    const scale = { colorscale: "Viridis", showscale: true };
    traces.push({
      ...base(rows),
      marker: {
        ...marker(rows),
        ...scale,
        color: rows.map((row) => amounts[row]),
        colorbar: { title: { text: colorTitle } },
      },
    });
  }
  const layout = {
    ...baseLayout(options, notes),
    showlegend: traces.length > 1,
    scene: scene(...titles),
    legend: { title: { text: colorTitle }, itemsizing: "constant" },
  };
  const axes = [x, y, z].map((name, i) => extent(titles[i] ?? name, column(table, name)));
  const groups =
    color === undefined ? "" : `, coloured by ${extent(colorTitle ?? "", column(table, color))}`;
  const alt = `Scatter plot in space of ${count(complete.length)} points: ${axes.join(", ")}${groups}.`;
  return new PlotlyFigure(
    asJson({ data: traces, layout }),
    options.alt ?? [alt, ...notes].join(" "),
  );
}

/** How Plotly makes areas of the numbers of a column: the largest is 24 pixels wide. */
function sizes(table: Table, name: string | undefined): Record<string, unknown> {
  if (name === undefined) return {};
  if (measure(column(table, name)) !== "quantitative")
    throw new TypeError(`The option size takes a column of numbers; '${name}' holds none.`);
  const largest = Math.max(...numbers(column(table, name), name).filter((v) => !Number.isNaN(v)));
  return { sizemode: "area", sizeref: (2 * largest) / 24 ** 2, sizemin: 2 };
}
