import pl from "nodejs-polars";
import { isDate, type Label, shown } from "../engine/cell.ts";
import { fromEngine } from "../engine/from-engine.ts";
import type { Table } from "../engine/table.ts";

const same = (a: Label, b: Label): boolean =>
  isDate(a) && isDate(b) ? a.getTime() === b.getTime() : a === b;

/** The positions of every row with this label; an error when there is none. */
export function positionsOf(table: Table, label: Label): number[] {
  const height = table.data.height;
  if (table.index === undefined) {
    if (typeof label === "number" && Number.isInteger(label) && label >= 0 && label < height)
      return [label];
    throw new RangeError(`There is no row ${shown(label)}: rows are numbered 0 to ${height - 1}.`);
  }
  const labels = fromEngine(table.index);
  const found = labels.flatMap((own, position) => (same(own, label) ? [position] : []));
  if (found.length === 0) {
    const some = labels.slice(0, 8).map(shown).join(", ");
    throw new RangeError(`There is no row labelled ${shown(label)}. The labels begin ${some}.`);
  }
  return found;
}

/** The position of the one row with this label. */
export function positionOf(table: Table, label: Label): number {
  const found = positionsOf(table, label);
  if (found.length > 1) {
    throw new RangeError(
      `${found.length} rows are labelled ${shown(label)}; use loc to get them all.`,
    );
  }
  return found[0] ?? 0;
}

/** Row labels from 0, as an engine column. */
export const numbering = (height: number): pl.Series =>
  pl.Series(
    "index",
    Int32Array.from({ length: height }, (_, i) => i),
  );

/** Where the rows stand in order of their labels; equal labels keep their order. */
export function sortedPositions(table: Table, ascending: boolean): number[] {
  const { height } = table.data;
  const labels = (table.index ?? numbering(height)).alias("label");
  const sorted = pl.DataFrame([labels, numbering(height)]).sort({
    by: ["label"],
    descending: !ascending,
    nullsLast: true,
    maintainOrder: true,
  } as never);
  return fromEngine(sorted.getColumn("index")) as number[];
}
