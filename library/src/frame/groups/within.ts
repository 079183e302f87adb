import pl from "nodejs-polars";
import { dtypeOf, type DType } from "../engine/dtypes.ts";
import { expression } from "../engine/table.ts";
import { nanToNull } from "../engine/to-engine.ts";
import { type GroupByOptions, keyNamesOf, withKeys } from "./keys.ts";

/**
 * Columns of as many rows as the frame has, each value computed within the group of its row; a row of
 * no group has none, or what stands `outside`.
 */
export function within(
  data: pl.DataFrame,
  keys: readonly string[],
  columns: readonly string[],
  make: (x: pl.Expr, dtype: DType) => pl.Expr,
  { dropNa = true }: GroupByOptions,
  outside: (dtype: DType) => pl.Expr = () => pl.lit(null),
): pl.DataFrame {
  const [first, ...rest] = keyNamesOf(keys);
  const all = withKeys(data, keys);
  const names = [first, ...rest];
  const gaps = dropNa && names.some((name) => all.getColumn(name).nullCount() > 0);
  const kept = pl.allHorizontal(names.map((name) => pl.col(name).isNotNull()));
  const results = columns.map((column, position) => {
    const dtype = dtypeOf(data.getColumn(column));
    const windowed = make(expression(data, column), dtype).over(first, ...rest);
    const result = gaps ? pl.when(kept).then(windowed).otherwise(outside(dtype)) : windowed;
    return result.alias(String(position));
  });
  if (columns.length === 0) return pl.DataFrame([]);
  return pl.DataFrame(
    all
      .select(...results)
      .getColumns()
      .map((one, i) => nanToNull(one).alias(columns[i] ?? one.name)),
  );
}
