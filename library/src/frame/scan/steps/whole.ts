import pl from "nodejs-polars";
import { frameOf } from "../../engine/make.ts";
import type { DataFrame } from "../../data-frame/data-frame.ts";
import type { SortOptions } from "../../verbs/sort.ts";
import { type Asked, RunningGroups } from "../groups.ts";
import type { Step } from "./step.ts";
import { union } from "./step.ts";

/** The first rows; the rest of the files is not read. */
export const headStep = (rows: number): Step => ({
  async *run(pieces) {
    let left = rows;
    if (left <= 0) return;
    for await (const piece of pieces) {
      yield piece.head(Math.min(left, piece.length));
      left -= piece.length;
      if (left <= 0) return;
    }
  },
  empty: (before) => before,
  needs: (wanted) => wanted,
});

/** The first rows of all in an order; no more than that many and a piece are in memory. */
export const topStep = (by: readonly string[], options: SortOptions, rows: number): Step => ({
  async *run(pieces) {
    let best: DataFrame | undefined;
    for await (const piece of pieces) {
      const all = best === undefined ? piece : joined([best, piece]);
      best = all.sortValues(by, options).head(Math.min(rows, all.length));
    }
    if (best !== undefined) yield best;
  },
  empty: (before) => before,
  needs: (wanted) => union(wanted, by),
});

/** All rows in an order, which takes the memory of all rows. */
export const sortStep = (by: readonly string[], options: SortOptions): Step => ({
  async *run(pieces) {
    const all: DataFrame[] = [];
    for await (const piece of pieces) all.push(piece);
    if (all.length > 0) yield joined(all).sortValues(by, options);
  },
  empty: (before) => before.sortValues(by, options),
  needs: (wanted) => union(wanted, by),
});

export interface GroupStep {
  readonly keys: readonly string[];
  readonly asked: readonly Asked[];
  readonly sort: boolean;
  readonly dropNa: boolean;
  readonly size: string | undefined;
}

/** Groups and their aggregations: a row for each group is in memory. */
export const groupStep = ({ keys, asked, sort, dropNa, size }: GroupStep): Step => {
  const columns = [...new Set([...keys, ...asked.map(({ column }) => column)])];
  const result = (groups: RunningGroups, empty: pl.DataFrame): DataFrame =>
    frameOf({ data: groups.result(empty, sort, size), index: undefined });
  return {
    async *run(pieces) {
      const groups = new RunningGroups(keys, asked, dropNa);
      let empty: pl.DataFrame | undefined;
      for await (const piece of pieces) {
        empty ??= piece.table.data.head(0);
        groups.add(piece.table.data);
      }
      if (empty !== undefined) yield result(groups, empty);
    },
    empty: (before) => result(new RunningGroups(keys, asked, dropNa), before.table.data).head(0),
    // Without a column at all, the rows could not be counted.
    needs: (_, before) => (columns.length > 0 ? columns : before.columns.slice(0, 1)),
  };
};

/** Pieces as one frame. */
export const joined = (pieces: readonly DataFrame[]): DataFrame =>
  frameOf({
    data: pl.concat(pieces.map(({ table }) => table.data)).rechunk(),
    index: undefined,
  });
