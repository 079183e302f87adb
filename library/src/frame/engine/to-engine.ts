import { types } from "node:util";
import pl from "nodejs-polars";
import { isDate, shown } from "./cell.ts";
import { type DType, dtypeOf, engineType, isFloat } from "./dtypes.ts";
import { typedColumn } from "./light/index.ts";

/** NaN is a missing value here as it is in pandas; infinities are values. */
export function nanToNull(series: pl.Series): pl.Series {
  if (!isFloat(dtypeOf(series))) return series;
  // Looking is much cheaper than replacing, and mostly there is nothing to replace.
  const [found] = column(pl.DataFrame([series]).select(pl.nth(0).isNan().any())).toArray();
  if (found !== true) return series;
  return column(pl.DataFrame([series]).select(pl.nth(0).fillNan(pl.lit(null))));
}

/** The only column of a frame. */
export const column = (frame: pl.DataFrame): pl.Series => frame.toSeries(0);

type Kind = "number" | "bigint" | "string" | "boolean" | "date" | "nested";

function kindOf(value: NonNullable<unknown>): Kind {
  if (typeof value === "object") return isDate(value) ? "date" : "nested";
  const kind = typeof value;
  return kind === "function" || kind === "symbol" || kind === "undefined"
    ? "nested"
    : (kind as Kind);
}

const isMissing = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === "number" && Number.isNaN(value));

/** The one kind of the values (null: all are missing); mixing kinds is refused. */
function commonKind(name: string, values: ArrayLike<unknown>): Kind | null {
  let kind: Kind | null = null;
  let first = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i];
    if (isMissing(value)) continue;
    const own = kindOf(value as NonNullable<unknown>);
    if (own === "nested") {
      throw new TypeError(
        `Column ${JSON.stringify(name)} has ${shown(value)} in row ${i}; a cell holds a number, bigint, string, boolean, Date or null.`,
      );
    }
    if (kind === null) {
      kind = own;
      first = i;
    } else if (own !== kind) {
      if (own === "bigint" && kind === "number") kind = "bigint";
      else if (!(own === "number" && kind === "bigint")) {
        throw new TypeError(
          `Column ${JSON.stringify(name)} mixes ${kind} and ${own}: row ${first} is ${shown(values[first])}, row ${i} is ${shown(value)}. Make them one type, or ask for dtypes: { ${JSON.stringify(name)}: "string" }.`,
        );
      }
    }
  }
  return kind;
}

/** Numbers go in as float64 with NaN for missing, which is one copy; whole ones become int64. */
function fromNumbers(name: string, values: ArrayLike<unknown>): pl.Series {
  const floats = new Float64Array(values.length);
  let whole = true;
  let some = false;
  for (let i = 0; i < floats.length; i += 1) {
    const value = values[i];
    const number = typeof value === "number" ? value : Number.NaN;
    floats[i] = number;
    if (Number.isNaN(number)) continue;
    some = true;
    whole &&= Number.isSafeInteger(number) && !Object.is(number, -0);
  }
  const series = nanToNull(typedColumn(name, floats));
  return some && whole ? series.cast(pl.Int64) : series;
}

/** The engine reads a bigint array only when typed, so missing ones are masked afterwards. */
function fromBigints(name: string, values: ArrayLike<unknown>): pl.Series {
  const wide = Array.from(values, (value) => {
    if (isMissing(value)) return 0n;
    if (typeof value === "number" && !Number.isSafeInteger(value)) {
      throw new TypeError(`Column ${JSON.stringify(name)} mixes bigint with the number ${value}.`);
    }
    return BigInt(value as bigint | number);
  });
  const signed = wide.every((value) => BigInt.asIntN(64, value) === value);
  if (!signed && !wide.every((value) => BigInt.asUintN(64, value) === value)) {
    throw new RangeError(
      `Column ${JSON.stringify(name)} has an integer that does not fit 64 bits.`,
    );
  }
  const data = signed ? BigInt64Array.from(wide) : BigUint64Array.from(wide);
  const present = Uint8Array.from({ length: values.length }, (_, i) =>
    isMissing(values[i]) ? 0 : 1,
  );
  const both = pl.DataFrame([pl.Series("data", data), pl.Series("present", present).cast(pl.Bool)]);
  const kept = pl.when(pl.col("present")).then(pl.col("data")).otherwise(pl.lit(null));
  return column(both.select(kept.alias("data"))).alias(name);
}

function fromDates(name: string, values: ArrayLike<unknown>): pl.Series {
  const times = Float64Array.from({ length: values.length }, (_, i) => {
    const value = values[i];
    return isDate(value) ? value.getTime() : Number.NaN;
  });
  return nanToNull(typedColumn(name, times)).cast(pl.Int64).cast(pl.Datetime("ms"));
}

function inferred(name: string, values: ArrayLike<unknown>): pl.Series {
  const kind = commonKind(name, values);
  const cells = (): unknown[] => Array.from(values, (value) => value ?? null);
  switch (kind) {
    case "bigint":
      return fromBigints(name, values);
    case "string":
      return pl.Series(name, cells(), pl.Utf8);
    case "boolean":
      return pl.Series(name, cells(), pl.Bool);
    case "date":
      return fromDates(name, values);
    default:
      return fromNumbers(name, values);
  }
}

/** Anything else that a string column is asked of is written out; a Date in ISO 8601. */
const asText = (value: unknown): string | null =>
  isMissing(value) ? null : isDate(value) ? value.toISOString() : String(value);

/**
 * One column for the engine. Typed arrays keep their type; of ordinary arrays, whole numbers make
 * int64, other numbers float64, and null, undefined and NaN are missing.
 */
export function toEngine(name: string, values: ArrayLike<unknown>, dtype?: DType): pl.Series {
  if (types.isTypedArray(values)) {
    const series = nanToNull(typedColumn(name, values));
    return dtype === undefined ? series : castTo(series, dtype);
  }
  if (typeof values !== "object" || values === null || typeof values.length !== "number") {
    throw new TypeError(
      `Column ${JSON.stringify(name)} must be an array of cells; got ${shown(values)}.`,
    );
  }
  if (dtype === "string" || dtype === "category") {
    return castTo(pl.Series(name, Array.from(values, asText), pl.Utf8), dtype);
  }
  const series = inferred(name, values);
  return dtype === undefined ? series : castTo(series, dtype);
}

/** A column in another type; a value that does not fit is an error that names it. */
export function castTo(series: pl.Series, dtype: DType): pl.Series {
  const type = engineType(dtype);
  try {
    return nanToNull(series.cast(type, true) as pl.Series);
  } catch (error) {
    const reason = String((error as Error).message).split("\n")[0];
    throw new TypeError(
      `Column ${JSON.stringify(series.name)} (${dtypeOf(series)}) cannot become ${dtype}: ${reason}`,
      { cause: error },
    );
  }
}
