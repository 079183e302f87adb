import pl from "nodejs-polars";
import type { DataFrame } from "../data-frame/data-frame.ts";
import type { Name } from "../engine/cell.ts";
import { dtypeOf, isNumeric } from "../engine/dtypes.ts";
import { frameOf } from "../engine/make.ts";
import { knownColumns } from "../engine/names.ts";
import { checkOptions } from "../engine/options.ts";

/** Which keys a merged frame has: those of both, of the left, of the right, or of either. */
export type MergeHow = "inner" | "left" | "right" | "outer";

export interface MergeOptions<L extends object, R extends object> {
  readonly left: DataFrame<L>;
  readonly right: DataFrame<R>;
  /** The columns whose values must be equal; missing equals missing. */
  readonly on: readonly (Name<L> & Name<R>)[];
  /** Default `"inner"`. */
  readonly how?: MergeHow;
  /** What is put after names that both frames have, keys aside. Default `["_x", "_y"]`. */
  readonly suffixes?: readonly [string, string];
}

// Engine names by position: no column's own name can collide, or be read as a pattern.
const keyName = (position: number): string => `key${position}`;
const leftName = (position: number): string => `left${position}`;
const rightName = (position: number): string => `right${position}`;

/** Both key columns in a type in which they can be compared. */
function keyPair(left: pl.Series, right: pl.Series): [pl.Series, pl.Series] {
  const [own, other] = [dtypeOf(left), dtypeOf(right)];
  if (own === other) return [left, right];
  if (isNumeric(own) && isNumeric(other)) return [left.cast(pl.Float64), right.cast(pl.Float64)];
  throw new TypeError(
    `merge: the key ${JSON.stringify(left.name)} is ${own} on the left and ${other} on the right.`,
  );
}

const orders = {
  inner: "left_right",
  left: "left_right",
  right: "right_left",
  outer: "left_right",
} as const;

/** The rows of both sides that share a key, in pandas' order: the left's, the right's, or sorted. */
function join(
  left: pl.DataFrame,
  right: pl.DataFrame,
  keys: string[],
  how: MergeHow,
): pl.DataFrame {
  const joined = left.join(right, {
    on: keys,
    how: how === "outer" ? "full" : how,
    coalesce: true,
    nullsEqual: true,
    maintainOrder: orders[how],
  } as never) as pl.DataFrame;
  return how === "outer" ? joined.sort({ by: keys, nullsLast: true, maintainOrder: true }) : joined;
}

/**
 * The rows of two frames side by side where their keys are equal.
 *
 * @throws TypeError when a key holds numbers in one frame and something else in the other.
 * @example
 * const people = new DataFrame({ city: ["Rome", "Oslo"], name: ["ann", "bob"] });
 * const cities = new DataFrame({ city: ["Rome", "Bern"], country: ["IT", "CH"] });
 * merge({ left: people, right: cities, on: ["city"] }).toRecords(); // [{ city: "Rome", name: "ann", country: "IT" }]
 * merge({ left: people, right: cities, on: ["city"], how: "left" }).column("country").values; // ["IT", null]
 */
export function merge<L extends object, R extends object>(
  options: MergeOptions<L, R>,
): DataFrame<L & R> {
  checkOptions("merge", options, ["left", "right", "on", "how", "suffixes"]);
  const { how = "inner", suffixes = ["_x", "_y"] } = options;
  if (!Object.hasOwn(orders, how)) {
    throw new TypeError(
      `merge: how is one of ${Object.keys(orders).join(", ")}; got ${JSON.stringify(how)}.`,
    );
  }
  const [left, right] = [options.left.table.data, options.right.table.data];
  const on = knownColumns(knownColumns(options.on, left.columns), right.columns);
  if (on.length === 0) throw new RangeError("merge needs at least one column in on.");
  const pairs = on.map((name) => keyPair(left.getColumn(name), right.getColumn(name)));
  const keys = pairs.map(([own], i) => own.alias(keyName(i)));
  const otherKeys = pairs.map(([, other], i) => other.alias(keyName(i)));
  const leftRest = left.getColumns().filter((one) => !on.includes(one.name));
  const rightRest = right.getColumns().filter((one) => !on.includes(one.name));
  const joined = join(
    pl.DataFrame([...keys, ...leftRest.map((one, i) => one.alias(leftName(i)))]),
    pl.DataFrame([...otherKeys, ...rightRest.map((one, i) => one.alias(rightName(i)))]),
    keys.map((_, i) => keyName(i)),
    how,
  );
  const shared = new Set(
    leftRest.map((one) => one.name).filter((name) => rightRest.some((one) => one.name === name)),
  );
  const suffixed = (name: string, suffix: string): string =>
    shared.has(name) ? name + suffix : name;
  const fromLeft = left.columns.map((name) => {
    const key = on.indexOf(name);
    if (key >= 0) return joined.getColumn(keyName(key)).alias(name);
    const position = leftRest.findIndex((one) => one.name === name);
    return joined.getColumn(leftName(position)).alias(suffixed(name, suffixes[0]));
  });
  const fromRight = rightRest.map((one, i) =>
    joined.getColumn(rightName(i)).alias(suffixed(one.name, suffixes[1])),
  );
  return frameOf({ data: pl.DataFrame([...fromLeft, ...fromRight]), index: undefined });
}
