import type { DataFrame } from "../data-frame/data-frame.ts";
import type { Name, Row } from "../engine/cell.ts";
import type { GroupByOptions } from "../groups/keys.ts";
import { type Asked, checkAsked, type ScanAggregation } from "./groups.ts";
import type { Scan } from "./scan.ts";
import type { Step } from "./steps/step.ts";
import { groupStep } from "./steps/whole.ts";

/** What `agg` of a scan is asked for: an aggregation, or several, by column. */
export type ScanAggregationSpec<R extends object> = {
  readonly [K in Name<R>]?: ScanAggregation | readonly ScanAggregation[];
};

type Result<T, A> = A extends "count" | "nUnique"
  ? number
  : A extends "min" | "max" | "first" | "last"
    ? T | null
    : number | null;

type AskedOf<Spec> = Spec extends readonly (infer A)[] ? A : Spec;

/** The result columns: `mass_mean` for `{ mass: "mean" }`. */
export type ScanAggregated<R extends object, Spec> = {
  [K in keyof Spec & Name<R> as `${K}_${AskedOf<Spec[K]> & string}`]: Result<
    R[K],
    AskedOf<Spec[K]>
  >;
};

/** The rows of a scan in groups of equal keys; each aggregation is computed piece by piece. */
export class ScanGroupBy<R extends object = Row, Keys extends Name<R> = Name<R>> {
  readonly #keys: readonly Keys[];
  readonly #options: GroupByOptions;
  readonly #empty: DataFrame;
  readonly #then: <Out extends object>(step: Step) => Scan<Out>;

  /** @internal */
  constructor(
    keys: readonly Keys[],
    options: GroupByOptions,
    empty: DataFrame,
    then: <Out extends object>(step: Step) => Scan<Out>,
  ) {
    this.#keys = keys;
    this.#options = options;
    this.#empty = empty;
    this.#then = then;
  }

  /**
   * Several aggregations at once. A result column is named `column_aggregation`. `nUnique` keeps the
   * different values of each group in memory, the others a few numbers a group.
   *
   * @throws TypeError for an aggregation that needs all values of a group at once, such as a median.
   */
  agg<const Spec extends ScanAggregationSpec<R>>(
    spec: Spec,
  ): Scan<Pick<R, Keys> & ScanAggregated<R, Spec>> {
    const asked = Object.entries(spec).flatMap(([column, wanted]) =>
      [wanted as ScanAggregation | readonly ScanAggregation[]]
        .flat()
        .map((aggregation): Asked => ({ column, aggregation, as: `${column}_${aggregation}` })),
    );
    return this.#step(asked, undefined);
  }

  /** The number of rows of each group, in a column `size`. */
  size(): Scan<Pick<R, Keys> & { size: number }> {
    return this.#step([], "size");
  }

  #step<Out extends object>(asked: readonly Asked[], size: string | undefined): Scan<Out> {
    checkAsked(this.#empty.table.data, asked);
    const names = [
      ...this.#keys,
      ...asked.map(({ as }) => as),
      ...(size === undefined ? [] : [size]),
    ];
    const repeated = names.find((name, at) => names.indexOf(name) !== at);
    if (repeated !== undefined) {
      throw new RangeError(
        `Two columns of the result would be called ${JSON.stringify(repeated)}.`,
      );
    }
    const { sort = true, dropNa = true } = this.#options;
    return this.#then(groupStep({ keys: this.#keys, asked, sort, dropNa, size }));
  }
}
