import { buildChart, channel, tooltipList } from "../charts/base.ts";
import { list } from "../charts/describe.ts";
import type { FigureOptions } from "../charts/options.ts";
import type { Chart } from "../figure/chart.ts";
import { readTable } from "../table/read.ts";
import { count } from "../table/rows.ts";
import type { ChartData } from "../table/types.ts";
import { isMissing } from "../table/values.ts";

/** At most so many stripes from top to bottom: one row each, or several rows together. */
const mostStripes = 200;

/**
 * Where a table lacks values: a column for each column, from the first row down, darker where more is
 * missing. Missing are null, undefined, NaN, infinities and broken dates.
 *
 * @throws RangeError when the data have no rows or more than 100 columns.
 * @example
 * missingValues(titanic, { title: "Missing values of the Titanic's passengers" });
 */
export function missingValues(data: ChartData, options: FigureOptions = {}): Chart {
  const table = readTable(data);
  if (table.columns.size > 100)
    throw new RangeError(
      `Missing values are drawn for at most 100 columns; the data have ${String(table.columns.size)}.`,
    );
  const height = Math.ceil(table.length / mostStripes);
  const stripes = Math.ceil(table.length / height);
  const columns = [...table.columns].map(([name, values]) => {
    const missing = values.reduce<number>((sum, value) => sum + (isMissing(value) ? 1 : 0), 0);
    const shares = Array.from({ length: stripes }, (_, stripe) => {
      const part = values.slice(stripe * height, (stripe + 1) * height);
      return part.filter(isMissing).length / part.length;
    });
    return { name, missing, shares };
  });
  const some = columns.filter(({ missing }) => missing > 0);
  const labels = columns.map(
    ({ name, missing }) => `${name} (${missing === 0 ? "0" : count(missing)})`,
  );
  const x = channel("column", "ordinal", "Column (missing values)", {
    sort: labels,
    scale: { paddingInner: 0.06 },
    axis: { labelAngle: -40, labelLimit: 160 },
  });
  const y = channel("row", "quantitative", "Row", {
    scale: { reverse: true, nice: false, domain: [0, table.length] },
  });
  const share = channel("share", "quantitative", "missing", {
    scale: { domain: [0, 1], range: ["#dfe8ef", "#b34700"], interpolate: "lab" },
    legend: { format: "%" },
    format: ".0%",
  });
  return buildChart(options, {
    values: columns.flatMap(({ shares }, i) =>
      runs(shares).map(({ from, to, share }) => ({
        column: labels[i],
        row: from * height,
        to: Math.min(to * height, table.length),
        share,
      })),
    ),
    width: { step: Math.max(16, Math.min(48, 600 / columns.length)) },
    mark: { type: "rect", strokeWidth: 0 },
    encoding: {
      x,
      y,
      y2: { field: "to" },
      color: {
        field: share["field"],
        type: share["type"],
        title: share["title"],
        scale: share["scale"],
        legend: share["legend"],
      },
      tooltip: tooltipList([
        x,
        channel("row", "quantitative", "from row"),
        channel("to", "quantitative", "to before row"),
        share,
      ]),
    },
    alt: `Missing values of ${count(table.length)} rows and ${String(columns.length)} columns: ${some.length === 0 ? "none" : list(some.map(({ name, missing }) => `${name} ${count(missing)}`))}.`,
    notes: [],
  });
}

/** Neighbouring stripes of equal share as one. */
function runs(shares: readonly number[]): { from: number; to: number; share: number }[] {
  const found: { from: number; to: number; share: number }[] = [];
  shares.forEach((share, i) => {
    const last = found.at(-1);
    if (last?.share === share) last.to = i + 1;
    else found.push({ from: i, to: i + 1, share });
  });
  return found;
}
