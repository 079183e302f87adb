import type { Closed } from "./time-window.ts";

/** Which rows a result sees: those from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The rows that the result of each row is made from. */
export type Spans = (row: number) => Span;

/** How many present values a result needs; with fewer it is missing. */
export interface WindowOptions {
  /** Default: the whole window for `rolling`, 1 for `expanding`. */
  readonly minPeriods?: number;
}

export interface RollingOptions extends WindowOptions {
  /** Whether the row stands in the middle of its window (default: at its end). */
  readonly center?: boolean;
}

/** Windows of time: `rolling("7d", { on: dates })`. */
export interface TimeWindowOptions<Dates> {
  /** How many present values a result needs. Default 1. */
  readonly minPeriods?: number;
  /** The dates, in order. Default: the row labels, which must be dates. */
  readonly on?: Dates;
  /** Which ends of the window belong to it. Default `"right"`: the row itself does. */
  readonly closed?: Closed;
}

/** A fixed number of rows, some of them after the row itself. */
export interface RowWindow {
  readonly size: number;
  readonly ahead: number;
}

export const rollingWindow = (size: number, center: boolean): RowWindow => ({
  size,
  ahead: center ? (size - 1) >> 1 : 0,
});

/** Windows of a fixed number of rows. */
export function rollingSpans({ size, ahead }: RowWindow, length: number): Spans {
  return (row) => {
    const end = row + ahead + 1;
    return { start: Math.max(0, end - size), end: Math.min(length, end) };
  };
}

/** All rows up to this one. */
export const expandingSpans: Spans = (row) => ({ start: 0, end: row + 1 });

/** @throws RangeError naming the option and what it must be */
export function wholeNumber(verb: string, name: string, value: number, least: number): number {
  if (Number.isInteger(value) && value >= least) return value;
  throw new RangeError(`${verb}: ${name} is a whole number from ${least}; got ${String(value)}.`);
}
