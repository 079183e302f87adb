import pl from "nodejs-polars";
import type { DataFrame } from "../../data-frame/data-frame.ts";
import type { Row } from "../../engine/cell.ts";
import { adopt } from "../../engine/adopt.ts";
import { frameOf } from "../../engine/make.ts";
import { knownColumns, unknownColumn } from "../../engine/names.ts";
import { shown } from "../../engine/cell.ts";
import { each, type Step, union } from "./step.ts";
import { touched } from "./touched.ts";

type OfColumns = (columns: never) => never;

export const selectStep = (names: readonly string[]): Step =>
  each(
    (piece) => piece.select(...names),
    () => names,
  );

export const dropStep = (names: readonly string[]): Step =>
  each(
    (piece) => piece.drop({ columns: names }),
    (wanted, before) => wanted ?? before.columns.filter((name) => !names.includes(name)),
  );

export const renameStep = (names: Readonly<Record<string, string>>): Step => {
  const before = new Map(Object.entries(names).map(([from, to]) => [to, from]));
  return each(
    (piece) => {
      // Only the columns that are read are there to be renamed.
      const own = Object.entries(names).filter(([from]) => piece.columns.includes(from));
      return piece.rename(Object.fromEntries(own));
    },
    (wanted) => wanted?.map((name) => before.get(name) ?? name),
  );
};

/** A condition in the words of this package or of the engine. */
export function filterStep(condition: OfColumns | pl.Expr): Step {
  if (typeof condition === "function" && !isExpression(condition)) {
    return each(
      (piece) => piece.filter(condition as unknown as (columns: unknown) => never),
      (wanted, before) => union(wanted, touched(condition, before)),
    );
  }
  if (!isExpression(condition)) {
    throw new TypeError(
      `filter of a scan takes a function of the columns, ({ age }) => age.gt(3), or an expression of polars; got ${shown(condition)}.`,
    );
  }
  return engineStep((rows) => rows.filter(condition));
}

export const assignStep = (columns: Readonly<Record<string, unknown>>): Step => {
  const made = Object.entries(columns).map(([name, values]): [string, OfColumns] => {
    if (typeof values === "function") return [name, values as OfColumns];
    throw new TypeError(
      `assign of a scan takes functions of the columns; ${JSON.stringify(name)} is ${shown(values)}.`,
    );
  });
  const names = new Set(made.map(([name]) => name));
  return each(
    (piece) =>
      piece.assign(Object.fromEntries(made) as Record<string, never>) as unknown as DataFrame,
    (wanted, before) =>
      made.reduce<readonly string[] | undefined>(
        (needed, [, values]) => union(needed, touched(values, before)),
        wanted?.filter((name) => !names.has(name)),
      ),
  );
};

/** Columns computed by expressions of the engine, which do not tell what they read. */
export const engineStep = (change: (rows: pl.LazyDataFrame) => pl.LazyDataFrame): Step =>
  each(
    (piece) => {
      try {
        return frameOf<Row>(adopt(change(piece.table.data.lazy()).collectSync()));
      } catch (error) {
        const [, wrong] = /unable to find column "([^"]*)"/u.exec(String(error)) ?? [];
        throw wrong === undefined ? error : unknownColumn(wrong, piece.columns);
      }
    },
    () => undefined,
  );

const isExpression = (value: unknown): value is pl.Expr => pl.Expr.isExpr(value);

/** Checks the names of a step before it is made. */
export const known = (names: readonly string[], { columns }: DataFrame): readonly string[] =>
  knownColumns(names, columns);
