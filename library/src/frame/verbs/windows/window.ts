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

/** Windows of `size` rows. */
export function rollingSpans(size: number, length: number, center: boolean): Spans {
  const ahead = center ? (size - 1) >> 1 : 0;
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
