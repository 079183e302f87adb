import type { Tensor } from "@tensorflow/tfjs-node";
import { type Cell, isDate, shown } from "../engine/cell.ts";
import { isSeries, isTensor } from "./kinds.ts";

/** The labels of a column, a list or a tensor of rank 1; missing is null. */
export function labelsOf(data: unknown, verb: string): Cell[] {
  if (isSeries(data)) return data.values;
  if (isTensor(data)) return tensorLabels(data, verb);
  if (!Array.isArray(data) && !ArrayBuffer.isView(data))
    throw new TypeError(
      `${verb} takes a column, an array or a tensor of labels; got ${shown(data)}.`,
    );
  return Array.from(data as unknown as ArrayLike<unknown>, (value, row) => {
    if (value === null || value === undefined || Number.isNaN(value)) return null;
    if (["string", "number", "boolean", "bigint"].includes(typeof value) || isDate(value))
      return value as Cell;
    throw new TypeError(
      `${verb}: a label is a text, number, boolean or Date; row ${row} is ${shown(value)}.`,
    );
  });
}

function tensorLabels(tensor: Tensor, verb: string): Cell[] {
  if (tensor.rank !== 1)
    throw new RangeError(
      `${verb} takes a tensor of shape [rows]; got [${tensor.shape.join(", ")}].`,
    );
  const cells = Array.from(tensor.dataSync() as ArrayLike<unknown>) as Cell[];
  return cells.map((cell) => (Number.isNaN(cell) ? null : cell));
}

/** Dates are equal by their time, and 1 is not "1". */
const keyOf = (label: Cell): unknown => (isDate(label) ? `date ${label.getTime()}` : label);

/** Texts by code points, as Python has them; JavaScript goes by halves of surrogate pairs. */
function byCodePoints(a: string, b: string): number {
  const [one, other] = [[...a], [...b]];
  const at = one.findIndex((character, i) => character !== other[i]);
  if (at < 0) return one.length - other.length;
  return (one[at].codePointAt(0) ?? 0) - (other[at]?.codePointAt(0) ?? -1);
}

function compare(a: NonNullable<Cell>, b: NonNullable<Cell>): number {
  if (typeof a === "string" && typeof b === "string") return byCodePoints(a, b);
  return a < b ? -1 : a > b ? 1 : 0;
}

const kind = (label: NonNullable<Cell>): string =>
  isDate(label) ? "date" : typeof label === "bigint" ? "number" : typeof label;

/** The different labels in order, missing last, and the place of each. */
export class Classes {
  readonly list: readonly Cell[];
  readonly #places: ReadonlyMap<unknown, number>;

  constructor(labels: readonly Cell[], verb: string) {
    const different = [...new Map(labels.map((label) => [keyOf(label), label])).values()];
    const present = different.filter((label) => label !== null);
    const other = present.find((label) => kind(label) !== kind(present[0]));
    if (other !== undefined)
      throw new TypeError(
        `${verb}: labels are of one type; got ${shown(present[0])} and ${shown(other)}.`,
      );
    present.sort(compare);
    this.list = present.length < different.length ? [...present, null] : present;
    this.#places = new Map(this.list.map((label, place) => [keyOf(label), place]));
  }

  /** The place of a label, or undefined where it was never seen. */
  place(label: Cell): number | undefined {
    return this.#places.get(keyOf(label));
  }

  /** The error for a label that was never seen. */
  unseen(label: Cell, row: number, verb: string, remedy = ""): RangeError {
    const some = this.list.slice(0, 8).map(shown).join(", ");
    const more = this.list.length > 8 ? ", …" : "";
    return new RangeError(
      `${verb}: row ${row} is ${shown(label)}, which fit did not see; it saw ${some}${more}.${remedy}`,
    );
  }
}
