import pl from "nodejs-polars";
import { dtypeOf } from "./dtypes.ts";
import { typedColumn } from "./light/index.ts";

/** Rows that are looked at to guess whether a column has few different texts. */
const sampled = 1000;

/** The most different texts for which counting pays. */
const few = 2 ** 14;

/** For each row the place of its text among the different ones in order; undefined for other columns. */
function textRanks(
  texts: pl.Series,
  descending: boolean,
): { ranks: Uint32Array; different: number } | undefined {
  const isText = dtypeOf(texts) === "string" && texts.nullCount() === 0;
  if (!isText || texts.length < 2 * sampled) return undefined;
  if (texts.head(sampled).nUnique() > sampled / 4) return undefined;
  const coded = pl
    .DataFrame([texts.alias("text")])
    .withColumn(pl.col("text").cast(pl.Categorical).toPhysical().cast(pl.UInt32).alias("code"));
  const all = coded.getColumn("code").toTypedArray() as unknown as Uint32Array;
  const ordered = coded.unique({ subset: ["code"] } as never).sort("text", descending);
  const codes = ordered.getColumn("code").toTypedArray() as unknown as Uint32Array;
  const most = codes.reduce((a, b) => Math.max(a, b), 0);
  // Categories are numbered for the whole process.
  if (codes.length > few || most > 64 * few) return undefined;
  const rankOf = new Uint32Array(most + 1);
  codes.forEach((code, rank) => (rankOf[code] = rank));
  for (let row = 0; row < all.length; row += 1) all[row] = rankOf[all[row]];
  return { ranks: all, different: codes.length };
}

/**
 * Rows put in order of a column that has few different texts, rows of equal texts left in the order
 * in which they come: the rows of each text are counted, and each row is put into its place.
 *
 * @param rows - The positions of all rows in the order of the less important keys.
 * @returns undefined for other columns.
 */
export function countingSort(
  texts: pl.Series,
  rows: pl.Series,
  descending: boolean,
): pl.Series | undefined {
  const found = textRanks(texts, descending);
  if (found === undefined) return undefined;
  const { ranks, different } = found;
  const places = new Uint32Array(different + 1);
  for (const rank of ranks) places[rank + 1] += 1;
  for (let rank = 1; rank <= different; rank += 1) places[rank] += places[rank - 1];
  const before = rows.toTypedArray() as unknown as Uint32Array;
  const after = new Uint32Array(before.length);
  for (const row of before) after[places[ranks[row]]++] = row;
  return typedColumn("rows", after);
}
