import type pl from "nodejs-polars";
import { type Label, shown } from "../engine/cell.ts";
import { fromEngine } from "../engine/from-engine.ts";
import { dtypeOf } from "../engine/dtypes.ts";
import { filterRows, sliceRows, type Table, takeRows } from "../engine/table.ts";
import { toEngine } from "../engine/to-engine.ts";
import { positionsOf } from "./labels.ts";

/** A column of booleans as a class of this package carries it. */
export interface ColumnLike {
  /** @internal */
  readonly data: pl.Series;
}

/** Rows or columns: labels or positions, slices such as `"1:5"`, or a boolean for each. */
export type RowSelector = readonly (Label | undefined)[] | ColumnLike | string;

export const isColumn = (value: unknown): value is ColumnLike =>
  typeof value === "object" && value !== null && "data" in value && "labels" in value;

/** A mask as long as the table, or an error that says what was given. */
export function maskOf(height: number, mask: ColumnLike | readonly unknown[]): pl.Series {
  const series = isColumn(mask) ? mask.data : toEngine("mask", mask);
  const empty = series.length === 0 && height === 0;
  if (!empty && dtypeOf(series) !== "boolean") {
    throw new TypeError(
      `A row filter is a column of booleans; got ${dtypeOf(series)}. Compare first: column.gt(3).`,
    );
  }
  if (series.length !== height) {
    throw new RangeError(`The filter has ${series.length} values for ${height} rows.`);
  }
  return series;
}

const slicePattern = /^(.*?):(.*)$/su;

/** The end of a position slice: empty means the default, negative counts from the end. */
function bound(text: string, height: number, missing: number, whole: string): number {
  if (text.trim() === "") return missing;
  const number = Number(text);
  if (!Number.isInteger(number)) {
    throw new RangeError(
      `Row slice ${JSON.stringify(whole)} is not "start:end" with whole numbers.`,
    );
  }
  return Math.min(Math.max(number < 0 ? height + number : number, 0), height);
}

/** `[start, end)` of a position slice. */
export function positionSlice(text: string, height: number): [number, number] {
  const [, from = "", to = ""] = slicePattern.exec(text) ?? [];
  const start = bound(from, height, 0, text);
  return [start, Math.max(start, bound(to, height, height, text))];
}

/** `[start, end)` of a label slice, whose end label belongs to it. */
function labelSlice(table: Table, text: string): [number, number] {
  const height = table.data.height;
  const [, from = "", to = ""] = slicePattern.exec(text) ?? [];
  if (table.index === undefined) {
    const [start] = positionSlice(`${from}:`, height);
    return [start, to.trim() === "" ? height : Math.max(start, Math.min(height, Number(to) + 1))];
  }
  const numeric = dtypeOf(table.index) !== "string";
  const label = (written: string): Label => {
    const bare = written.trim().replace(/^"(.*)"$/su, "$1");
    return numeric ? Number(bare) : bare;
  };
  const start = from.trim() === "" ? 0 : (positionsOf(table, label(from))[0] ?? 0);
  const end = to.trim() === "" ? height : (positionsOf(table, label(to)).at(-1) ?? 0) + 1;
  return [start, Math.max(start, end)];
}

function onePosition(position: unknown, height: number): number {
  const from = typeof position === "number" && position < 0 ? height + position : position;
  if (typeof from !== "number" || !Number.isInteger(from) || from < 0 || from >= height) {
    throw new RangeError(
      `There is no row ${shown(position)}: there are ${height}, numbered from 0.`,
    );
  }
  return from;
}

/** Rows by position or label, by slices, or by a boolean mask. */
export function selectRows(table: Table, rows: RowSelector, by: "position" | "label"): Table {
  const height = table.data.height;
  if (isColumn(rows)) return filterRows(table, maskOf(height, rows));
  const wanted = typeof rows === "string" ? [rows] : rows;
  if (wanted.length > 0 && wanted.every((row) => typeof row === "boolean")) {
    return filterRows(table, maskOf(height, wanted));
  }
  const isSlice = (row: unknown): row is string =>
    typeof row === "string" && row.includes(":") && (by === "position" || !hasLabel(table, row));
  const range = (slice: string): [number, number] =>
    by === "position" ? positionSlice(slice, height) : labelSlice(table, slice);
  const [only] = wanted;
  if (wanted.length === 1 && isSlice(only)) {
    const [start, end] = range(only);
    return sliceRows(table, start, end - start);
  }
  const positions = wanted.flatMap((row) => {
    if (isSlice(row)) {
      const [start, end] = range(row);
      return Array.from({ length: end - start }, (_, i) => start + i);
    }
    return by === "position" ? [onePosition(row, height)] : positionsOf(table, row ?? null);
  });
  return takeRows(table, positions);
}

/** A label may itself contain a colon; then it is a label. */
const hasLabel = (table: Table, text: string): boolean =>
  table.index !== undefined &&
  dtypeOf(table.index) === "string" &&
  fromEngine(table.index).includes(text);
