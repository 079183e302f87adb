import type { Name, Row } from "../engine/cell.ts";
import { frameOf } from "../engine/make.ts";
import { checkOptions } from "../engine/options.ts";
import type { Table } from "../engine/table.ts";
import { type Merged, type MergeHow, type MergeSettings, mergeTables } from "../joins/index.ts";
import type { MergeOn, MergeSides, Suffixes } from "../joins/merge.ts";
import type { DataFrame } from "./data-frame.ts";
import { FrameLook } from "./look.ts";

export interface JoinOptions<K extends string, H extends MergeHow, LS, RS> {
  /** Columns of this frame that are the key; without them its row labels are. */
  readonly on?: K | readonly K[];
  /** Default `"left"`. */
  readonly how?: H;
  /** What is put after names of this frame that the other has too. */
  readonly lsuffix?: LS;
  /** What is put after names of the other frame that this one has too. */
  readonly rsuffix?: RS;
  readonly validate?: MergeSettings<H, unknown>["validate"];
}

/** The frame beside another. */
export class FrameJoins<R extends object = Row> extends FrameLook<R> {
  /**
   * The rows of this frame and another side by side where their keys are equal: {@link merge} with
   * this frame on the left.
   *
   * @example
   * const people = new DataFrame({ city: ["Rome", "Oslo"], name: ["ann", "bob"] });
   * const cities = new DataFrame({ town: ["Rome", "Bern"], country: ["IT", "CH"] });
   * people.merge(cities, { leftOn: "city", rightOn: "town", how: "left" }).column("country").values; // ["IT", null]
   * people.merge(cities, { how: "cross" }).length; // 4
   */
  merge<
    O extends object,
    K extends Name<R> & Name<O> = Name<R> & Name<O>,
    H extends MergeHow = "inner",
    const S extends Suffixes = readonly ["_x", "_y"],
  >(
    other: DataFrame<O>,
    options?: MergeOn<K> & MergeSettings<H, S>,
  ): DataFrame<Merged<R, O, H extends "cross" ? never : K, H, S>>;
  merge<
    O extends object,
    LK extends Name<R> = never,
    RK extends Name<O> = never,
    H extends MergeHow = "inner",
    const S extends Suffixes = readonly ["_x", "_y"],
  >(
    other: DataFrame<O>,
    options: MergeSides<LK, RK> & MergeSettings<H, S>,
  ): DataFrame<Merged<R, O, LK & RK, H, S>>;
  merge(
    other: { readonly table: Table },
    options: MergeOn<string> & MergeSides<string, string> & MergeSettings<MergeHow, Suffixes> = {},
  ): unknown {
    checkOptions("merge", options, [
      ...["on", "leftOn", "rightOn", "leftIndex", "rightIndex"],
      ...["how", "suffixes", "validate", "indicator"],
    ]);
    return frameOf(mergeTables(this.table, other.table, options));
  }

  /**
   * The columns of another frame beside those of this one, by the other's row labels: equal to this
   * frame's labels, or to its columns `on`. Rows without labels have their numbers.
   *
   * @throws RangeError when both have a column of one name and neither suffix is given.
   * @example
   * const people = new DataFrame({ city: ["Rome", "Oslo"], name: ["ann", "bob"] });
   * const countries = new DataFrame({ country: ["NO", "IT"] }, { index: ["Oslo", "Rome"] });
   * people.join(countries, { on: "city" }).column("country").values; // ["IT", "NO"]
   */
  join<
    O extends object,
    K extends Name<R> = never,
    H extends MergeHow = "left",
    const LS extends string = "",
    const RS extends string = "",
  >(
    other: DataFrame<O>,
    options: JoinOptions<K, H, LS, RS> = {},
  ): DataFrame<Merged<R, O, never, H, readonly [LS, RS]>> {
    checkOptions("join", options, ["on", "how", "lsuffix", "rsuffix", "validate"]);
    const { on, how = "left", lsuffix = "", rsuffix = "", validate } = options;
    const keys =
      how === "cross"
        ? {}
        : on === undefined
          ? { leftIndex: true, rightIndex: true }
          : { leftOn: on, rightIndex: true };
    return frameOf(
      mergeTables(this.table, other.table, {
        ...keys,
        how,
        suffixes: [lsuffix, rsuffix],
        ...(validate === undefined ? {} : { validate }),
      }),
    );
  }
}
