import { type Matrix, readColumns, Table, type TableLike } from "../matrix/index.ts";
import { Transformer } from "./transformer.ts";

/** A transformer whose features may hold texts, truth values and dates as well as numbers. */
export abstract class CellTransformer<
  P extends object,
  S extends object,
  Out = Matrix,
> extends Transformer<P, S, TableLike, Out> {
  /**
   * Reads the samples to learn from.
   *
   * @throws RangeError when there are none, or no features
   */
  protected readFitColumns(x: TableLike): Table {
    const table = readColumns(x, this.name);
    if (table.cells.length > 0 && table.rows === 0) {
      throw new RangeError(
        `${this.name} needs at least one sample to learn from; it received none.`,
      );
    }
    if (table.cells.length === 0) {
      const none = Array.isArray(x) && x.length === 0 ? "sample" : "feature";
      throw new RangeError(`${this.name} needs at least one ${none}; it received none.`);
    }
    return table;
  }

  /**
   * Reads samples after `fit`. A frame's columns are taken by their names where both have names.
   *
   * @throws NotFittedError before `fit`; RangeError for other features than `fit` saw
   */
  protected readMoreColumns(x: TableLike): Table {
    this.fitted("result");
    const table = readColumns(x, this.name);
    const wanted = this.featureNamesIn_;
    if (wanted !== undefined && table.names !== undefined) return byNames(table, wanted, this.name);
    if (table.cells.length !== this.nFeaturesIn_ && table.rows > 0) {
      throw new RangeError(
        `This ${this.name} learned from ${this.nFeaturesIn_} features; it received ${table.cells.length}.`,
      );
    }
    return wanted ? new Table(table.cells, table.rows, wanted) : table;
  }

  /** The names of the features that `fit` saw: those given, else `x0`, `x1`, …. */
  protected namesIn(): string[] {
    const length = this.nFeaturesIn_;
    return [...(this.featureNamesIn_ ?? Array.from({ length }, (_, j) => `x${j}`))];
  }
}

function byNames(table: Table, wanted: readonly string[], who: string): Table {
  const positions = wanted.map((name) => table.columns.indexOf(name));
  const lacking = wanted.filter((_, j) => positions[j] < 0);
  if (lacking.length === 0) return table.takeColumns(positions);
  throw new RangeError(
    `This ${who} learned from features that are not here: ${lacking.map((name) => JSON.stringify(name)).join(", ")}. Here are: ${table.columns.join(", ")}.`,
  );
}
