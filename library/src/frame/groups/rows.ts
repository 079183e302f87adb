import type { DataFrame } from "../data-frame/data-frame.ts";
import { type Cell, type Name, type Row, shown } from "../engine/cell.ts";
import { frameOf, seriesOf } from "../engine/make.ts";
import { checkOptions } from "../engine/options.ts";
import { takeRows } from "../engine/table.ts";
import type { Series } from "../series/series.ts";
import { applied } from "./apply.ts";
import { numbersOf, rowsAt } from "./places.ts";
import { GroupTransforms } from "./transforms.ts";

/** The choice of rows by group, and what a function makes of whole groups. */
export class GroupRows<
  R extends object = Row,
  Keys extends Name<R> = Name<R>,
> extends GroupTransforms<R, Keys> {
  /**
   * The rows of the groups for which a function says true, in their order.
   *
   * @example
   * const df = new DataFrame({ k: ["a", "b", "a"], x: [1, 5, 3] });
   * df.groupby("k").filter((group) => group.length > 1).column("x").values; // [1, 3]
   */
  filter(condition: (group: DataFrame<R>, key: Cell[]) => boolean): DataFrame<R> {
    const { positions, offsets } = this.grouping;
    const kept = this.keyCells.flatMap((key, group) => {
      const answer: unknown = condition(this.rows(group), [...key]);
      if (typeof answer !== "boolean")
        throw new TypeError(`filter: the function answers true or false; got ${shown(answer)}.`);
      return answer ? [...positions.subarray(offsets[group], offsets[group + 1])] : [];
    });
    return this.#take(kept.sort((a, b) => a - b));
  }

  /**
   * What a function makes of each group: a frame (the frames come below one another), an object (one
   * row a group), or a value (in a column `value`). The keys come first where they are not among the
   * columns already.
   *
   * @example
   * const df = new DataFrame({ k: ["a", "b", "a"], x: [1, 5, 3], w: [1, 1, 3] });
   * df.groupby("k").apply((group) => ({ mean: group.column("x").mul(group.column("w")).sum() })).toRecords();
   * // [{ k: "a", mean: 10 }, { k: "b", mean: 5 }]
   * df.groupby("k").apply((group) => group.sortValues("x").tail(1)).column("x").values; // [3, 5]
   */
  apply<T extends object>(
    make: (group: DataFrame<R>, key: Cell[]) => DataFrame<T>,
  ): DataFrame<Omit<Pick<R, Keys>, keyof T> & T>;
  apply<T extends Cell>(
    make: (group: DataFrame<R>, key: Cell[]) => T,
  ): DataFrame<Pick<R, Keys> & { value: T }>;
  apply<T extends Readonly<Record<string, Cell>>>(
    make: (group: DataFrame<R>, key: Cell[]) => T,
  ): DataFrame<Omit<Pick<R, Keys>, keyof T> & { -readonly [K in keyof T]: T[K] }>;
  apply(make: (group: DataFrame<R>, key: Cell[]) => unknown): unknown {
    const results = this.keyCells.map((key, group) => make(this.rows(group), [...key]));
    return frameOf(applied(this.grouping.keys, results));
  }

  /**
   * The first rows (5) of each group, in their order; a negative number leaves out that many of the
   * last.
   *
   * @example
   * const df = new DataFrame({ k: ["a", "b", "a"], x: [1, 5, 3] });
   * df.groupby("k").head(1).column("x").values; // [1, 5]
   */
  head(rows = 5): DataFrame<R> {
    return this.#at((place, size) => (rows < 0 ? place < size + rows : place < rows));
  }

  /** The last rows (5) of each group, in their order; a negative number leaves out that many of the first. */
  tail(rows = 5): DataFrame<R> {
    return this.#at((place, size) => (rows < 0 ? place >= -rows : place >= size - rows));
  }

  /**
   * The row at this place of each group, or the rows at these, in their order; negative places count
   * from the end.
   *
   * @example
   * const df = new DataFrame({ k: ["a", "b", "a"], x: [1, 5, 3] });
   * df.groupby("k").nth(-1).column("x").values; // [5, 3]
   */
  nth(places: number | readonly number[]): DataFrame<R> {
    const wanted = typeof places === "number" ? [places] : places;
    const wrong = wanted.find((place) => !Number.isInteger(place));
    if (wrong !== undefined) throw new RangeError(`nth: ${shown(wrong)} is no whole number.`);
    return this.#at((place, size) => wanted.some((at) => (at < 0 ? size + at : at) === place));
  }

  /**
   * The number of each row in its group, from 0; with `ascending: false` from the end.
   *
   * @example
   * new DataFrame({ k: ["a", "b", "a"] }).groupby("k").cumCount().values; // [0, 0, 1]
   */
  cumCount(options: { readonly ascending?: boolean } = {}): Series<number | null> {
    checkOptions("cumCount", options, ["ascending"]);
    const { ascending = true } = options;
    return this.#numbers("cumCount", (_, place, size) => (ascending ? place : size - 1 - place));
  }

  /**
   * The number of each row's group, from 0 in the order of the groups; with `ascending: false` from
   * the last.
   *
   * @example
   * new DataFrame({ k: ["b", "a", "b"] }).groupby("k").nGroup().values; // [1, 0, 1]
   */
  nGroup(options: { readonly ascending?: boolean } = {}): Series<number | null> {
    checkOptions("nGroup", options, ["ascending"]);
    const { ascending = true } = options;
    return this.#numbers("nGroup", (group) => (ascending ? group : this.nGroups - 1 - group));
  }

  #numbers(
    name: string,
    number: (group: number, place: number, size: number) => number,
  ): Series<number | null> {
    const { table } = this.state;
    return seriesOf(numbersOf(this.grouping, table.data.height, name, number), table.index);
  }

  #at(wanted: (place: number, size: number) => boolean): DataFrame<R> {
    return this.#take(rowsAt(this.grouping, wanted));
  }

  #take(rows: readonly number[]): DataFrame<R> {
    return frameOf(takeRows(this.view, rows));
  }
}
