import pl from "nodejs-polars";
import { dtypeOf } from "../engine/dtypes.ts";
import { checkNames, knownColumns } from "../engine/names.ts";
import { expression, type Table } from "../engine/table.ts";
import { nanToNull } from "../engine/to-engine.ts";
import { aggregate, checkAggregation, type Computed, fits } from "./aggregations.ts";
import { grouped, type GroupByOptions, keyNamesOf } from "./keys.ts";

/** A result column: what is computed, of which column, under which name. */
export interface Wanted {
  readonly column: string;
  readonly aggregation: Computed;
  readonly as: string;
}

/** The columns an aggregation of everything applies to. */
export const aggregable = (data: pl.DataFrame, keys: readonly string[], what: Computed): string[] =>
  data
    .getColumns()
    .filter((one) => !keys.includes(one.name) && fits(one, what))
    .map((one) => one.name);

// Names that no column can collide with while the engine works.
const resultName = (position: number): string => `\u0000result${position}`;
const sizeName = "\u0000size";

/** Groups rows by their keys and computes the wanted columns; `size` adds the number of rows. */
export function groupAggregate(
  data: pl.DataFrame,
  keys: readonly string[],
  wanted: readonly Wanted[],
  options: GroupByOptions & { readonly size?: string },
): Table {
  knownColumns(
    wanted.map((one) => one.column),
    data.columns,
  );
  for (const { column, aggregation } of wanted)
    checkAggregation(data.getColumn(column), aggregation);
  const { size } = options;
  const names = [...keys, ...wanted.map((one) => one.as), ...(size === undefined ? [] : [size])];
  checkNames(names);
  const results = wanted.map(({ column, aggregation }, position) => {
    const dtype = dtypeOf(data.getColumn(column));
    return aggregate(expression(data, column), dtype, aggregation).alias(resultName(position));
  });
  const out = grouped(
    data,
    keys,
    // The engine wants at least one result.
    [...results, pl.len().cast(pl.Int64).alias(sizeName)],
    options,
  );
  const kept = [
    ...keyNamesOf(keys),
    ...results.map((_, position) => resultName(position)),
    ...(size === undefined ? [] : [sizeName]),
  ];
  const columns = kept.map((name, position) =>
    nanToNull(out.getColumn(name)).alias(names[position] ?? name),
  );
  return { data: pl.DataFrame(columns), index: undefined };
}
