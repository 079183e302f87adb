import type { DataFrame } from "../../data-frame/data-frame.ts";

export type Pieces = AsyncIterable<DataFrame>;

/** The names of columns; undefined: all there are. */
export type Names = readonly string[] | undefined;

/** One step of a scan: what it makes of the pieces of a file, and which columns it needs for that. */
export interface Step {
  run(pieces: Pieces): Pieces;
  /** What comes out where a frame without rows goes in: it tells the columns and their types. */
  empty(before: DataFrame): DataFrame;
  /** The columns it reads where later steps want these. */
  needs(wanted: Names, before: DataFrame): Names;
}

export const union = (a: Names, b: Names): Names =>
  a === undefined || b === undefined ? undefined : [...new Set([...a, ...b])];

/** A step that treats each piece by itself. */
export function each(change: (piece: DataFrame) => DataFrame, needs: Step["needs"]): Step {
  return {
    async *run(pieces) {
      for await (const piece of pieces) yield change(piece);
    },
    empty: change,
    needs,
  };
}
