import type pl from "nodejs-polars";
import { map } from "../engine/compute.ts";
import { dtypeOf } from "../engine/dtypes.ts";
import { seriesOf } from "../engine/make.ts";
import { literalPattern } from "../verbs/patterns.ts";
import type { SeriesBase } from "./base.ts";
import type { Series } from "./series.ts";

type Text = Series<string | null>;

/** The texts of a column, under `series.str`. Missing values stay missing. */
export class TextAccessor {
  readonly #of: SeriesBase<unknown>;

  /** @internal */
  constructor(of: SeriesBase<unknown>) {
    if (of.length > 0 && dtypeOf(of.data) !== "string" && of.data.nullCount() < of.length) {
      throw new TypeError(`.str is for texts; column ${JSON.stringify(of.name)} is ${of.dtype}.`);
    }
    this.#of = of;
  }

  /**
   * @example
   * new Series(["ÀB"]).str.toLowerCase().values; // ["àb"]
   */
  toLowerCase(): Text {
    return this.#map((x) => x.str.toLowerCase());
  }

  /**
   * @example
   * new Series(["àb"]).str.toUpperCase().values; // ["ÀB"]
   */
  toUpperCase(): Text {
    return this.#map((x) => x.str.toUpperCase());
  }

  /**
   * Without white space at both ends.
   *
   * @example
   * new Series([" a "]).str.trim().values; // ["a"]
   */
  trim(): Text {
    return this.#map((x) => x.str.strip());
  }

  /**
   * The length in Unicode characters (code points), as in pandas.
   *
   * @example
   * new Series(["日本", "é"]).str.len().values; // [2, 1]
   */
  len(): Series<number | null> {
    return this.#map((x) => x.str.lengths());
  }

  /**
   * Where the text contains another text, or a match of a regular expression. Missing gives false.
   *
   * @example
   * new Series(["a.c", "abc", null]).str.includes(".").values; // [true, false, false]
   */
  includes(pattern: string | RegExp): Series<boolean> {
    return this.#where((x) => x.str.contains(literalPattern(pattern), false));
  }

  /**
   * Where the text starts with another. Missing gives false.
   *
   * @example
   * new Series(["abc", null]).str.startsWith("ab").values; // [true, false]
   */
  startsWith(prefix: string): Series<boolean> {
    return this.#where((x) => x.str.startsWith(prefix));
  }

  /**
   * Where the text ends with another. Missing gives false.
   *
   * @example
   * new Series(["abc", null]).str.endsWith("bc").values; // [true, false]
   */
  endsWith(suffix: string): Series<boolean> {
    return this.#where((x) => x.str.endsWith(suffix));
  }

  /**
   * Every occurrence of a text, or match of a regular expression, replaced.
   *
   * @example
   * new Series(["a.b.c"]).str.replace(".", "-").values; // ["a-b-c"]
   */
  replace(pattern: string | RegExp, replacement: string): Text {
    return this.#map((x) =>
      x.str.replaceAll(literalPattern(pattern), replacement.replaceAll("$", "$$$$")),
    );
  }

  /**
   * The characters from `start` up to `end`; negative counts from the end.
   *
   * @example
   * new Series(["penguin"]).str.slice(0, 3).values; // ["pen"]
   */
  slice(start: number, end?: number): Text {
    return seriesOf(
      map(this.#of.data, (x) => sliced(x, start, end)),
      this.#of.labels,
    );
  }

  #map<U>(operate: (x: pl.Expr) => pl.Expr): Series<U> {
    return seriesOf(map(this.#of.data, operate), this.#of.labels);
  }

  #where(operate: (x: pl.Expr) => pl.Expr): Series<boolean> {
    return seriesOf(
      map(this.#of.data, (x) => operate(x).fillNull(false)),
      this.#of.labels,
    );
  }
}

/** The engine slices by start and length; two cuts make the end count from either side. */
function sliced(x: pl.Expr, start: number, end: number | undefined): pl.Expr {
  if (end === undefined) return x.str.slice(start);
  if (start >= 0 && end >= 0) return x.str.slice(start, Math.max(0, end - start));
  throw new RangeError(`str.slice(${start}, ${end}): with an end, both must be 0 or more.`);
}
