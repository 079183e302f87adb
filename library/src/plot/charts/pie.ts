import type { Chart } from "../figure/chart.ts";
import { column, readTable } from "../table/read.ts";
import { completeRows, missingNote } from "../table/rows.ts";
import { groupRows } from "../table/groups.ts";
import type { ChartData, ColumnOf } from "../table/types.ts";
import { numbers } from "../table/values.ts";
import { firstColumn } from "./axes.ts";
import { buildChart, channel, tooltipList } from "./base.ts";
import { list, short } from "./describe.ts";
import { facetsOf } from "./facets.ts";
import type { FacetOptions } from "./options.ts";

/** Options of `pie`; the channels have Vega-Lite's names. */
export interface PieOptions<Column extends string = string> extends FacetOptions<Column> {
  /** Column of categories, a slice each. By default the first. */
  readonly color?: Column;
  /** Column of amounts, summed for each category. By default rows are counted. */
  readonly theta?: Column;
  readonly colorTitle?: string;
  /** Title of the amounts, with their unit. */
  readonly thetaTitle?: string;
  /** Radius of the hole, as a part of the whole, from 0 to below 1. Default 0. */
  readonly hole?: number;
}

const mostSlices = 12;

/**
 * A circle cut into shares of a whole, largest first, with each share in percent. Beyond twelve slices
 * the small ones are put together. Bars compare amounts better; a pie shows shares of one whole.
 *
 * @throws RangeError for an unknown column, a negative amount, or a sum of 0.
 * @throws TypeError when `theta` holds something that is not a number.
 * @example
 * pie(penguins, { color: "species", title: "Penguins by species" });
 */
export function pie<Data extends ChartData>(
  data: Data,
  options: PieOptions<ColumnOf<Data>> = {},
): Chart {
  const table = readTable(data);
  const color: string = options.color ?? firstColumn(table);
  const theta: string | undefined = options.theta;
  const hole = options.hole ?? 0;
  if (!(hole >= 0 && hole < 1))
    throw new RangeError(`The option hole is a part from 0 to below 1; it was ${String(hole)}.`);
  const facets = facetsOf(options.facet);
  const beside = facets?.names ?? [];
  const used = [color, ...(theta === undefined ? [] : [theta]), ...beside];
  const rows = completeRows(table, used);
  const notes = missingNote(table, used, rows.length);
  const amounts = theta === undefined ? undefined : numbers(column(table, theta), theta);
  const negative = rows.find((row) => amounts !== undefined && amounts[row] < 0);
  if (amounts && negative !== undefined) {
    throw new RangeError(
      `A pie shows shares of a whole, and row ${String(negative)} of '${String(theta)}' is ${String(amounts[negative])}; use bar for amounts below 0.`,
    );
  }
  const slices = groupRows(table, rows, beside).flatMap(({ keys, members }) =>
    shares(
      groupRows(table, members, [color]).map((slice) => ({
        name: String(slice.keys[color]),
        amount: slice.members.reduce((sum, row) => sum + (amounts?.[row] ?? 1), 0),
      })),
    ).map((slice, order) => ({ ...keys, ...slice, order })),
  );
  const side = Math.min(options.width ?? 280, options.height ?? 280, facets ? 180 : Infinity);
  const radius = side / 2 - 4;
  const title = options.thetaTitle ?? theta ?? "Count";
  const order = [...new Set(slices.map(({ name }) => name))];
  return buildChart(options, {
    values: slices,
    facets,
    width: side,
    height: side,
    encoding: {
      theta: channel("amount", "quantitative", title, { stack: true }),
      order: channel("order", "quantitative", undefined),
    },
    layer: [
      {
        mark: {
          type: "arc",
          outerRadius: radius,
          innerRadius: hole * radius,
          style: "separated",
          strokeWidth: 1.5,
        },
        encoding: {
          color: channel("name", "nominal", options.colorTitle ?? color, { sort: order }),
          tooltip: tooltipList([
            channel("name", "nominal", options.colorTitle ?? color),
            channel("amount", "quantitative", title),
            channel("share", "quantitative", "share", { format: ".1%" }),
          ]),
        },
      },
      {
        transform: [{ filter: "datum.share >= 0.04" }],
        mark: {
          type: "text",
          radius: ((1 + Math.max(hole, 0.4)) / 2) * radius,
          fontSize: 12,
          fontWeight: "bold",
          color: "white",
          stroke: "#222222",
          strokeWidth: 2.5,
          strokeJoin: "round",
        },
        encoding: { text: channel("share", "quantitative", undefined, { format: ".0%" }) },
      },
      {
        transform: [{ filter: "datum.share >= 0.04" }],
        mark: {
          type: "text",
          radius: ((1 + Math.max(hole, 0.4)) / 2) * radius,
          fontSize: 12,
          fontWeight: "bold",
          color: "white",
        },
        encoding: { text: channel("share", "quantitative", undefined, { format: ".0%" }) },
      },
    ],
    more: { view: { stroke: null } },
    alt: `Pie chart of ${title} by ${options.colorTitle ?? color}: ${list(slices.map(({ name, share }) => `${name} ${short(100 * share)} %`))}.`,
    notes,
  });
}

interface Slice {
  readonly name: string;
  readonly amount: number;
}

function shares(slices: readonly Slice[]): (Slice & { share: number })[] {
  const sum = slices.reduce((total, { amount }) => total + amount, 0);
  if (sum === 0) throw new RangeError("There is nothing to plot: the amounts sum to 0.");
  const sorted = slices.toSorted((a, b) => b.amount - a.amount);
  const kept = sorted.length <= mostSlices ? sorted : sorted.slice(0, mostSlices - 1);
  const rest = sorted.slice(kept.length);
  const other = {
    name: `${String(rest.length)} others`,
    amount: rest.reduce((total, { amount }) => total + amount, 0),
  };
  return [...kept, ...(rest.length > 0 ? [other] : [])].map((slice) => ({
    ...slice,
    share: slice.amount / sum,
  }));
}
