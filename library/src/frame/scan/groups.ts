import pl from "nodejs-polars";
import { dtypeOf, isNumeric } from "../engine/dtypes.ts";
import { knownColumns } from "../engine/names.ts";
import { nanToNull } from "../engine/to-engine.ts";

/** What can be asked of groups whose rows are never all in memory. */
export type ScanAggregation =
  "sum" | "mean" | "count" | "min" | "max" | "std" | "var" | "first" | "last" | "nUnique";

/** A result column: what is computed, of which column, under which name. */
export interface Asked {
  readonly column: string;
  readonly aggregation: ScanAggregation;
  readonly as: string;
}

/**
 * An aggregation in three steps: of the rows of a piece, of the results of several pieces, and from that
 * result to the answer. `at(i)` is the i-th number that a piece leaves.
 */
interface Steps {
  readonly piece: (x: pl.Expr) => pl.Expr[];
  readonly merge: (at: (part: number) => pl.Expr) => pl.Expr[];
  readonly answer: (at: (part: number) => pl.Expr) => pl.Expr;
}

const present = (x: pl.Expr): pl.Expr => x.count().cast(pl.Float64);
const float = (x: pl.Expr): pl.Expr => x.cast(pl.Float64);

/** One number a piece, merged by the same aggregation. */
const same = (piece: (x: pl.Expr) => pl.Expr): Steps => ({
  piece: (x) => [piece(x)],
  merge: (at) => [piece(at(0))],
  answer: (at) => at(0),
});

/**
 * Count, mean and sum of squared deviations of pieces, joined by the formulas of Chan, Golub and LeVeque
 * ("Updating formulae and a pairwise algorithm for computing sample variances", 1979), which lose no
 * digits. The values are counted from one of them, for a mean far from 0 would have no room for the rest.
 */
const variance: Steps = {
  piece: (x) => [
    present(x),
    float(x).mean().fillNull(0),
    float(x).var().fillNull(0).mul(present(x).sub(1)).clip(0, Number.MAX_VALUE),
  ],
  merge: (at) => {
    const n = at(0).sum();
    const mean = at(0).mul(at(1)).sum().div(n);
    const between = at(0).mul(at(1).sub(mean).pow(2)).sum();
    return [n, mean.fillNan(0), at(2).sum().add(between.fillNan(0))];
  },
  answer: (at) =>
    pl
      .when(at(0).gt(1))
      .then(at(2).div(at(0).sub(1)))
      .otherwise(pl.lit(null)),
};

const steps: Record<Exclude<ScanAggregation, "nUnique">, Steps> = {
  sum: same((x) => x.sum()),
  min: same((x) => x.min()),
  max: same((x) => x.max()),
  first: same((x) => x.dropNulls().first()),
  last: same((x) => x.dropNulls().last()),
  count: {
    piece: (x) => [x.count().cast(pl.Int64)],
    merge: (at) => [at(0).sum()],
    answer: (at) => at(0),
  },
  mean: {
    piece: (x) => [float(x).sum(), present(x)],
    merge: (at) => [at(0).sum(), at(1).sum()],
    answer: (at) =>
      pl
        .when(at(1).gt(0))
        .then(at(0).div(at(1)))
        .otherwise(pl.lit(null)),
  },
  var: variance,
  std: { ...variance, answer: (at) => variance.answer(at).pow(0.5) },
};

const numbersOnly: readonly ScanAggregation[] = ["sum", "mean", "std", "var"];

/** Every aggregation there is. */
export const scanAggregations = [...Object.keys(steps), "nUnique"] as ScanAggregation[];

/** Refuses what cannot be computed of a column of this type, before any file is read. */
export function checkAsked(empty: pl.DataFrame, asked: readonly Asked[]): void {
  for (const { column, aggregation } of asked) {
    knownColumns([column], empty.columns);
    if (!scanAggregations.includes(aggregation)) {
      throw new TypeError(
        `A scan cannot compute ${JSON.stringify(aggregation)} piece by piece; it has ${scanAggregations.join(", ")}. For others, collect() the columns they need first.`,
      );
    }
    const dtype = dtypeOf(empty.getColumn(column));
    if (numbersOnly.includes(aggregation) && !isNumeric(dtype) && dtype !== "boolean") {
      throw new TypeError(
        `${aggregation} needs numbers, but column ${JSON.stringify(column)} is ${dtype}.`,
      );
    }
  }
}

// Names that no column can collide with while the engine works.
const keyName = (position: number): string => `\u0000key${position}`;
const partName = (position: number, part: number): string => `\u0000part${position}.${part}`;
const valueName = "\u0000value";
const sizeName = "\u0000size";

/** Partial results are merged when there are as many rows of them. */
const mergeAt = 500_000;

/** Groups in order of first appearance. */
const grouped = (
  rows: pl.DataFrame,
  keys: readonly string[],
  results: readonly pl.Expr[],
): pl.DataFrame =>
  rows
    .lazy()
    .groupBy([...keys], { maintainOrder: true })
    .agg(...results)
    .collectSync();

/** Groups of rows that come in pieces; only partial results are kept, a row for each group. */
export class RunningGroups {
  readonly #keys: readonly string[];
  readonly #asked: readonly Asked[];
  readonly #dropNa: boolean;
  #parts: pl.DataFrame[] = [];
  #rows = 0;
  /** The different values of each group so far, by the position of the result. */
  readonly #origins = new Map<string, number>();
  readonly #values = new Map<number, pl.DataFrame>();

  constructor(keys: readonly string[], asked: readonly Asked[], dropNa: boolean) {
    this.#keys = keys;
    this.#asked = asked;
    this.#dropNa = dropNa;
  }

  get #keyNames(): string[] {
    return this.#keys.length === 0 ? [keyName(0)] : this.#keys.map((_, at) => keyName(at));
  }

  add(rows: pl.DataFrame): void {
    const keys = this.#keys.map((key, at) => rows.getColumn(key).alias(keyName(at)));
    const all = pl.Series(keyName(0), new Uint8Array(rows.height));
    const wide = rows.withColumns(...(keys.length === 0 ? [all] : keys));
    const keyed = this.#dropNa ? wide.dropNulls(this.#keyNames) : wide;
    const parts = this.#asked.flatMap(({ column, aggregation }, at) => {
      if (aggregation === "nUnique") {
        this.#addValues(keyed, column, at);
        return [];
      }
      const x = pl.nth(rows.columns.indexOf(column));
      const isBoolean = dtypeOf(rows.getColumn(column)) === "boolean";
      const numbers = isBoolean && numbersOnly.includes(aggregation) ? x.cast(pl.Int64) : x;
      const spread = aggregation === "std" || aggregation === "var";
      const origin = spread ? this.#originOf(keyed, column) : 0;
      const moved = numbers.sub(pl.lit(origin));
      return steps[aggregation]
        .piece(spread ? moved : numbers)
        .map((part, i) => part.alias(partName(at, i)));
    });
    const part = grouped(keyed, this.#keyNames, [
      ...parts,
      pl.len().cast(pl.Int64).alias(sizeName),
    ]);
    this.#parts.push(part);
    this.#rows += part.height;
    if (this.#parts.length > 1 && this.#rows > mergeAt) this.#merge();
  }

  /** The groups in order of their keys; `size` is the name of a column with their numbers of rows. */
  result(empty: pl.DataFrame, sort: boolean, size: string | undefined): pl.DataFrame {
    if (this.#parts.length === 0) this.add(empty);
    this.#merge();
    let [out] = this.#parts as [pl.DataFrame];
    for (const [at, values] of this.#values) {
      const counts = values
        .dropNulls([valueName])
        .groupBy(this.#keyNames)
        .agg(pl.len().cast(pl.Int64).alias(partName(at, 0)));
      out = out.join(counts, {
        on: this.#keyNames,
        how: "left",
        nullsEqual: true,
        maintainOrder: "left",
      });
    }
    if (sort && this.#keys.length > 0) out = out.sort({ by: this.#keyNames, nullsLast: true });
    const answers = this.#asked.map(({ aggregation, as }, at) =>
      (aggregation === "nUnique"
        ? pl.col(partName(at, 0)).fillNull(0).cast(pl.Int64)
        : steps[aggregation].answer((i) => pl.col(partName(at, i)))
      ).alias(as),
    );
    const keys = this.#keys.map((key, at) => pl.col(keyName(at)).alias(key));
    const sizes = size === undefined ? [] : [pl.col(sizeName).alias(size)];
    return pl.DataFrame(
      out
        .select(...keys, ...answers, ...sizes)
        .getColumns()
        .map(nanToNull),
    );
  }

  #merge(): void {
    const parts = this.#asked.flatMap(({ aggregation }, at) =>
      aggregation === "nUnique"
        ? []
        : steps[aggregation]
            .merge((i) => pl.col(partName(at, i)))
            .map((part, i) => part.alias(partName(at, i))),
    );
    const merged = grouped(pl.concat(this.#parts), this.#keyNames, [
      ...parts,
      pl.col(sizeName).sum(),
    ]);
    this.#parts = [merged];
    this.#rows = merged.height;
  }

  /** Some value of a column, always the same one. */
  #originOf(rows: pl.DataFrame, column: string): number {
    let origin = this.#origins.get(column);
    if (origin !== undefined) return origin;
    const [first] = rows.getColumn(column).dropNulls().head(1).toArray() as unknown[];
    origin = Number(first ?? 0);
    if (!Number.isFinite(origin)) origin = 0;
    if (first !== undefined) this.#origins.set(column, origin);
    return origin;
  }

  #addValues(keyed: pl.DataFrame, column: string, at: number): void {
    const found = keyed
      .select(
        ...this.#keyNames.map((key) => pl.col(key)),
        pl.nth(keyed.columns.indexOf(column)).alias(valueName),
      )
      .unique();
    const before = this.#values.get(at);
    this.#values.set(at, before === undefined ? found : pl.concat([before, found]).unique());
  }
}
