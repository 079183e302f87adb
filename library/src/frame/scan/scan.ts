import { inspect } from "node:util";
import pl from "nodejs-polars";
import type { ToCSVOptions } from "../csv/write.ts";
import type { ColumnsOf } from "../data-frame/base.ts";
import type { DataFrame } from "../data-frame/data-frame.ts";
import { adopt } from "../engine/adopt.ts";
import type { Name, Row } from "../engine/cell.ts";
import type { DType } from "../engine/dtypes.ts";
import { frameOf } from "../engine/make.ts";
import { knownColumns } from "../engine/names.ts";
import { checkOptions } from "../engine/options.ts";
import { toEngine } from "../engine/to-engine.ts";
import type { SeriesBase } from "../series/base.ts";
import { runQuery } from "../sql/index.ts";
import type { GroupByOptions } from "../groups/keys.ts";
import type { SortOptions } from "../verbs/sort.ts";
import { ScanGroupBy } from "./group-by.ts";
import { releaseFrames } from "./memory.ts";
import { rowsAtATime } from "./regroup.ts";
import { sinkParquet, sinkText, spooled } from "./sink.ts";
import { type Source, WiderSchema } from "./source/source.ts";
import {
  assignStep,
  dropStep,
  engineStep,
  filterStep,
  renameStep,
  selectStep,
} from "./steps/rows.ts";
import type { Names, Pieces, Step } from "./steps/step.ts";
import { headStep, joined, sortStep, topStep } from "./steps/whole.ts";

type Flat<T> = { [K in keyof T]: T[K] };
type Condition<R extends object> =
  ((columns: ColumnsOf<R>) => SeriesBase<boolean> | SeriesBase<boolean | null>) | pl.Expr;

/**
 * Files that are read a piece at a time, and the steps that are done on the way. Nothing is read before
 * `collect`, `chunks` or a `sink` asks for it, and only the columns that the steps need. Made by
 * {@link scan}; every step returns a new scan.
 *
 * A function of the columns sees one piece at a time: what it makes of a row must depend on that row
 * alone, not on a mean of all rows.
 */
export class Scan<R extends object = Row> {
  readonly #source: Source;
  readonly #steps: readonly Step[];

  /** @internal */
  constructor(source: Source, steps: readonly Step[]) {
    this.#source = source;
    this.#steps = steps;
    // Wrong names and types show at the step that has them, not when the files are read.
    this.#empties();
  }

  /** The names of the columns, in order. */
  get columns(): Name<R>[] {
    return this.#result().columns as Name<R>[];
  }

  /** The type of each column, as far as the files were read. */
  get dtypes(): DType[] {
    return this.#result().dtypes;
  }

  /** Some columns, in this order; the others are not read. */
  select<K extends Name<R>>(...names: readonly K[]): Scan<Pick<R, K>> {
    return this.#then(selectStep(knownColumns(names, this.columns)));
  }

  /** The rows without some columns. */
  drop<K extends Name<R>>(what: { readonly columns: readonly K[] }): Scan<Omit<R, K>> {
    checkOptions("drop", what, ["columns"]);
    return this.#then(dropStep(knownColumns(what.columns, this.columns)));
  }

  /** Other column names, given by their present ones. */
  rename<const M extends { readonly [K in Name<R>]?: string }>(
    names: M,
  ): Scan<{ [K in keyof R as K extends keyof M ? (M[K] extends string ? M[K] : K) : K]: R[K] }> {
    knownColumns(Object.keys(names), this.columns);
    return this.#then(renameStep(names as Readonly<Record<string, string>>));
  }

  /** The rows where a condition holds: a function of the columns, or an expression of polars. */
  filter(condition: Condition<R>): Scan<R> {
    return this.#then(filterStep(condition as never));
  }

  /** New columns, each a function of the columns. */
  assign<New extends Record<string, (columns: ColumnsOf<R>) => SeriesBase<unknown>>>(
    columns: New,
  ): Scan<
    Flat<
      Omit<R, keyof New> & {
        [K in keyof New]: ReturnType<New[K]> extends SeriesBase<infer T> ? T : never;
      }
    >
  > {
    return this.#then(assignStep(columns));
  }

  /** New columns by expressions of polars, each under its alias. `New` says what they are. */
  withColumns<New extends object = Row>(
    ...expressions: readonly pl.Expr[]
  ): Scan<Flat<Omit<R, keyof New> & New>> {
    return this.#then(engineStep((rows) => rows.withColumns(...(expressions as pl.Expr[]))));
  }

  /** The first rows (5); the rest of the files is not read. */
  head(rows = 5): Scan<R> {
    return this.#then(headStep(rows));
  }

  /** The rows in order of columns, which takes the memory of all of them; {@link top} does not. */
  sortValues(by: Name<R> | readonly Name<R>[], options: SortOptions = {}): Scan<R> {
    checkOptions("sortValues", options, ["ascending", "naPosition"]);
    return this.#then(sortStep(typeof by === "string" ? [by] : by, options));
  }

  /** The first rows in order of columns: `sortValues(by, options).head(rows)` in little memory. */
  top(rows: number, by: Name<R> | readonly Name<R>[], options: SortOptions = {}): Scan<R> {
    checkOptions("top", options, ["ascending", "naPosition"]);
    const names = knownColumns(typeof by === "string" ? [by] : by, this.columns);
    return this.#then(topStep(names, options, rows));
  }

  /** The rows in groups of equal keys; without any key, all rows are one group. */
  groupby<K extends Name<R>>(
    keys: K | readonly K[],
    options: GroupByOptions = {},
  ): ScanGroupBy<R, K> {
    checkOptions("groupby", options, ["sort", "dropNa"]);
    const names = knownColumns(typeof keys === "string" ? [keys] : keys, this.columns) as K[];
    return new ScanGroupBy<R, K>(names, options, this.#result(), (step) => this.#then(step));
  }

  /** The number of rows. */
  async count(): Promise<number> {
    const { size } = (await this.groupby([]).size().collect()).toColumns();
    return size[0] ?? 0;
  }

  /**
   * An SQL query (polars' dialect) over the rows, which it calls `self`. Parquet files are read as they
   * are; of others, a copy in Parquet is made in the temporary folder first and removed afterwards.
   */
  async sql<S extends object = Row>(query: string): Promise<DataFrame<S>> {
    const run = (self: pl.LazyDataFrame): DataFrame<S> =>
      frameOf(adopt(runQuery(query, { self }, true)));
    const { lazy } = this.#source;
    if (lazy !== undefined && this.#steps.length === 0) return run(lazy());
    return this.#whole((pieces) => spooled(pieces, run));
  }

  /** Runs the steps; the result is a frame in memory. */
  async collect(): Promise<DataFrame<R>> {
    return this.#whole(async (pieces) => {
      const all: DataFrame[] = [];
      for await (const piece of pieces) all.push(piece);
      return joined(all.length > 0 ? all : [this.#result()]) as unknown as DataFrame<R>;
    });
  }

  /**
   * Runs the steps piece by piece.
   *
   * @param options `rows`: how many rows a frame has, the last one aside. Default: as they come.
   */
  chunks(options: { readonly rows?: number } = {}): AsyncGenerator<DataFrame<R>> {
    checkOptions("chunks", options, ["rows"]);
    const { rows } = options;
    const pieces = this.#pieces();
    return (rows === undefined ? pieces : rowsAtATime(pieces, rows)) as AsyncGenerator<
      DataFrame<never>
    > as AsyncGenerator<DataFrame<R>>;
  }

  /** Runs the steps and writes the rows as a Parquet file. */
  async sinkParquet(filePath: string): Promise<void> {
    await this.#whole((pieces) => sinkParquet(pieces, filePath));
  }

  /** Runs the steps and writes the rows as a CSV file. */
  async sinkCSV(filePath: string, options: Omit<ToCSVOptions, "filePath"> = {}): Promise<void> {
    const { header = true } = options;
    await this.#whole((pieces) =>
      sinkText(pieces, this.#result(), filePath, (piece, at) =>
        piece.toCSV({ ...options, header: header && at === 0 }),
      ),
    );
  }

  /** Runs the steps and writes one JSON record a line. */
  async sinkNDJSON(filePath: string): Promise<void> {
    await this.#whole((pieces) =>
      sinkText(pieces, this.#result(), filePath, (piece) => piece.toNDJSON()),
    );
  }

  toString(): string {
    const columns = this.columns.map((name, at) => `${name}: ${this.dtypes[at]}`);
    return `Scan of ${columns.join(", ")}; nothing is read before collect() or chunks()`;
  }

  [inspect.custom](): string {
    return this.toString();
  }

  #then<Next extends object>(step: Step): Scan<Next> {
    return new Scan<Next>(this.#source, [...this.#steps, step]);
  }

  /** A frame without rows before each step, and the one after the last. */
  #empties(): DataFrame[] {
    const columns = [...this.#source.schema].map(([name, dtype]) => toEngine(name, [], dtype));
    const first: DataFrame = frameOf({ data: pl.DataFrame(columns), index: undefined });
    const empties = [first];
    for (const step of this.#steps) empties.push(step.empty(empties.at(-1) ?? first));
    return empties;
  }

  #result(): DataFrame {
    const empties = this.#empties();
    return empties[empties.length - 1];
  }

  /** The columns of the files that the steps need. */
  #columns(): readonly string[] {
    const empties = this.#empties();
    let wanted: Names;
    for (let at = this.#steps.length - 1; at >= 0; at -= 1) {
      wanted = this.#steps[at]?.needs(wanted, empties[at]);
    }
    const all = [...this.#source.schema.keys()];
    return wanted === undefined ? all : all.filter((name) => wanted.includes(name));
  }

  async *#pieces(): AsyncGenerator<DataFrame> {
    let pieces: Pieces = framesOf(this.#source, this.#columns());
    for (const step of this.#steps) pieces = step.run(pieces);
    yield* pieces;
  }

  /** Runs all pieces through; where a type turns out to be too narrow, again with the wider one. */
  async #whole<Result>(run: (pieces: Pieces) => Promise<Result>): Promise<Result> {
    for (;;) {
      try {
        return await run(this.#pieces());
      } catch (error) {
        if (!(error instanceof WiderSchema)) throw error;
      }
    }
  }
}

/** Frames that are used up are let go of when they come to as many cells, some 40 MB. */
const heldCells = 2_500_000;

async function* framesOf(source: Source, columns: readonly string[]): AsyncGenerator<DataFrame> {
  let held = 0;
  for await (const data of source.frames(columns)) {
    held += data.height * data.width;
    yield frameOf({ data, index: undefined });
    if (held < heldCells) continue;
    await releaseFrames();
    held = 0;
  }
}
