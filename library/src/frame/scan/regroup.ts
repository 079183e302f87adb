import { shown } from "../engine/cell.ts";
import type { DataFrame } from "../data-frame/data-frame.ts";
import type { Pieces } from "./steps/step.ts";
import { joined } from "./steps/whole.ts";

/** Pieces of any size as pieces of so many rows; the last has what is left. */
export async function* rowsAtATime(pieces: Pieces, rows: number): AsyncGenerator<DataFrame> {
  if (!Number.isInteger(rows) || rows < 1) {
    throw new RangeError(`A piece has a whole number of rows, at least 1; got ${shown(rows)}.`);
  }
  let held: DataFrame[] = [];
  let length = 0;
  for await (const piece of pieces) {
    held.push(piece);
    length += piece.length;
    if (length < rows) continue;
    const all = held.length === 1 ? piece : joined(held);
    let start = 0;
    for (; start + rows <= length; start += rows) {
      yield all.iloc({ rows: [`${start}:${start + rows}`] });
    }
    held = start < length ? [all.iloc({ rows: [`${start}:`] })] : [];
    length -= start;
  }
  if (length > 0) yield joined(held);
}
