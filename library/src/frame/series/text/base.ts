import pl from "nodejs-polars";
import { shown } from "../../engine/cell.ts";
import { map } from "../../engine/compute.ts";
import { dtypeOf, variantOf } from "../../engine/dtypes.ts";
import { fromEngine } from "../../engine/from-engine.ts";
import { seriesOf } from "../../engine/make.ts";
import type { SeriesBase } from "../base.ts";
import type { Series } from "../series.ts";

export type Text = Series<string | null>;
type Texts = (string | null)[];
type Piece = string | string[];

/** What the parts of the accessor share: the column, and ways to compute another from it. */
export class TextBase {
  /** @internal */
  protected readonly of: SeriesBase<unknown>;

  /** @internal */
  constructor(of: SeriesBase<unknown>) {
    const dtype = dtypeOf(of.data);
    const texts = dtype === "string" || dtype === "category" || variantOf(of.data) === "List";
    if (!texts && of.data.nullCount() < of.length) {
      throw new TypeError(
        `.str is for texts; column ${shown(of.name)} is ${of.dtype}. asType("string") makes texts of it.`,
      );
    }
    this.of = of;
  }

  /** @internal The texts themselves. */
  protected get texts(): Texts {
    this.#refuseLists();
    return fromEngine(this.of.data) as Texts;
  }

  /** @internal The texts, or the lists that a split made. */
  protected get pieces(): (Piece | null)[] {
    return fromEngine(this.of.data) as unknown as (Piece | null)[];
  }

  /** @internal The column as the engine's texts. */
  protected get engine(): pl.Series {
    this.#refuseLists();
    const data = this.of.data;
    return dtypeOf(data) === "string" ? data : data.cast(pl.Utf8);
  }

  /** @internal */
  protected byEngine<U>(operate: (x: pl.Expr) => pl.Expr): Series<U> {
    return seriesOf(map(this.engine, operate), this.of.labels);
  }

  /** @internal */
  protected toTexts(compute: (text: string) => string | null): Text {
    return this.strings(this.texts.map((text) => (text === null ? null : compute(text))));
  }

  /** @internal */
  protected strings(texts: readonly (string | null)[]): Text {
    return this.column(texts, pl.Utf8);
  }

  /** @internal */
  protected integers(numbers: readonly (number | null)[]): Series<number | null> {
    return this.column(numbers, pl.Int64);
  }

  /** @internal */
  protected toNumbers(compute: (text: string) => number): Series<number | null> {
    return this.integers(this.texts.map((text) => (text === null ? null : compute(text))));
  }

  /** @internal Missing is `na`. */
  protected toBooleans(compute: (text: string) => boolean, na: boolean | null): Series<boolean> {
    return this.column(
      this.texts.map((text) => (text === null ? na : compute(text))),
      pl.Bool,
    );
  }

  /** @internal */
  protected toLists(lists: readonly (readonly string[] | null)[]): Series<string[] | null> {
    // The engine finds the type of lists by looking at them; a first one that is not empty tells it.
    const told = pl.Series(this.of.name, [["text"], ...lists] as string[][]);
    return seriesOf(told.slice(1, lists.length), this.of.labels);
  }

  #refuseLists(): void {
    if (variantOf(this.of.data) !== "List") return;
    throw new TypeError(
      `Column ${shown(this.of.name)} holds lists; of .str they have get, join and len.`,
    );
  }

  /** @internal */
  protected column<U>(values: readonly unknown[], type: pl.DataType): Series<U> {
    return seriesOf(pl.Series(this.of.name, [...values], type), this.of.labels);
  }
}

/** A whole number, or an error that names the method and the argument. */
export function whole(verb: string, name: string, value: number, least = -Infinity): number {
  if (Number.isInteger(value) && value >= least) return value;
  const from = least === -Infinity ? "" : ` from ${least}`;
  throw new RangeError(`str.${verb}: ${name} is a whole number${from}; got ${shown(value)}.`);
}

/** A text, or an error that names the method and the argument. */
export function given(verb: string, name: string, value: unknown): string {
  if (typeof value === "string") return value;
  throw new TypeError(`str.${verb}: ${name} is a text; got ${shown(value)}.`);
}
