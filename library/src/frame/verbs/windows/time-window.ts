import { durationOf } from "../../dates/durations.ts";
import type { Spans } from "./window.ts";

/** Which ends of a window of time belong to it. */
export type Closed = "right" | "left" | "both" | "neither";

const ends: Readonly<Record<Closed, readonly [start: boolean, end: boolean]>> = {
  right: [false, true],
  left: [true, false],
  both: [true, true],
  neither: [false, false],
};

/**
 * The rows in the time before each row's moment, as long as `window` says.
 *
 * @param times milliseconds, one a row
 * @throws RangeError for a window that is no duration above 0, moments that are missing or go back
 */
export function timeSpans(times: Float64Array, window: string, closed: Closed): Spans {
  const width = durationOf("rolling", window);
  if (!(width > 0)) throw new RangeError(`rolling: a window of time is above 0; got "${window}".`);
  if (!(closed in ends)) {
    const known = Object.keys(ends).join(", ");
    throw new RangeError(`rolling: closed is one of ${known}; got ${JSON.stringify(closed)}.`);
  }
  const wrong = times.findIndex(
    (time, row) => !(row === 0 ? time === time : time >= times[row - 1]),
  );
  if (wrong >= 0) {
    const what = Number.isNaN(times[wrong]) ? "has no date" : "is earlier than the row before it";
    throw new RangeError(
      `rolling: windows of time need dates in order, but row ${wrong} ${what}. Sort by the dates, and drop rows without one.`,
    );
  }
  const [withStart, withEnd] = ends[closed];
  const starts = new Int32Array(times.length);
  const stops = new Int32Array(times.length);
  let [start, stop] = [0, 0];
  for (let row = 0; row < times.length; row += 1) {
    const from = times[row] - width;
    while (start < row && (withStart ? times[start] < from : times[start] <= from)) start += 1;
    if (withEnd) stop = row + 1;
    else while (stop < row && times[stop] < times[row]) stop += 1;
    starts[row] = Math.min(start, stop);
    stops[row] = stop;
  }
  return (row) => ({ start: starts[row], end: stops[row] });
}
