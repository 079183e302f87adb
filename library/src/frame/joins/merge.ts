import type { DataFrame } from "../data-frame/data-frame.ts";
import { type Name, shown } from "../engine/cell.ts";
import { frameOf } from "../engine/make.ts";
import { checkOptions } from "../engine/options.ts";
import type { Table } from "../engine/table.ts";
import { joinTables } from "./join-tables.ts";
import { type KeyOptions, keyNames } from "./keys.ts";
import type { Merged, MergeHow } from "./types.ts";
import type { Cardinality } from "./validate.ts";

/** What every merge may be asked for. */
export interface MergeSettings<H extends MergeHow, S> {
  /**
   * Which rows: with keys of both (`"inner"`, default), of the left, of the right, of either
   * (`"outer"`, in ascending order of the keys); or every pair of rows (`"cross"`, without keys).
   */
  readonly how?: H;
  /** What is put after names that both frames have, keys aside. Default `["_x", "_y"]`. */
  readonly suffixes?: S;
  /** Refuses keys that stand in several rows of a side that may have each once. */
  readonly validate?: Cardinality;
  /** A column (named `_merge`, or as given) that says `left_only`, `right_only` or `both` of each row. */
  readonly indicator?: boolean | string;
}

/** Keys of one name on both sides. Without `on` these are all columns that both frames have. */
export interface MergeOn<K extends string> {
  /** The columns whose values must be equal; missing equals missing. */
  readonly on?: K | readonly K[];
}

/** Keys of other names on each side, or row labels. */
export interface MergeSides<LK extends string, RK extends string> {
  readonly leftOn?: LK | readonly LK[];
  readonly rightOn?: RK | readonly RK[];
  /** Takes the row labels of the left frame as its key; rows without labels have their numbers. */
  readonly leftIndex?: boolean;
  /** Takes the row labels of the right frame as its key. */
  readonly rightIndex?: boolean;
}

export type Suffixes = readonly [string | null, string | null];

/** Options of `merge` with keys of one name. */
export type MergeOptions<L extends object, R extends object> = {
  readonly left: DataFrame<L>;
  readonly right: DataFrame<R>;
} & MergeOn<Name<L> & Name<R>> &
  MergeSettings<MergeHow, Suffixes>;

const hows: readonly MergeHow[] = ["inner", "left", "right", "outer", "cross"];
const keyOptions = ["on", "leftOn", "rightOn", "leftIndex", "rightIndex"] as const;
const settings = ["how", "suffixes", "validate", "indicator"] as const;

type Given = KeyOptions & MergeSettings<MergeHow, Suffixes>;

/** Two tables merged as the options say; `verb` is what they were given to. */
export function mergeTables(left: Table, right: Table, options: Given): Table {
  const { how = "inner", suffixes = ["_x", "_y"], validate, indicator = false } = options;
  if (!hows.includes(how)) {
    throw new TypeError(`merge: how is one of ${hows.join(", ")}; got ${shown(how)}.`);
  }
  if (!Array.isArray(suffixes) || suffixes.length !== 2) {
    throw new TypeError(`merge: suffixes are two, such as ["_x", "_y"]; got ${shown(suffixes)}.`);
  }
  const keyed = keyOptions.find((name) => options[name] !== undefined);
  if (how === "cross" && keyed !== undefined) {
    throw new TypeError(`merge: a cross join pairs every row with every row; leave ${keyed} out.`);
  }
  return joinTables(left, right, {
    keys: how === "cross" ? [] : keyNames(left, right, options),
    how,
    suffixes,
    validate,
    indicator: indicator === true ? "_merge" : indicator === false ? undefined : indicator,
  });
}

/**
 * The rows of two frames side by side where their keys are equal, in pandas' order: the left's,
 * with `how: "right"` the right's, with `"outer"` in ascending order of the keys.
 *
 * @throws TypeError when a key holds numbers in one frame and something else in the other.
 * @throws RangeError when keys repeat themselves against `validate`; it names one.
 * @example
 * const people = new DataFrame({ city: ["Rome", "Oslo"], name: ["ann", "bob"] });
 * const cities = new DataFrame({ city: ["Rome", "Bern"], country: ["IT", "CH"] });
 * merge({ left: people, right: cities, on: ["city"] }).toRecords(); // [{ city: "Rome", name: "ann", country: "IT" }]
 * merge({ left: people, right: cities, on: "city", how: "left" }).column("country").values; // ["IT", null]
 * const capitals = cities.rename({ city: "capital" });
 * merge({ left: people, right: capitals, leftOn: "city", rightOn: "capital", validate: "m:1" }).columns;
 * // ["city", "name", "capital", "country"]
 */
export function merge<
  L extends object,
  R extends object,
  K extends Name<L> & Name<R> = Name<L> & Name<R>,
  H extends MergeHow = "inner",
  const S extends Suffixes = readonly ["_x", "_y"],
>(
  options: { readonly left: DataFrame<L>; readonly right: DataFrame<R> } & MergeOn<K> &
    MergeSettings<H, S>,
): DataFrame<Merged<L, R, H extends "cross" ? never : K, H, S>>;
export function merge<
  L extends object,
  R extends object,
  LK extends Name<L> = never,
  RK extends Name<R> = never,
  H extends MergeHow = "inner",
  const S extends Suffixes = readonly ["_x", "_y"],
>(
  options: { readonly left: DataFrame<L>; readonly right: DataFrame<R> } & MergeSides<LK, RK> &
    MergeSettings<H, S>,
): DataFrame<Merged<L, R, LK & RK, H, S>>;
export function merge(
  options: {
    readonly left: { readonly table: Table };
    readonly right: { readonly table: Table };
  } & Given,
): unknown {
  checkOptions("merge", options, ["left", "right", ...keyOptions, ...settings]);
  const { left, right, ...how } = options;
  return frameOf(mergeTables(left.table, right.table, how));
}
