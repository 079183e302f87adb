import { resolution } from "../charts/facets.ts";
import { Chart, isChart } from "../figure/chart.ts";
import type { Figure } from "../figure/figure.ts";
import { schemaUrl } from "../figure/spec.ts";
import type { AnySpec } from "../figure/spec.ts";
import { lookOf } from "../figure/theme.ts";
import { column, readTable } from "../table/read.ts";
import { groupRows } from "../table/groups.ts";
import { records } from "../table/rows.ts";
import type { ChartData, ColumnOf } from "../table/types.ts";
import { measure } from "../table/values.ts";
import { grid, heading } from "./grid.ts";
import type { ComposeOptions } from "./grid.ts";
import { inner } from "./inner.ts";

/** Options of `facet`. */
export interface FacetByOptions<Column extends string = string> extends ComposeOptions {
  /** Column for whose values the figure is repeated. */
  readonly by: Column;
  /** So many side by side. Default 3. */
  readonly columns?: number;
}

/**
 * Any figure, once for each value of a column: `draw` gets the rows of one value. For charts that take
 * the option `facet` that is simpler and keeps bins alike; this works with every figure, also pictures.
 *
 * @throws RangeError for an unknown column.
 * @example
 * facet(penguins, { by: "island", columns: 2 }, (rows) => correlationMatrix(rows));
 */
export function facet<Data extends ChartData>(
  data: Data,
  options: FacetByOptions<ColumnOf<Data>>,
  draw: (rows: Record<string, unknown>[], value: string) => Figure,
): Figure {
  const table = readTable(data);
  const names = [...table.columns.keys()];
  const values = column(table, options.by);
  const groups = groupRows(
    table,
    values.map((_, row) => row),
    [options.by],
  ).filter(({ keys }) => keys[options.by] !== null);
  if (measure(values) === "quantitative")
    groups.sort((a, b) => Number(a.keys[options.by]) - Number(b.keys[options.by]));
  const columns = options.columns ?? 3;
  const figures = groups.map(({ keys, members }) => {
    const value = String(keys[options.by]);
    const figure = draw(records(table, names, members), value);
    return isChart(figure) ? named(figure, value) : figure;
  });
  if (!figures.every(isChart)) {
    const rows = Array.from({ length: Math.ceil(figures.length / columns) }, (_, i) =>
      figures.slice(i * columns, (i + 1) * columns),
    );
    return grid(rows, options);
  }
  const { background, config } = lookOf(options.theme);
  return new Chart<AnySpec>({
    $schema: schemaUrl,
    description:
      options.alt ??
      `${String(figures.length)} charts, one for each ${options.by}. ${figures.map(({ alt }, i) => `${String(groups[i].keys[options.by])}: ${alt}`).join(" ")}`,
    ...heading(options),
    concat: figures.map(({ spec }) => inner(spec)),
    columns,
    ...resolution(options.scales ?? "shared"),
    background,
    config,
  });
}

/** The chart with the value above it, and its own title below that. */
function named(chart: Chart<AnySpec>, value: string): Chart<AnySpec> {
  const { title } = chart.spec;
  const own = typeof title === "string" ? { text: title } : (title ?? {});
  const subtitle = [own["text"] ?? "", own["subtitle"] ?? []].flat().filter((line) => line !== "");
  return new Chart<AnySpec>({
    ...chart.spec,
    title: {
      text: value,
      ...(subtitle.length > 0 && { subtitle }),
      fontSize: 12,
      anchor: "middle",
    },
  });
}
