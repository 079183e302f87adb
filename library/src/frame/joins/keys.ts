import pl from "nodejs-polars";
import { dtypeOf, isInteger, isNumeric } from "../engine/dtypes.ts";
import { knownColumns } from "../engine/names.ts";
import type { Table } from "../engine/table.ts";
import { numbering } from "../verbs/labels.ts";

/** A key of a join: the column on each side, or undefined where the row labels are the key. */
export interface KeyNames {
  readonly left: string | undefined;
  readonly right: string | undefined;
}

/** Which columns or labels must be equal, as the user may say it. */
export interface KeyOptions {
  readonly on?: string | readonly string[] | undefined;
  readonly leftOn?: string | readonly string[] | undefined;
  readonly rightOn?: string | readonly string[] | undefined;
  readonly leftIndex?: boolean | undefined;
  readonly rightIndex?: boolean | undefined;
}

const listOf = (names: string | readonly string[]): readonly string[] =>
  typeof names === "string" ? [names] : names;

/** The names on one side; `[undefined]` for its row labels. */
function oneSide(
  side: "left" | "right",
  { data }: Table,
  names: string | readonly string[] | undefined,
  index: boolean | undefined,
): readonly (string | undefined)[] {
  if (names !== undefined && index === true) {
    throw new TypeError(`merge: give ${side}On or ${side}Index, not both.`);
  }
  if (index === true) return [undefined];
  if (names === undefined) {
    throw new TypeError(
      `merge: there is no key for the ${side} frame; give ${side}On or ${side}Index: true.`,
    );
  }
  return knownColumns(listOf(names), data.columns);
}

/** The keys of a join in pairs. Without any, every column that both sides have is a key. */
export function keyNames(left: Table, right: Table, options: KeyOptions): KeyNames[] {
  const { on, leftOn, rightOn, leftIndex, rightIndex } = options;
  const sides = leftOn !== undefined || rightOn !== undefined || leftIndex || rightIndex;
  if (on !== undefined && sides) {
    throw new TypeError(`merge: give on, or leftOn and rightOn (or leftIndex, rightIndex).`);
  }
  if (!sides) {
    const both = left.data.columns.filter((name) => right.data.columns.includes(name));
    const names = on === undefined ? both : listOf(on);
    knownColumns(knownColumns(names, left.data.columns), right.data.columns);
    if (names.length === 0) {
      throw new RangeError(
        on === undefined
          ? "merge: the frames have no column in common; give leftOn and rightOn."
          : "merge needs at least one column in on.",
      );
    }
    return names.map((name) => ({ left: name, right: name }));
  }
  const own = oneSide("left", left, leftOn, leftIndex);
  const other = oneSide("right", right, rightOn, rightIndex);
  if (own.length !== other.length || own.length === 0) {
    throw new RangeError(
      `merge: ${own.length} keys on the left, ${other.length} on the right; each key has one of either.`,
    );
  }
  return own.map((name, i) => ({ left: name, right: other[i] }));
}

/** The values of a key on one side. */
export const keyColumn = ({ data, index }: Table, name: string | undefined): pl.Series =>
  name === undefined ? (index ?? numbering(data.height)) : data.getColumn(name);

/** Both columns of a key in a type in which they can be compared. */
export function comparable(left: pl.Series, right: pl.Series): [pl.Series, pl.Series] {
  const [own, other] = [dtypeOf(left), dtypeOf(right)];
  const both = (type: pl.DataType): [pl.Series, pl.Series] => [left.cast(type), right.cast(type)];
  const isText = (dtype: string): boolean => dtype === "string" || dtype === "category";
  // Categories of two frames have numbers of their own; their texts are what can be equal.
  if (isText(own) && isText(other))
    return own === "string" && other === own ? [left, right] : both(pl.Utf8);
  if (own === other) return [left, right];
  if (isInteger(own) && isInteger(other) && own !== "uint64" && other !== "uint64")
    return both(pl.Int64);
  if (isNumeric(own) && isNumeric(other)) return both(pl.Float64);
  if (own.startsWith("date") && other.startsWith("date")) return both(pl.Datetime("ms"));
  // A column without any value has no type that could differ.
  if (left.nullCount() === left.length) return [left.cast(right.dtype), right];
  if (right.nullCount() === right.length) return [left, right.cast(left.dtype)];
  throw new TypeError(
    `merge: the key ${JSON.stringify(left.name)} is ${own} on the left and ${JSON.stringify(right.name)} is ${other} on the right; use asType first.`,
  );
}
