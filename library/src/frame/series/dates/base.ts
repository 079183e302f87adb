import pl from "nodejs-polars";
import { day } from "../../dates/civil.ts";
import { durationsOf } from "../../dates/durations.ts";
import { instantsOf, wallsOf, zoneOf } from "../../dates/zones.ts";
import { dtypeOf } from "../../engine/dtypes.ts";
import { seriesOf } from "../../engine/make.ts";
import { nanToNull } from "../../engine/to-engine.ts";
import type { SeriesBase } from "../base.ts";
import type { Series } from "../series.ts";

export type Numbers = Series<number | null>;
export type Dates = Series<Date | null>;

/** What the parts of the accessor share: the column, and ways to compute another from it. */
export class DateBase {
  /** @internal */
  protected readonly of: SeriesBase<unknown>;
  /** @internal Whether the column holds durations, which have parts of their own. */
  protected readonly lasting: boolean;

  /** @internal */
  constructor(of: SeriesBase<unknown>) {
    const dtype = dtypeOf(of.data);
    if (dtype !== "date" && dtype !== "datetime" && dtype !== "duration") {
      throw new TypeError(
        `.dt is for dates; column ${JSON.stringify(of.name)} is ${dtype}. Make dates of it with toDatetime, or read it with parseDates.`,
      );
    }
    this.of = of;
    this.lasting = dtype === "duration";
  }

  /** @internal What clocks of the column's zone show, in milliseconds since 1970. */
  protected walls(verb: string): Float64Array {
    if (this.lasting) {
      throw new TypeError(
        `dt.${verb} is for dates; column ${JSON.stringify(this.of.name)} holds durations.`,
      );
    }
    return wallsOf(this.of.data);
  }

  /** @internal */
  protected instants(verb: string): Float64Array {
    if (this.lasting) this.walls(verb);
    return instantsOf(this.of.data);
  }

  /** @internal */
  protected durations(verb: string): Float64Array {
    if (!this.lasting) {
      throw new TypeError(
        `dt.${verb} is for durations; column ${JSON.stringify(this.of.name)} holds dates. Their difference is one: end.sub(start).`,
      );
    }
    return durationsOf(this.of.data);
  }

  /** @internal */
  protected get zone(): string | undefined {
    return zoneOf(this.of.data);
  }

  /** @internal A number for each row. */
  protected numbers(values: Float64Array, compute: (value: number) => number): Numbers {
    const out = values.map((value) => (Number.isNaN(value) ? value : compute(value)));
    return this.column(nanToNull(pl.Series(this.of.name, out)).cast(pl.Int64));
  }

  /** @internal Numbers that need not be whole. */
  protected amounts(values: Float64Array): Numbers {
    return this.column(nanToNull(pl.Series(this.of.name, values)));
  }

  /** @internal A number for each day. */
  protected ofDay(verb: string, compute: (days: number) => number): Numbers {
    return this.numbers(this.walls(verb), (wall) => compute(Math.floor(wall / day)));
  }

  /** @internal A number for each time of day, in milliseconds since midnight. */
  protected ofTime(verb: string, compute: (time: number) => number): Numbers {
    return this.numbers(this.walls(verb), (wall) => compute(wall - Math.floor(wall / day) * day));
  }

  /** @internal Where something is true; missing gives false. */
  protected where(verb: string, test: (days: number) => boolean): Series<boolean> {
    const out = Array.from(
      this.walls(verb),
      (wall) => !Number.isNaN(wall) && test(Math.floor(wall / day)),
    );
    return this.column(pl.Series(this.of.name, out, pl.Bool));
  }

  /** @internal */
  protected texts(
    values: Float64Array,
    compute: (value: number, row: number) => string,
  ): Series<string | null> {
    const out = Array.from(values, (value, row) =>
      Number.isNaN(value) ? null : compute(value, row),
    );
    return this.column(pl.Series(this.of.name, out, pl.Utf8));
  }

  /** @internal */
  protected column<U>(data: pl.Series): Series<U> {
    return seriesOf(data.alias(this.of.name), this.of.labels);
  }
}
