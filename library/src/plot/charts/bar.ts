import type { Chart } from "../figure/chart.ts";
import type { Channel } from "../figure/spec.ts";
import { column, readTable } from "../table/read.ts";
import type { Table } from "../table/read.ts";
import { completeRows, count, missingNote } from "../table/rows.ts";
import type { Cell, ChartData, ColumnOf } from "../table/types.ts";
import { isMissing, measure, numbers, plain } from "../table/values.ts";
import { firstColumn } from "./axes.ts";
import { facetsOf } from "./facets.ts";
import { buildChart, channel, tooltipList } from "./base.ts";
import { list, short } from "./describe.ts";
import type { AxisOptions } from "./options.ts";

/** How the values of one bar become its length. */
export type Aggregate = "count" | "sum" | "mean" | "median" | "min" | "max";

/** Options of `bar`. */
export interface BarOptions<Column extends string = string> extends AxisOptions<Column> {
  /** Default `"count"` without `y`, `"mean"` with it; one row a bar is shown as it is by either. */
  readonly aggregate?: Aggregate;
  /** Bars of several colours beside each other, or on top of each other. Default `"group"`. */
  readonly mode?: "group" | "stack";
  /** `"data"` keeps the order in which categories are met; `"value"` puts the longest first. */
  readonly sort?: "data" | "value";
  /** Bars along the horizontal axis, for long names. Default false. */
  readonly horizontal?: boolean;
  /** More categories than this are cut to those with the longest bars, which is said. Default 50. */
  readonly maxBars?: number;
}

/**
 * Bars from zero: counts of a column, or a second column summarised for each category.
 *
 * @param data - A frame, records or columns by name; see `ChartData`.
 * @param options - `x` is the column of categories (default: the first), `y` the column of amounts.
 * @throws RangeError for an unknown column or data without a complete row.
 * @throws TypeError when `y` holds something that is not a number.
 * @example
 * bar(penguins, { x: "species", color: "sex", yTitle: "Penguins" });
 * bar(penguins, { x: "island", y: "body_mass_g", aggregate: "mean", yTitle: "Mean body mass (g)" });
 */
export function bar<Data extends ChartData>(
  data: Data,
  options: BarOptions<ColumnOf<Data>> = {},
): Chart {
  const table = readTable(data);
  const x: string = options.x ?? firstColumn(table);
  const y: string | undefined = options.y;
  const color: string | undefined = options.color === options.x ? undefined : options.color;
  const facets = facetsOf(options.facet);
  const beside = facets?.names ?? [];
  const used = [x, y, color, ...beside].filter((name) => name !== undefined);
  const rows = completeRows(table, used);
  const notes = missingNote(table, used, rows.length);
  const aggregate = options.aggregate ?? (y === undefined ? "count" : "mean");
  if (y === undefined && aggregate !== "count") {
    throw new TypeError(`The aggregate '${aggregate}' needs a column of numbers: name it as y.`);
  }
  const length = y === undefined || aggregate === "count" ? "count" : y;
  const bars = summarise(
    table,
    rows,
    x,
    color,
    beside,
    aggregate === "count" ? undefined : y,
    aggregate,
  );
  const kept = longest(bars, options.maxBars ?? 50);
  if (kept.dropped > 0)
    notes.push(`${count(kept.dropped)} categories with shorter bars are left out.`);
  const singles = bars.length === rows.length;
  const lengthTitle =
    options.yTitle ??
    (y === undefined || aggregate === "count" ? "Count" : singles ? y : `${aggregate} of ${y}`);
  const domain = [...new Set(kept.bars.map((one) => one.category))];
  const category = channel(x, "ordinal", options.xTitle, {
    sort:
      options.sort === "value"
        ? byLength(kept.bars)
        : measure(column(table, x)) === "nominal"
          ? domain
          : "ascending",
    scale: { paddingInner: 0.2 },
    axis: { labelAngle: options.horizontal || fits(domain, options.width) ? 0 : -40 },
  });
  const amount = channel(length, "quantitative", lengthTitle, {
    stack: options.mode === "stack" ? "zero" : null,
  });
  const offset: Record<string, Channel> =
    color !== undefined && options.mode !== "stack"
      ? {
          [options.horizontal ? "yOffset" : "xOffset"]: {
            field: channel(color, "nominal", undefined)["field"],
          },
        }
      : {};
  const groups = color === undefined ? "" : ` for each ${options.colorTitle ?? color}`;
  return buildChart(options, {
    values: kept.bars.map((one) => ({
      [x]: one.category,
      ...(color !== undefined && { [color]: one.group }),
      ...one.facets,
      [length]: one.value,
    })),
    facets,
    mark: { type: "bar", style: "separated", strokeWidth: 0.5 },
    encoding: {
      ...(options.horizontal ? { x: amount, y: category } : { x: category, y: amount }),
      ...offset,
      ...(color !== undefined && { color: channel(color, "nominal", options.colorTitle) }),
      tooltip: tooltipList([
        category,
        ...(color === undefined ? [] : [channel(color, "nominal", options.colorTitle)]),
        amount,
      ]),
    },
    alt: `Bar chart of ${lengthTitle} by ${options.xTitle ?? x}${groups}: ${list(kept.bars.slice(0, 12).map((one) => `${one.group === undefined ? "" : `${String(one.group)} `}${String(one.category)} ${short(one.value)}`))}${kept.bars.length > 12 ? ", …" : ""}.`,
    notes,
  });
}

interface Bar {
  readonly category: string | number | boolean | null;
  readonly group?: string | number | boolean | null;
  readonly facets: Readonly<Record<string, unknown>>;
  readonly value: number;
}

function summarise(
  table: Table,
  rows: readonly number[],
  x: string,
  color: string | undefined,
  beside: readonly string[],
  y: string | undefined,
  aggregate: Aggregate,
): Bar[] {
  const categories = column(table, x);
  const groups = color === undefined ? undefined : column(table, color);
  const values = y === undefined ? undefined : numbers(column(table, y), y);
  const key = (value: Cell) => `${typeof value}:${String(plain(value))}`;
  const cells = Map.groupBy(rows, (row) =>
    JSON.stringify([
      key(categories[row]),
      groups && key(groups[row]),
      ...beside.map((name) => key(column(table, name)[row])),
    ]),
  );
  return [...cells.values()].map((members) => {
    const first = members[0] ?? 0;
    const numbersHere = values
      ? members.map((row) => values[row] ?? NaN).filter((value) => !isMissing(value))
      : [];
    return {
      category: plain(categories[first]),
      ...(groups && { group: plain(groups[first]) }),
      facets: Object.fromEntries(beside.map((name) => [name, plain(column(table, name)[first])])),
      value: aggregate === "count" ? members.length : summary(numbersHere, aggregate),
    };
  });
}

function summary(values: readonly number[], aggregate: Exclude<Aggregate, "count">): number {
  const sum = values.reduce((total, value) => total + value, 0);
  if (aggregate === "sum") return sum;
  if (aggregate === "mean") return sum / values.length;
  const sorted = values.toSorted((a, b) => a - b);
  if (aggregate === "min") return sorted[0] ?? NaN;
  if (aggregate === "max") return sorted.at(-1) ?? NaN;
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
}

/** The categories with the greatest total lengths, in the order of the data. */
function longest(bars: readonly Bar[], most: number): { bars: readonly Bar[]; dropped: number } {
  const order = byLength(bars);
  if (order.length <= most) return { bars, dropped: 0 };
  const kept = new Set(order.slice(0, most));
  return { bars: bars.filter((one) => kept.has(one.category)), dropped: order.length - most };
}

function byLength(bars: readonly Bar[]): Bar["category"][] {
  const totals = new Map<Bar["category"], number>();
  for (const { category, value } of bars)
    totals.set(category, (totals.get(category) ?? 0) + Math.abs(value));
  return [...totals].sort((a, b) => b[1] - a[1]).map(([category]) => category);
}

function fits(domain: readonly Bar["category"][], width = 440): boolean {
  const longestName = Math.max(0, ...domain.map((name) => String(name).length));
  return longestName * 7 < width / Math.max(1, domain.length);
}
