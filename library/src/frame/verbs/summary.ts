import pl from "nodejs-polars";
import { cellAt } from "../engine/from-engine.ts";
import { dtypeOf, isFloat } from "../engine/dtypes.ts";
import { expression } from "../engine/table.ts";
import { toEngine } from "../engine/to-engine.ts";
import { general, isCountable, isNumericStatistic, numeric, type Statistic } from "./statistics.ts";

/** One statistic of every column it applies to; the column names are the labels. */
export function summarise(
  data: pl.DataFrame,
  name: Statistic | { quantile: number },
): { values: pl.Series; names: pl.Series } {
  const everyColumn = name === "count" || name === "nUnique";
  const columns = data.getColumns().filter((one) => everyColumn || isCountable(one));
  const names = columns.map((one) => one.name);
  const made = columns.map((one, position) => {
    const own = expression(data, one.name);
    const x = dtypeOf(one) === "boolean" && !everyColumn ? own.cast(pl.Int64) : own;
    return apply(x, name).alias(String(position));
  });
  const row = made.length === 0 ? undefined : data.select(...made);
  const results = row === undefined ? [] : row.getColumns();
  const cells = results.map((one) => cellAt(one, 0) ?? Number.NaN);
  const whole =
    results.length > 0 && results.every((one) => !isFloat(dtypeOf(one)) && one.nullCount() === 0);
  return {
    values: toEngine(
      typeof name === "string" ? name : "quantile",
      cells,
      whole ? "int64" : "float64",
    ),
    names: toEngine("column", names, "string"),
  };
}

function apply(x: pl.Expr, name: Statistic | { quantile: number }): pl.Expr {
  if (typeof name === "object") return x.quantile(name.quantile, "linear");
  return isNumericStatistic(name) ? numeric[name](x) : general[name](x);
}
