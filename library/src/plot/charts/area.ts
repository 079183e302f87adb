import type { Chart } from "../figure/chart.ts";
import { groupRows } from "../table/groups.ts";
import { column, readTable } from "../table/read.ts";
import { completeRows, count, missingNote, records } from "../table/rows.ts";
import type { ChartData, ColumnOf } from "../table/types.ts";
import { distinct, measure, numbers } from "../table/values.ts";
import { along, axisColumns, longForm } from "./axes.ts";
import { buildChart, channel, tooltips } from "./base.ts";
import { extent } from "./describe.ts";
import { facetsOf } from "./facets.ts";
import type { AxisOptions } from "./options.ts";

/** Options of `area`. */
export interface AreaOptions<Column extends string = string> extends Omit<
  AxisOptions<Column>,
  "y"
> {
  /** Column along the vertical axis, or several columns for as many areas. */
  readonly y?: Column | readonly Column[];
  /**
   * `"zero"` piles areas up, `"normalize"` to shares of the whole, `"center"` around the middle,
   * `"none"` lays them in front of each other. Default `"zero"`.
   */
  readonly stack?: "zero" | "normalize" | "center" | "none";
  /** More points along an area than this are thinned evenly. Default 1000. */
  readonly maxPoints?: number;
}

/**
 * Areas from zero, piled up where there are several.
 *
 * @param options - `x` and `y` default to the first two columns of numbers; several names as `y`, or
 *   a column as `color`, draw several areas.
 * @throws RangeError for an unknown column or data without a complete row.
 * @throws TypeError when `y` holds something that is not a number.
 * @example
 * area(power, { x: "year", y: ["coal", "wind", "solar"], yTitle: "Electricity (TWh)" });
 */
export function area<Data extends ChartData>(
  data: Data,
  options: AreaOptions<ColumnOf<Data>> = {},
): Chart {
  const source = readTable(data);
  const several = Array.isArray(options.y) ? (options.y as readonly string[]) : undefined;
  if (several && options.color !== undefined) {
    throw new TypeError(
      "Several columns as y already give each area its colour: leave the option color out.",
    );
  }
  const facets = facetsOf(options.facet);
  const beside = facets?.names ?? [];
  const named = several ? several[0] : (options.y as string | undefined);
  const { x, y } = axisColumns(source, options.x, named);
  const table = several ? longForm(source, [x, ...beside], several) : source;
  const height = several ? "value" : y;
  const group = several ? "column" : (options.color as string | undefined);
  const groupedBy = [...new Set([...(group === undefined ? [] : [group]), ...beside])];
  numbers(column(table, height), height);
  const complete = completeRows(table, [x, height, ...groupedBy]);
  const notes = missingNote(table, [x, ...(several ?? [y])], complete.length);
  const rows = everyNth(complete, groupRows(table, complete, groupedBy), options.maxPoints ?? 1000);
  if (rows.length < complete.length)
    notes.push(`${count(rows.length)} of ${count(complete.length)} points are drawn.`);
  const stack = options.stack ?? "zero";
  const names = several ?? (group === undefined ? [] : distinct(column(table, group)).map(String));
  const yTitle = options.yTitle ?? (several ? "value" : y);
  return buildChart(options, {
    values: records(table, [x, height, ...groupedBy], rows),
    facets,
    mark: { type: "area", opacity: stack === "none" ? 0.5 : 0.85, line: stack === "none" },
    encoding: {
      x: along(table, x, options.xTitle),
      y: channel(height, "quantitative", yTitle, {
        stack: group === undefined || stack === "none" ? null : stack,
        ...(stack === "normalize" && { axis: { format: "%" } }),
      }),
      ...(group !== undefined && {
        color: {
          ...channel(group, "nominal", options.colorTitle, { sort: [...names] }),
          ...(several && options.colorTitle === undefined && { title: null }),
        },
      }),
      tooltip: tooltips(table, [x, height, ...groupedBy]),
    },
    alt: `Area chart of ${group === undefined ? "one area" : `${String(names.length)} areas${stack === "none" ? "" : ", piled up"}`}: ${extent(options.xTitle ?? x, column(table, x))}, ${extent(several ? several.join(", ") : yTitle, column(table, height))}${group === undefined || several ? "" : `, an area for each ${extent(group, column(table, group))}`}.`,
    notes,
  });

  /** Piles need the same places in every area, so each is thinned alike. */
  function everyNth(
    all: readonly number[],
    groups: readonly { readonly members: readonly number[] }[],
    most: number,
  ): readonly number[] {
    const longest = Math.max(...groups.map(({ members }) => members.length));
    if (longest <= most) return all;
    const places = column(table, x);
    const kind = measure(places);
    const step = Math.ceil(longest / most);
    return groups.flatMap(({ members }) =>
      (kind === "nominal"
        ? members
        : members.toSorted((a, b) => Number(places[a]) - Number(places[b]))
      ).filter((_, i) => i % step === 0),
    );
  }
}
