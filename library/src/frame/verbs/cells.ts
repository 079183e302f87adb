import pl from "nodejs-polars";
import { shown } from "../engine/cell.ts";
import { asNumbers, combine, map } from "../engine/compute.ts";
import { dtypeOf } from "../engine/dtypes.ts";
import { toEngine } from "../engine/to-engine.ts";
import { kindOf, literal } from "./operand.ts";
import { type ColumnLike, isColumn, maskOf } from "./rows.ts";

/** The numbers held between two bounds, either of which may be missing. */
export function clipped(series: pl.Series, lower: number | null, upper: number | null): pl.Series {
  const numbers = asNumbers(series, "clip");
  if (lower !== null && upper !== null && lower > upper) {
    throw new RangeError(`clip: the lower bound ${lower} is above the upper bound ${upper}.`);
  }
  const own = dtypeOf(numbers);
  const bound = (value: number): pl.Expr => literal(value, own);
  return map(numbers, (x) => {
    let out = x;
    if (lower !== null)
      out = pl
        .when(x.lt(bound(lower)))
        .then(bound(lower))
        .otherwise(out);
    if (upper !== null)
      out = pl
        .when(x.gt(bound(upper)))
        .then(bound(upper))
        .otherwise(out);
    return out;
  });
}

/** What is replaced by what, as pairs. */
export type Replacements = readonly (readonly [from: unknown, to: unknown])[];

/** The pairs of the forms `replace` takes: one value, several for one or for as many, or a Map. */
export function replacements(what: unknown, value: unknown): Replacements {
  if (what instanceof Map) return [...(what as Map<unknown, unknown>)];
  if (!Array.isArray(what)) return [[what ?? null, value ?? null]];
  if (!Array.isArray(value)) return what.map((from: unknown) => [from, value ?? null]);
  if (what.length !== value.length) {
    throw new RangeError(`replace: ${what.length} values, but ${value.length} in their place.`);
  }
  return what.map((from: unknown, at) => [from, value[at] as unknown]);
}

/** A column with some values in place of others; those of another kind cannot occur in it. */
export function replaced(series: pl.Series, pairs: Replacements): pl.Series {
  const own = dtypeOf(series);
  const kind = kindOf(own);
  const applying = pairs.filter(([from]) => from === null || kind === kindOfValue(from));
  if (applying.length === 0) return series;
  for (const [, to] of applying) {
    if (to === null || kind === kindOfValue(to)) continue;
    throw new TypeError(
      `replace: column ${JSON.stringify(series.name)} is ${own}; ${shown(to)} does not fit. Use map to make another type.`,
    );
  }
  return map(series, (x) =>
    applying.reduceRight<pl.Expr>((rest, [from, to]) => {
      const found = from === null ? x.isNull() : x.eq(literal(from, own));
      const made = to === null ? pl.lit(null) : literal(to, own);
      return pl
        .when(found.fillNull(pl.lit(false)))
        .then(made)
        .otherwise(rest);
    }, x),
  );
}

const kindOfValue = (value: unknown): string => kindOf(dtypeOf(toEngine("value", [value])));

/** A column with `other` (a value, or a column) where the mask is not true. */
export function keptWhere(
  series: pl.Series,
  mask: ColumnLike | readonly unknown[],
  other: unknown,
  verb: string,
): pl.Series {
  const keep = map(maskOf(series.length, mask).cast(pl.Bool), (x) => x.fillNull(pl.lit(false)));
  const rest = isColumn(other)
    ? other.data
    : Array.isArray(other)
      ? toEngine("other", other)
      : undefined;
  const own = dtypeOf(series);
  const kind =
    rest === undefined
      ? other === null || other === undefined
        ? kindOf(own)
        : kindOfValue(other)
      : kindOf(dtypeOf(rest));
  if (kind !== kindOf(own)) {
    throw new TypeError(
      `${verb}: column ${JSON.stringify(series.name)} is ${own}; ${rest === undefined ? shown(other) : `a column of ${dtypeOf(rest)}`} does not fit.`,
    );
  }
  if (rest === undefined) {
    const made = other === null || other === undefined ? pl.lit(null) : literal(other, own);
    return combine(series, keep, (x, y) => pl.when(y).then(x).otherwise(made));
  }
  if (rest.length !== series.length) {
    throw new RangeError(
      `${verb}: one column has ${series.length} rows, the other ${rest.length}.`,
    );
  }
  const frame = pl.DataFrame([series.alias("x"), keep.alias("keep"), rest.alias("other")]);
  const chosen = pl.when(pl.col("keep")).then(pl.col("x")).otherwise(pl.col("other"));
  return frame.select(chosen.alias("x")).toSeries(0).alias(series.name);
}

/** Which values are among those given; values of another kind never are. */
export function among(
  column: ColumnLike & { isIn(values: readonly never[]): ColumnLike },
  values: readonly unknown[],
): pl.Series {
  const kind = kindOf(dtypeOf(column.data));
  const fitting = values.filter((one) => one === null || kindOfValue(one) === kind);
  return column.isIn(fitting as never).data;
}

/** Whether two columns have one type, length and the same values; missing equals missing. */
export function sameColumn(left: pl.Series, right: pl.Series): boolean {
  if (left.length !== right.length || dtypeOf(left) !== dtypeOf(right)) return false;
  return !differing(left, right).includes(true);
}

/** Row by row, whether two columns of one length differ. */
export function differing(left: pl.Series, right: pl.Series): boolean[] {
  const same = combine(left, right, (x, y) =>
    x.eq(y).fillNull(x.isNull().and(y.isNull())).fillNull(pl.lit(false)),
  );
  return (same.toArray() as boolean[]).map((equal) => !equal);
}
