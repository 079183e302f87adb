import pl from "nodejs-polars";
import { dtypeOf } from "../engine/dtypes.ts";
import { knownColumns } from "../engine/names.ts";
import { expression, type Table } from "../engine/table.ts";
import { nanToNull } from "../engine/to-engine.ts";
import { isCountable } from "../verbs/statistics.ts";
import { type Aggregation, aggregations, needsNumbers } from "./aggregations.ts";

export interface GroupByOptions {
  /** Groups in ascending order of their keys (default), or in order of first appearance. */
  readonly sort?: boolean;
  /** Whether rows with a missing key are left out. Default true. */
  readonly dropNa?: boolean;
}

/** A result column: what is computed, of which column, under which name. */
export interface Wanted {
  readonly column: string;
  readonly aggregation: Aggregation;
  readonly as: string;
}

function check(data: pl.DataFrame, { column, aggregation }: Wanted): void {
  knownColumns([column], data.columns);
  if (!Object.hasOwn(aggregations, aggregation)) {
    throw new TypeError(
      `There is no aggregation ${JSON.stringify(aggregation)}; choose from ${Object.keys(aggregations).join(", ")}.`,
    );
  }
  const series = data.getColumn(column);
  if (needsNumbers(aggregation) && !isCountable(series)) {
    throw new TypeError(
      `${aggregation} needs numbers, but column ${JSON.stringify(column)} is ${dtypeOf(series)}.`,
    );
  }
}

/** The columns an aggregation of everything applies to. */
export function aggregable(
  data: pl.DataFrame,
  keys: readonly string[],
  aggregation: Aggregation,
): string[] {
  return data
    .getColumns()
    .filter((one) => !keys.includes(one.name) && (!needsNumbers(aggregation) || isCountable(one)))
    .map((one) => one.name);
}

// Names that no column can collide with while the engine works.
const keyName = (position: number): string => `\u0000key${position}`;
const resultName = (position: number): string => `\u0000result${position}`;
const sizeName = "\u0000size";
const rowName = "\u0000row";

/** Groups rows by their keys and computes the wanted columns; `size` adds the number of rows. */
export function groupAggregate(
  data: pl.DataFrame,
  keys: readonly string[],
  wanted: readonly Wanted[],
  options: GroupByOptions & { readonly size?: string },
): Table {
  knownColumns(keys, data.columns);
  if (keys.length === 0) throw new RangeError("groupby needs at least one column.");
  for (const one of wanted) check(data, one);
  const { sort = true, dropNa = true, size } = options;
  const names = [...keys, ...wanted.map((one) => one.as), ...(size === undefined ? [] : [size])];
  const repeated = names.find((name, position) => names.indexOf(name) !== position);
  if (repeated !== undefined) {
    throw new RangeError(`Two columns of the result would be called ${JSON.stringify(repeated)}.`);
  }
  const results = wanted.map(({ column, aggregation }, position) => {
    const x = expression(data, column);
    const countable = needsNumbers(aggregation) && dtypeOf(data.getColumn(column)) === "boolean";
    return aggregations[aggregation](countable ? x.cast(pl.Int64) : x).alias(resultName(position));
  });
  const keyNames = keys.map((_, position) => keyName(position));
  // Both go after the columns, whose positions the expressions count on.
  const keyed = data.withColumns(
    ...keys.map((key, position) => expression(data, key).alias(keyName(position))),
    ...(sort ? [] : [pl.intRange(0, pl.len()).alias(rowName)]),
  );
  const unkeyed = dropNa && keyNames.some((key) => keyed.getColumn(key).nullCount() > 0);
  const groups = (unkeyed ? keyed.dropNulls(keyNames) : keyed).groupBy(...keyNames);
  const out = groups.agg(
    ...results,
    pl.len().cast(pl.Int64).alias(sizeName),
    ...(sort ? [] : [pl.col(rowName).min().alias(rowName)]),
  );
  const sorted = out.sort({ by: sort ? keyNames : [rowName], nullsLast: true });
  const kept = [
    ...keyNames,
    ...results.map((_, position) => resultName(position)),
    ...(size === undefined ? [] : [sizeName]),
  ];
  const columns = kept.map((name, position) =>
    nanToNull(sorted.getColumn(name)).alias(names[position] ?? name),
  );
  return { data: pl.DataFrame(columns), index: undefined };
}
