import pl from "nodejs-polars";
import type { DataFrame } from "../../data-frame/data-frame.ts";
import { shown } from "../../engine/cell.ts";
import { fromEngine } from "../../engine/from-engine.ts";
import { frameOf } from "../../engine/make.ts";
import { checkOptions } from "../../engine/options.ts";
import { patternOf } from "../../text/patterns.ts";
import { partition, rightSplit, split } from "../../text/pieces.ts";
import type { SeriesBase } from "../base.ts";
import type { Series } from "../series.ts";
import { given, type Text, whole } from "./base.ts";
import { TextPatterns } from "./patterns.ts";

export interface SplitOptions {
  /** At most so many cuts. Default all. */
  readonly n?: number;
  /** Whether the pieces become columns "0", "1", … of a frame. Default false: lists. */
  readonly expand?: boolean;
}

type Wide = DataFrame<Record<string, string | null>>;
type Lists = Series<string[] | null>;

/** Texts taken apart and put together. */
export class TextLists extends TextPatterns {
  split(separator: string | RegExp | undefined, options: SplitOptions & { expand: true }): Wide;
  split(separator?: string | RegExp, options?: SplitOptions & { expand?: false }): Lists;
  /**
   * The pieces between separators, as lists or as the columns of a frame. Without a separator texts
   * are cut at white space, and empty pieces are left out.
   *
   * @example
   * new Series(["a-b", "c", null]).str.split("-").values; // [["a", "b"], ["c"], null]
   * new Series(["a-b", "c"]).str.split("-", { expand: true }).toArrays(); // [["a", "b"], ["c", null]]
   * new Series(["a-b"]).str.split("-").str.get(0).values; // ["a"]
   */
  split(separator?: string | RegExp, options: SplitOptions = {}): Wide | Lists {
    const n = this.#cuts("split", separator, options);
    const by = typeof separator === "object" ? patternOf("split", separator) : separator;
    return this.#listsOrFrame((text) => split(text, by, n), options);
  }

  rSplit(separator: string | undefined, options: SplitOptions & { expand: true }): Wide;
  rSplit(separator?: string, options?: SplitOptions & { expand?: false }): Lists;
  /**
   * As {@link split}, the cuts made from the right.
   *
   * @example
   * new Series(["a-b-c"]).str.rSplit("-", { n: 1 }).values; // [["a-b", "c"]]
   */
  rSplit(separator?: string, options: SplitOptions = {}): Wide | Lists {
    const n = this.#cuts("rSplit", separator, options);
    return this.#listsOrFrame((text) => rightSplit(text, separator, n), options);
  }

  /**
   * What stands before, at and after the first separator, as columns "0", "1" and "2".
   *
   * @example
   * new Series(["k=v=w", "k"]).str.partition("=").toArrays(); // [["k", "=", "v=w"], ["k", "", ""]]
   */
  partition(separator = " "): Wide {
    given("partition", "the separator", separator);
    return this.#wide(
      this.texts.map((text) => (text === null ? null : partition(text, separator, false))),
      3,
    );
  }

  /** As {@link partition}, at the last separator. */
  rPartition(separator = " "): Wide {
    given("rPartition", "the separator", separator);
    return this.#wide(
      this.texts.map((text) => (text === null ? null : partition(text, separator, true))),
      3,
    );
  }

  /**
   * The character at a position, or of lists the text there; missing where there is none. Negative
   * counts from the end.
   *
   * @example
   * new Series(["日本", "a"]).str.get(1).values; // ["本", null]
   */
  get(position: number): Text {
    whole("get", "the position", position);
    return this.strings(
      this.pieces.map((piece) =>
        piece === null
          ? null
          : ((typeof piece === "string" ? Array.from(piece) : piece).at(position) ?? null),
      ),
    );
  }

  /** The character at a position, under danfo's name. */
  charAt(position = 0): Text {
    return this.get(position);
  }

  /**
   * The texts of each list joined; of texts, their characters.
   *
   * @example
   * new Series(["b,a"]).str.split(",").str.join("-").values; // ["b-a"]
   */
  join(separator: string): Text {
    given("join", "the separator", separator);
    return this.strings(
      this.pieces.map((piece) => (piece === null ? null : Array.from(piece).join(separator))),
    );
  }

  cat(options?: { readonly sep?: string; readonly naRep?: string }): string;
  cat(
    others: CatOperand | readonly CatColumn[],
    options?: { readonly sep?: string; readonly naRep?: string },
  ): Text;
  /**
   * The texts of a row joined with those of other columns; without any, all texts joined to one.
   * Missing makes missing (and is left out of the one), unless `naRep` stands for it.
   *
   * @example
   * new Series(["a", null]).str.cat(["x", "y"], { sep: "-" }).values; // ["a-x", null]
   * new Series(["a", null]).str.cat(["x", "y"], { naRep: "?" }).values; // ["ax", "?y"]
   * new Series(["a", null, "b"]).str.cat({ sep: "+" }); // "a+b"
   */
  cat(
    first?: CatOperand | readonly CatColumn[] | CatOptions,
    second: CatOptions = {},
  ): Text | string {
    const together = first === undefined || isOptions(first);
    const options = together ? (first ?? {}) : second;
    checkOptions("str.cat", options, ["sep", "naRep"]);
    const { sep = "", naRep } = options;
    const own = this.texts.map((text) => text ?? naRep ?? null);
    if (together) return own.filter((text) => text !== null).join(sep);
    const columns = catColumns(first).map((column) => {
      const cells = Array.isArray(column)
        ? (column as (string | null)[])
        : (fromEngine((column as SeriesBase<unknown>).data) as (string | null)[]);
      if (cells.length !== own.length) {
        throw new RangeError(
          `str.cat: one column has ${own.length} rows, another ${cells.length}.`,
        );
      }
      const wrong = cells.find((cell) => cell !== null && typeof cell !== "string");
      if (wrong !== undefined) {
        throw new TypeError(`str.cat joins texts; got ${shown(wrong)}. Use asType("string").`);
      }
      return cells.map((cell) => cell ?? naRep ?? null);
    });
    return this.strings(
      own.map((text, row) => {
        const parts = [text, ...columns.map((cells) => cells[row])];
        return parts.includes(null) ? null : parts.join(sep);
      }),
    );
  }

  /**
   * The texts of a row joined with those of another column, or with one text: after it, or before it
   * where `position` is 0, as in danfo.
   *
   * @example
   * new Series(["a", null]).str.concat("!").values; // ["a!", null]
   * new Series(["a", null]).str.concat("!", 0).values; // ["!a", null]
   */
  concat(other: CatOperand | string, position: 0 | 1 = 1): Text {
    if (typeof other !== "string") return this.cat(other);
    return this.toTexts((text) => (position === 0 ? other + text : text + other));
  }

  /**
   * The position of the first occurrence of a text, −1 where there is none.
   *
   * @example
   * new Series(["日本日", "x"]).str.find("本").values; // [1, -1]
   */
  find(text: string, start = 0): Series<number | null> {
    given("find", "what is looked for", text);
    whole("find", "start", start, 0);
    return this.toNumbers((own) => {
      const from = unitsBefore(own, start);
      return from === undefined ? -1 : pointsBefore(own, own.indexOf(text, from));
    });
  }

  /** The position of the last occurrence of a text, −1 where there is none. */
  rFind(text: string): Series<number | null> {
    given("rFind", "what is looked for", text);
    return this.toNumbers((own) => pointsBefore(own, own.lastIndexOf(text)));
  }

  /** The position of the first occurrence of a text, under danfo's name. */
  indexOf(text: string): Series<number | null> {
    return this.find(text);
  }

  /** The position of the last occurrence of a text, under danfo's name. */
  lastIndexOf(text: string): Series<number | null> {
    return this.rFind(text);
  }

  /** The position of the first match of a pattern, −1 where there is none; danfo's name. */
  search(pattern: string | RegExp): Series<number | null> {
    const found = patternOf("search", pattern);
    return this.toNumbers((own) => pointsBefore(own, own.search(found)));
  }

  /**
   * A column of 0 and 1 for every piece that occurs between separators, in alphabetical order.
   *
   * @example
   * new Series(["a|b", "b", null]).str.getDummies().toRecords();
   * // [{ a: 1, b: 1 }, { a: 0, b: 1 }, { a: 0, b: 0 }]
   */
  getDummies(separator = "|"): DataFrame<Record<string, number>> {
    given("getDummies", "the separator", separator);
    const rows = this.texts.map((text) => new Set((text ?? "").split(separator)));
    const names = [...new Set(rows.flatMap((row) => [...row]))].filter((name) => name !== "");
    const columns = names.sort(byCodePoints).map((name) =>
      pl
        .Series(
          name,
          Uint8Array.from(rows, (row) => Number(row.has(name))),
        )
        .cast(pl.Int64),
    );
    return frameOf({ data: pl.DataFrame(columns), index: this.of.labels });
  }

  #cuts(verb: string, separator: unknown, options: SplitOptions): number {
    checkOptions(`str.${verb}`, options, ["n", "expand"]);
    if (separator === "") throw new RangeError(`str.${verb}: the separator is empty.`);
    return whole(verb, "n", options.n ?? -1);
  }

  #listsOrFrame(cut: (text: string) => string[], options: SplitOptions): Wide | Lists {
    const lists = this.texts.map((text) => (text === null ? null : cut(text)));
    return options.expand === true ? this.#wide(lists) : this.toLists(lists);
  }

  #wide(lists: readonly (readonly string[] | null)[], least = Math.min(1, lists.length)): Wide {
    const width = lists.reduce((most, list) => Math.max(most, list?.length ?? 0), least);
    const columns = Array.from({ length: width }, (_, at) =>
      pl.Series(
        String(at),
        lists.map((list) => list?.[at] ?? null),
        pl.Utf8,
      ),
    );
    return frameOf({ data: pl.DataFrame(columns), index: this.of.labels });
  }
}

export interface CatOptions {
  /** What stands between. Default nothing. */
  readonly sep?: string;
  /** What stands for a missing text. */
  readonly naRep?: string;
}

type CatColumn = SeriesBase<string> | SeriesBase<string | null>;
type CatOperand = CatColumn | readonly (string | null)[];

const isOptions = (value: object): value is CatOptions =>
  !Array.isArray(value) && !("data" in value && "labels" in value);

const catColumns = (
  given: CatOperand | readonly CatColumn[],
): readonly (CatColumn | readonly (string | null)[])[] => {
  if (!Array.isArray(given)) return [given as CatColumn];
  const columns = given.length > 0 && given.every((one) => typeof one === "object" && one !== null);
  return columns ? (given as readonly CatColumn[]) : [given as readonly (string | null)[]];
};

/** The count of characters before a position in code units. */
const pointsBefore = (text: string, at: number): number =>
  at <= 0 ? at : Array.from(text.slice(0, at)).length;

/** The position in code units of a character; undefined beyond the end. */
function unitsBefore(text: string, points: number): number | undefined {
  if (points === 0) return 0;
  const characters = Array.from(text);
  return points > characters.length ? undefined : characters.slice(0, points).join("").length;
}

const byCodePoints = (a: string, b: string): number => {
  const [left, right] = [Array.from(a), Array.from(b)];
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const distance = (left[at].codePointAt(0) ?? 0) - (right[at].codePointAt(0) ?? 0);
    if (distance !== 0) return distance;
  }
  return left.length - right.length;
};
