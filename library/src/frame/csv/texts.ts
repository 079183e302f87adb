import pl from "nodejs-polars";

export interface TextOptions {
  readonly trueValues?: readonly string[];
  readonly falseValues?: readonly string[];
  readonly thousands?: string;
  readonly decimal?: "." | ",";
}

const trueTexts = ["True", "TRUE", "true"];
const falseTexts = ["False", "FALSE", "false"];

/** Texts that all mean true or false, in the spellings pandas knows and those of the caller. */
export function asBooleans(series: pl.Series, options: TextOptions): pl.Series {
  const yes = [...trueTexts, ...(options.trueValues ?? [])];
  const no = [...falseTexts, ...(options.falseValues ?? [])];
  const [first] = series.dropNulls().head(1).toArray() as unknown[];
  if (!yes.includes(String(first)) && !no.includes(String(first))) return series;
  const kinds = series.dropNulls().unique().toArray() as string[];
  if (!kinds.every((text) => yes.includes(text) || no.includes(text))) return series;
  const frame = pl.DataFrame([series.alias("x")]);
  const truth = pl
    .when(pl.col("x").isNull())
    .then(pl.lit(null))
    .otherwise(pl.col("x").isIn(yes))
    .cast(pl.Bool);
  return frame.select(truth.alias("x")).toSeries(0);
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");

/** Numbers written with marks between their thousands, where every text is one. */
export function withoutThousands(series: pl.Series, options: TextOptions): pl.Series {
  const { thousands, decimal = "." } = options;
  if (thousands === undefined) return series;
  const written = pl.col("x").str.replaceAll(`${escaped(thousands)}|^\\s+|\\s+$`, "");
  const frame = pl.DataFrame([series.alias("x")]);
  const plain = decimal === "," ? written.str.replaceAll(",", ".", true) : written;
  const bare: pl.Series = frame.select(plain.alias("x")).toSeries(0);
  for (const type of [pl.Int64, pl.Float64]) {
    const numbers = bare.cast(type);
    if (numbers.nullCount() === series.nullCount()) return numbers;
  }
  return series;
}
