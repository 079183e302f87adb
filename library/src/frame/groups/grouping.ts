import pl from "nodejs-polars";
import type { Cell } from "../engine/cell.ts";
import { fromEngine } from "../engine/from-engine.ts";
import { grouped, type GroupByOptions, keyNamesOf } from "./keys.ts";

/** Which rows belong to which group. */
export interface Grouping {
  /** One row a group, in the order of the groups. */
  readonly keys: pl.DataFrame;
  /** The positions of all rows that belong to a group, group after group, each in its order. */
  readonly positions: Uint32Array;
  /** Where each group begins in `positions`; one more says where the last ends. */
  readonly offsets: Uint32Array;
}

const rowsName = "\u0000rows";
const sizeName = "\u0000size";

export function groupingOf(
  data: pl.DataFrame,
  keys: readonly string[],
  options: GroupByOptions,
): Grouping {
  const numbered = data.withColumn(pl.intRange(0, pl.len()).cast(pl.UInt32).alias(rowsName));
  const out = grouped(
    numbered,
    keys,
    [pl.col(rowsName), pl.len().cast(pl.UInt32).alias(sizeName)],
    options,
  );
  const offsets = new Uint32Array(out.height + 1);
  if (out.height > 0) {
    const sizes = out.getColumn(sizeName).toTypedArray() as Uint32Array;
    sizes.forEach((size, group) => (offsets[group + 1] = offsets[group] + size));
  }
  const positions =
    out.height === 0
      ? new Uint32Array()
      : Uint32Array.from(
          out.select(pl.col(rowsName)).explode(rowsName).toSeries(0).toTypedArray() as Uint32Array,
        );
  const columns = keyNamesOf(keys).map((name, i) => out.getColumn(name).alias(keys[i] ?? name));
  return { keys: pl.DataFrame(columns), positions, offsets };
}

/** The positions of the rows of one group. */
export const rowsOf = ({ positions, offsets }: Grouping, group: number): Uint32Array =>
  positions.subarray(offsets[group], offsets[group + 1]);

/** The keys of each group as cells. */
export function cellsOf({ keys }: Grouping): Cell[][] {
  const columns = keys.getColumns().map(fromEngine);
  return Array.from({ length: keys.height }, (_, group) =>
    columns.map((cells) => cells[group] ?? null),
  );
}

/** A column group after group: `of(group)` is its part, without a copy. */
export function byGroup(
  { positions, offsets }: Grouping,
  series: pl.Series,
): (group: number) => pl.Series {
  const at = pl.Series("at", positions);
  const sorted = pl.DataFrame([series]).select(pl.nth(0).gather(at));
  // A part of a frame is made several times sooner than one of a column.
  return (group) =>
    sorted.slice(offsets[group], offsets[group + 1] - offsets[group]).getColumn(series.name);
}

/** The rows in the order of their table again, and null for a row of no group. */
export function toRows(
  { positions }: Grouping,
  height: number,
  inGroups: pl.DataFrame,
): pl.DataFrame {
  // A place after the last row stands for nothing.
  const places = new Uint32Array(height).fill(positions.length);
  positions.forEach((row, place) => (places[row] = place));
  const nothing = pl.DataFrame(
    inGroups.getColumns().map((one) => pl.Series(one.name, [null], one.dtype)),
  );
  const padded = positions.length === height ? inGroups : pl.concat([inGroups, nothing]);
  return padded.select(pl.all().gather(pl.Series("at", places)));
}
