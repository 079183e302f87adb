import pl from "nodejs-polars";
import type { Name, Row } from "../engine/cell.ts";
import { frameOf, seriesOf } from "../engine/make.ts";
import { knownColumns } from "../engine/names.ts";
import { checkOptions } from "../engine/options.ts";
import { toEngine } from "../engine/to-engine.ts";
import type { Series } from "../series/series.ts";
import { selectColumns } from "../verbs/columns.ts";
import { countRows } from "../verbs/count-rows.ts";
import type { ValueCountsOptions } from "../verbs/value-counts.ts";
import { compareTables } from "../verbs/compare.ts";
import { sameColumn } from "../verbs/cells.ts";
import { infoText } from "../verbs/info.ts";
import { bytesOf } from "../verbs/memory.ts";
import { type DTypeGroup, ofDtypes } from "../verbs/select-dtypes.ts";
import type { NewColumn } from "./columns.ts";
import type { DataFrame } from "./data-frame.ts";
import { FrameMeasures } from "./measures.ts";

/** A row with every name between two texts; names that are not known stay unknown. */
type Renamed<R, Before extends string, After extends string> = string extends keyof R
  ? R
  : { [K in keyof R as `${Before}${K & string}${After}`]: R[K] };

type Flat<T> = { [K in keyof T]: T[K] };

/** What a frame is made of, and whether it is the same as another. */
export class FrameLook<R extends object = Row> extends FrameMeasures<R> {
  /**
   * The columns of some dtypes, or of kinds of them: `"number"`, `"integer"`, `"float"`.
   *
   * @throws TypeError for a name that is neither
   * @example
   * const df = new DataFrame({ n: [1], x: [0.5], s: ["a"] });
   * df.selectDtypes("number").columns; // ["n", "x"]
   * df.selectDtypes(["float64", "string"]).columns; // ["x", "s"]
   * df.selectDtypes({ exclude: "number" }).columns; // ["s"]
   */
  selectDtypes(
    wanted:
      | DTypeGroup
      | readonly DTypeGroup[]
      | {
          readonly include?: DTypeGroup | readonly DTypeGroup[];
          readonly exclude?: DTypeGroup | readonly DTypeGroup[];
        },
  ): DataFrame {
    const names = ofDtypes(this.table.data, wanted);
    return frameOf({ data: selectColumns(this.table.data, names), index: this.table.index });
  }

  /**
   * The frame with a new column at a position, counted from 0; negative counts from the end.
   *
   * @throws RangeError where the name is taken or the position is not there
   * @example
   * new DataFrame({ a: [1], b: [2] }).insert(1, "x", [9]).columns; // ["a", "x", "b"]
   */
  insert<N extends string, T>(
    position: number,
    name: N,
    values: NewColumn<R, T>,
  ): DataFrame<Flat<Omit<R, N> & Record<N, T>>> {
    const names: string[] = this.columns;
    const at = position < 0 ? names.length + position : position;
    if (!Number.isInteger(at) || at < 0 || at > names.length) {
      throw new RangeError(
        `insert: a position is from 0 to ${names.length}; got ${String(position)}.`,
      );
    }
    if (names.includes(name))
      throw new RangeError(`insert: there is a column ${JSON.stringify(name)} already.`);
    const { data, index } = this.addColumn(name, values).table;
    return frameOf({ data: data.select(...names.toSpliced(at, 0, name)), index });
  }

  /**
   * The frame with some columns first, the others after them in the order they had.
   *
   * @example
   * new DataFrame({ a: [1], b: [2], c: [3] }).reorder("c").columns; // ["c", "a", "b"]
   */
  reorder(...first: readonly Name<R>[] | [readonly Name<R>[]]): DataFrame<R> {
    const wanted = knownColumns(first.flat(), this.columns);
    const rest = this.columns.filter((name) => !wanted.includes(name));
    const data = selectColumns(this.table.data, [...wanted, ...rest]);
    return frameOf({ data, index: this.table.index });
  }

  /**
   * The frame with a text before every column name.
   *
   * @example
   * new DataFrame({ a: [1] }).addPrefix("x_").columns; // ["x_a"]
   */
  addPrefix<const P extends string>(prefix: P): DataFrame<Renamed<R, P, "">> {
    return this.#named((name) => `${prefix}${name}`);
  }

  /** The frame with a text after every column name. */
  addSuffix<const S extends string>(suffix: S): DataFrame<Renamed<R, "", S>> {
    return this.#named((name) => `${name}${suffix}`);
  }

  /**
   * About how many bytes each column takes in memory, and with `index: true` (default) the row labels.
   *
   * @example
   * new DataFrame({ a: [1, 2] }).memoryUsage().at("a"); // 16
   */
  memoryUsage(options: { readonly index?: boolean } = {}): Series<number> {
    checkOptions("memoryUsage", options, ["index"]);
    const columns = this.table.data.getColumns();
    const labels = this.table.index === undefined ? 0 : bytesOf(this.table.index);
    const withIndex = options.index ?? true;
    const sizes = [...(withIndex ? [labels] : []), ...columns.map(bytesOf)];
    const names = [...(withIndex ? ["Index"] : []), ...columns.map((one) => one.name)];
    return seriesOf(toEngine("bytes", sizes, "int64"), toEngine("column", names, "string"));
  }

  /**
   * How often each combination of values occurs in some columns (all by default), the most frequent
   * first; a column `count`, or `proportion` where `normalize` is set.
   *
   * @example
   * const df = new DataFrame({ a: ["x", "x", "y"], b: [1, 1, 2] });
   * df.valueCounts(["a", "b"]).toRecords(); // [{ a: "x", b: 1, count: 2 }, { a: "y", b: 2, count: 1 }]
   */
  valueCounts<K extends Name<R>>(
    subset?: K | readonly K[],
    options: Omit<ValueCountsOptions, "bins"> = {},
  ): DataFrame<Pick<R, K> & Record<"count" | "proportion", number>> {
    checkOptions("valueCounts", options, ["normalize", "dropNa", "ascending", "sort"]);
    const names = subset === undefined ? this.columns : [subset].flat();
    return frameOf(countRows(this.table.data, names as readonly string[], options));
  }

  /** Writes to the console what the frame is made of: rows, columns with their types and counts, memory. */
  info(): void {
    console.log(infoText(this.table));
  }

  /**
   * Whether another frame has the same column names, types, values and row labels; missing equals
   * missing.
   *
   * @example
   * new DataFrame({ a: [1, null] }).equals(new DataFrame({ a: [1, null] })); // true
   * new DataFrame({ a: [1] }).equals(new DataFrame({ a: [1.5] })); // false
   */
  equals(other: { /** @internal */ readonly table: DataFrame["table"] }): boolean {
    const [own, theirs] = [this.table.data, other.table.data];
    if (own.height !== theirs.height || own.columns.join("\0") !== theirs.columns.join("\0"))
      return false;
    const labels = [this.table.index, other.table.index];
    const counted = labels.every((one) => one === undefined);
    const sameLabels = counted || sameColumn(labelsOf(this), labelsOf(other as DataFrame));
    return (
      sameLabels &&
      own.columns.every((name) => sameColumn(own.getColumn(name), theirs.getColumn(name)))
    );
  }

  /**
   * Where another frame of the same columns and length differs: its rows, and for each column that
   * does `name_self` and `name_other`, missing where the two agree.
   *
   * @throws RangeError where names or lengths differ
   * @example
   * const [a, b] = [new DataFrame({ x: [1, 2], y: [3, 4] }), new DataFrame({ x: [1, 5], y: [3, 4] })];
   * a.compare(b).toRecords(); // [{ x_self: 2, x_other: 5 }]
   */
  compare(other: { /** @internal */ readonly table: DataFrame["table"] }): DataFrame {
    return frameOf(compareTables(this.table, other.table));
  }

  #named<Out extends object>(name: (own: string) => string): DataFrame<Out> {
    const columns = this.table.data.getColumns().map((one) => one.alias(name(one.name)));
    return frameOf({ data: pl.DataFrame(columns), index: this.table.index });
  }
}

const labelsOf = (frame: { readonly index: DataFrame["index"] }): pl.Series =>
  toEngine("index", frame.index);
