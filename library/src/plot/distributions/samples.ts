import { longForm } from "../charts/axes.ts";
import { facetsOf } from "../charts/facets.ts";
import type { Facets } from "../charts/facets.ts";
import type { FacetOptions } from "../charts/options.ts";
import { groupRows } from "../table/groups.ts";
import { column, readTable } from "../table/read.ts";
import { completeRows, count, missingNote } from "../table/rows.ts";
import type { ChartData } from "../table/types.ts";
import { measure, numbers } from "../table/values.ts";

/** Options of the charts that compare how the values of groups are spread. */
export interface SampleOptions<Column extends string = string> extends FacetOptions<Column> {
  /** Column of groups, side by side. */
  readonly x?: Column;
  /** Column of numbers, or several columns, side by side. By default all columns of numbers. */
  readonly y?: Column | readonly Column[];
  /** Column that gives each group its colour. */
  readonly color?: Column;
  /** Axis title with its unit, such as "Body mass (g)". By default the column's name. */
  readonly xTitle?: string;
  readonly yTitle?: string;
  /** Title of the legend. By default the column's name. */
  readonly colorTitle?: string;
}

type Key = number | string | boolean | null;

/** The numbers of one group. */
export interface Sample {
  /** The name of its place along the axis. */
  readonly category: string;
  /** Its name in a sentence: with its facet and colour. */
  readonly name: string;
  readonly color: Key | undefined;
  /** The values of the columns of facets (and of colour), for the records of the spec. */
  readonly keys: Readonly<Record<string, Key>>;
  readonly values: readonly number[];
}

export interface Samples {
  readonly samples: readonly Sample[];
  /** The places along the axis, in order. */
  readonly categories: readonly string[];
  readonly categoryTitle: string;
  readonly valueTitle: string;
  readonly color: string | undefined;
  readonly colors: readonly Key[];
  readonly colorTitle: string | undefined;
  readonly facets: Facets | undefined;
  readonly notes: string[];
  readonly total: number;
}

/**
 * Reads the groups to compare: the values of `y` for each value of `x`, or several columns.
 *
 * @throws RangeError for an unknown column or data without a value.
 * @throws TypeError when `y` holds something that is not a number.
 */
export function readSamples(data: ChartData, options: SampleOptions): Samples {
  const source = readTable(data);
  const facets = facetsOf(options.facet);
  const { x, color } = options;
  const beside = [...new Set([x, color, ...(facets?.names ?? [])])].filter(
    (name) => name !== undefined,
  );
  const wanted =
    options.y === undefined
      ? [...source.columns.keys()].filter(
          (name) =>
            name !== "index" &&
            !beside.includes(name) &&
            measure(column(source, name)) === "quantitative",
        )
      : [options.y].flat();
  if (wanted.length === 0) {
    throw new TypeError(
      `Name a column of numbers as y; the columns are ${[...source.columns.keys()].join(", ")}.`,
    );
  }
  const wide = x === undefined || wanted.length > 1;
  const table = wide ? longForm(source, beside, wanted) : source;
  const y = wide ? "value" : wanted[0];
  for (const name of wanted) numbers(column(source, name), name);
  const rows = completeRows(table, [y, ...beside]);
  const notes =
    wide && wanted.length > 1
      ? []
      : missingNote(table, [wanted.length === 1 && wide ? "value" : y, ...beside], rows.length);
  if (rows.length === 0)
    throw new RangeError(`There is nothing to plot: ${wanted.join(", ")} hold no number.`);
  if (wide && wanted.length > 1 && rows.length < table.length)
    notes.push(`${count(table.length - rows.length)} missing values are left out.`);
  const category = wide ? "column" : x;
  const values = numbers(column(table, y), y);
  const nested = [...new Set([...(facets?.names ?? []), ...(color === undefined ? [] : [color])])];
  const grouped = groupRows(table, rows, [...new Set([category, ...beside])]);
  const samples = grouped.map(({ keys, members }): Sample => {
    const place = keys[category];
    const name = wide && x !== undefined ? `${String(keys[x])} · ${String(place)}` : String(place);
    return {
      category: name,
      name: [...new Set([...nested.map((by) => String(keys[by])), name])].join(" "),
      color: color === undefined ? undefined : keys[color],
      keys: Object.fromEntries(beside.map((by) => [by, keys[by]])),
      values: members.map((row) => values[row]),
    };
  });
  const ordered = measure(column(table, category)) === "nominal";
  const categories = [...new Set(samples.map((sample) => sample.category))];
  if (!ordered) categories.sort((a, b) => Number(a) - Number(b));
  return {
    samples,
    categories,
    categoryTitle: options.xTitle ?? (wide ? (x ?? "") : x),
    valueTitle: options.yTitle ?? (wanted.length === 1 ? wanted[0] : "value"),
    color,
    colors: [...new Set(samples.map((sample) => sample.color ?? null))].sort((a, b) =>
      String(a) < String(b) ? -1 : 1,
    ),
    colorTitle: options.colorTitle,
    facets,
    notes,
    total: rows.length,
  };
}
