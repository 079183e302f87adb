import type pl from "nodejs-polars";
import { type Cell, isDate, type Label, type Name, type Row, shown } from "../engine/cell.ts";
import { fromEngine } from "../engine/from-engine.ts";
import { frameOf } from "../engine/make.ts";
import { knownColumns } from "../engine/names.ts";
import { sliceRows, type Table, takeRows } from "../engine/table.ts";
import type { DataFrame } from "../data-frame/data-frame.ts";
import { cellsOf, type Grouping, groupingOf, rowsOf } from "./grouping.ts";
import { type GroupByOptions, withKeys } from "./keys.ts";

/** What the parts of a group-by share. */
export interface GroupState<K extends string> {
  readonly table: Table;
  readonly keys: readonly K[];
  readonly options: GroupByOptions;
  /** The columns that were chosen with `col`. */
  readonly columns: readonly string[] | undefined;
}

const same = (a: Cell, b: Cell): boolean =>
  isDate(a) && isDate(b) ? a.getTime() === b.getTime() : a === b || (a === 0 && b === 0);

/** The groups themselves: which there are, and the rows of each. */
export class GroupBase<R extends object = Row, Keys extends Name<R> = Name<R>> {
  /** @internal */
  protected readonly state: GroupState<Keys>;
  #grouping: Grouping | undefined;
  #keyCells: Cell[][] | undefined;
  #sorted: Table | undefined;

  /** @internal */
  constructor(state: GroupState<Keys>) {
    this.state = state;
    withKeys(state.table.data.head(0), state.keys);
    if (state.columns !== undefined) knownColumns(state.columns, state.table.data.columns);
  }

  /**
   * How many groups there are.
   *
   * @example
   * new DataFrame({ k: ["a", "b", "a", null] }).groupby("k").nGroups; // 2
   */
  get nGroups(): number {
    return this.grouping.keys.height;
  }

  /** The number of groups, under danfo's name. */
  get ngroups(): number {
    return this.nGroups;
  }

  /**
   * The keys of every group and the labels of its rows, in the order of the groups.
   *
   * @example
   * new DataFrame({ k: ["b", "a", "b"] }).groupby("k").groups;
   * // [{ key: ["a"], index: [1] }, { key: ["b"], index: [0, 2] }]
   */
  get groups(): { readonly key: Cell[]; readonly index: Label[] }[] {
    const { index } = this.state.table;
    const labels = index === undefined ? undefined : fromEngine(index);
    return this.keyCells.map((key, group) => ({
      key,
      index: Array.from(rowsOf(this.grouping, group), (row) =>
        labels === undefined ? row : (labels[row] ?? null),
      ),
    }));
  }

  /**
   * The rows of one group, by its key, or by its keys in the order of `groupby`.
   *
   * @throws RangeError when there is no such group.
   * @example
   * const df = new DataFrame({ k: ["a", "b", "a"], x: [1, 2, 3] });
   * df.groupby("k").getGroup("a").column("x").values; // [1, 3]
   * df.groupby(["k", "x"]).getGroup(["b", 2]).length; // 1
   */
  getGroup(key: Cell | readonly Cell[]): DataFrame<R> {
    const wanted = (Array.isArray(key) ? key : [key]) as readonly Cell[];
    const { keys } = this.state;
    if (wanted.length !== keys.length) {
      throw new RangeError(
        `A group of ${keys.join(", ")} has ${keys.length} keys; got ${wanted.length}.`,
      );
    }
    const group = this.keyCells.findIndex((own) =>
      own.every((cell, i) => same(cell, wanted[i] ?? null)),
    );
    if (group < 0) {
      const said = (cells: readonly Cell[]): string => cells.map(shown).join(", ");
      const some = this.keyCells.slice(0, 5).map((own) => `[${said(own)}]`);
      throw new RangeError(
        `There is no group [${said(wanted)}]. ${some.length === 0 ? "There are no groups." : `The groups begin ${some.join(", ")}.`}`,
      );
    }
    return this.rows(group);
  }

  /**
   * Every group: its keys and its rows, in the order of the groups.
   *
   * @example
   * const df = new DataFrame({ k: ["b", "a", "b"], x: [1, 2, 3] });
   * [...df.groupby("k")].map(([key, rows]) => [key[0], rows.length]); // [["a", 1], ["b", 2]]
   */
  *[Symbol.iterator](): Iterator<[Cell[], DataFrame<R>]> {
    for (const [group, key] of this.keyCells.entries()) yield [[...key], this.rows(group)];
  }

  /** @internal Made when it is first needed, and once: the frame never changes. */
  protected get grouping(): Grouping {
    const { table, keys, options } = this.state;
    return (this.#grouping ??= groupingOf(table.data, keys, options));
  }

  /** @internal */
  protected get keyCells(): Cell[][] {
    return (this.#keyCells ??= cellsOf(this.grouping));
  }

  /** @internal The rows that the user sees: all columns, or the keys and the chosen ones. */
  protected get view(): Table {
    const { table, keys, columns } = this.state;
    if (columns === undefined) return table;
    const seen = new Set<string>([...keys, ...columns]);
    const kept = table.data.columns.filter((name) => seen.has(name));
    return { data: table.data.select(...kept) as pl.DataFrame, index: table.index };
  }

  /** @internal */
  protected rows(group: number): DataFrame<R> {
    const { positions, offsets } = this.grouping;
    // All rows group after group, once: a part of them is made sooner than a choice of rows.
    this.#sorted ??= takeRows(this.view, positions);
    return frameOf(sliceRows(this.#sorted, offsets[group], offsets[group + 1] - offsets[group]));
  }
}
