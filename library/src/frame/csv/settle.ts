import pl from "nodejs-polars";
import { type DType, variantOf } from "../engine/dtypes.ts";
import { knownColumns } from "../engine/names.ts";
import { castTo, nanToNull } from "../engine/to-engine.ts";

interface Wishes {
  readonly dtypes?: Readonly<Partial<Record<string, DType>>>;
  readonly parseDates?: boolean | readonly string[];
}

const booleanTexts = ["True", "False", "TRUE", "FALSE", "true", "false"];

/** Texts that are all True or False in the spellings pandas knows are booleans. */
function asBooleans(series: pl.Series): pl.Series {
  const [first] = series.dropNulls().head(1).toArray() as unknown[];
  if (!booleanTexts.includes(String(first))) return series;
  const kinds = series.dropNulls().unique().toArray() as string[];
  if (!kinds.every((text) => booleanTexts.includes(text))) return series;
  const lower = series.str.toLowerCase();
  const frame = pl.DataFrame([lower.alias("x")]);
  return frame.select(pl.col("x").eq(pl.lit("true")).alias("x")).toSeries(0);
}

function asDates(series: pl.Series): pl.Series {
  const variant = variantOf(series);
  if (variant === "Date" || variant === "Datetime") return series;
  try {
    return series.str.strptime(pl.Date, "%Y-%m-%d");
  } catch {
    const text = series.toArray() as (string | null)[];
    const times = text.map((written) => (written === null ? null : new Date(written)));
    const wrong = times.findIndex((time) => time !== null && Number.isNaN(time.getTime()));
    if (wrong >= 0) {
      throw new TypeError(
        `Column ${JSON.stringify(series.name)} has ${JSON.stringify(text[wrong])} in row ${wrong}, which is no date.`,
      );
    }
    const stamps = Float64Array.from(times, (time) => time?.getTime() ?? Number.NaN);
    return nanToNull(pl.Series("x", stamps)).cast(pl.Int64).cast(pl.Datetime("ms"));
  }
}

/** Gives the columns of a file the types that were asked for, and pandas' reading of the rest. */
export function settleTypes(frame: pl.DataFrame, wishes: Wishes): pl.DataFrame {
  const dates = Array.isArray(wishes.parseDates) ? (wishes.parseDates as readonly string[]) : [];
  knownColumns([...Object.keys(wishes.dtypes ?? {}), ...dates], frame.columns);
  const columns = frame.getColumns().map((raw) => {
    const series = raw;
    const wanted = wishes.dtypes?.[series.name];
    if (wanted !== undefined) return castTo(series, wanted);
    if (dates.includes(series.name)) return asDates(series).alias(series.name);
    const variant = variantOf(series);
    // Integers of more than 64 bits have no number in JavaScript: their digits stay text.
    if (variant === "Unknown") return series.cast(pl.Utf8);
    if (variant === "Utf8" || variant === "String") return asBooleans(series).alias(series.name);
    return nanToNull(series);
  });
  return pl.DataFrame(columns);
}
