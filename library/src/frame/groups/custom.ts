import pl from "nodejs-polars";
import { isDate, type Cell, shown } from "../engine/cell.ts";
import { seriesOf } from "../engine/make.ts";
import type { Table } from "../engine/table.ts";
import { toEngine } from "../engine/to-engine.ts";
import type { Series } from "../series/series.ts";
import { isColumn } from "../verbs/rows.ts";
import { byGroup, type Grouping, toRows } from "./grouping.ts";

/** A function of the values of one group; what it returns is for the verb to judge. */
export type OfGroup = (values: Series<never>) => unknown;

const isCell = (value: unknown): value is Cell =>
  value === null || value === undefined || typeof value !== "object" || isDate(value);

/** The values of each group of a column, with their row labels. */
function* eachGroup(
  grouping: Grouping,
  series: pl.Series,
  index: pl.Series | undefined,
): Generator<[Series<never>, pl.Series]> {
  const parts = byGroup(grouping, series);
  const labels = index === undefined ? undefined : byGroup(grouping, index);
  for (let group = 0; group < grouping.keys.height; group += 1) {
    const part = parts(group);
    yield [seriesOf<never>(part, labels?.(group)), part];
  }
}

/** One value for each group, by a function of its values. */
export function aggregateBy(
  grouping: Grouping,
  table: Table,
  column: string,
  compute: OfGroup,
  as: string,
): pl.Series {
  const results: Cell[] = [];
  for (const [values] of eachGroup(grouping, table.data.getColumn(column), table.index)) {
    const result = compute(values);
    if (!isCell(result)) {
      throw new TypeError(
        `agg: a function makes one value of a group's ${JSON.stringify(column)}; got ${shown(result)}. For a value a row there is transform.`,
      );
    }
    results.push(result);
  }
  return toEngine(as, results);
}

/** A value for each row, by a function of the values of its group. */
export function transformBy(
  grouping: Grouping,
  table: Table,
  column: string,
  compute: (values: Series<never>, part: pl.Series) => unknown,
): pl.Series {
  const parts: pl.DataFrame[] = [];
  for (const [values, part] of eachGroup(grouping, table.data.getColumn(column), table.index)) {
    parts.push(pl.DataFrame([sameLength(compute(values, part), part).alias("x")]));
  }
  if (parts.length === 0) return table.data.getColumn(column);
  const whole = pl.concat(parts, { how: "verticalRelaxed" });
  return toRows(grouping, table.data.height, whole).toSeries(0).alias(column);
}

/** The result of a transformation as a column as long as its group. */
function sameLength(result: unknown, part: pl.Series): pl.Series {
  if (isCell(result))
    return toEngine(part.name, new Array<unknown>(part.length).fill(result ?? null));
  const series = isColumn(result) ? result.data : toEngine(part.name, result as ArrayLike<unknown>);
  if (series.length === part.length) return series;
  throw new RangeError(
    `transform: a group of ${JSON.stringify(part.name)} has ${part.length} rows, but the function made ${series.length} values.`,
  );
}
