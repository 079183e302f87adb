import { shown } from "../engine/cell.ts";
import { day } from "../dates/civil.ts";
import { forward, type Frequency, type Slots } from "../dates/frequency.ts";
import { instantOf } from "../dates/instant.ts";
import { localize, wallsIn } from "../dates/zones.ts";

/** Where equal steps count from: a name, or a date. */
export type Origin = "startDay" | "start" | "epoch" | "end" | "endDay" | Date;

export interface BinOptions {
  /** Which end of a bin belongs to it. Default `"left"`; `"right"` for ME, QE, YE and W. */
  readonly closed?: "left" | "right";
  /** Which end of a bin names it. Default as `closed`. */
  readonly label?: "left" | "right";
  /** From where equal steps count: the midnight before the first date (default), the first or last date, 1970, or a date. */
  readonly origin?: Origin;
}

/** Bins in time: their names (instants), and the bin of each row (−1: the row has no date). */
export interface Bins {
  readonly labels: Float64Array;
  readonly of: Int32Array;
}

interface Settled {
  readonly closed: "left" | "right";
  readonly label: "left" | "right";
  readonly origin: Origin;
}

function settled(freq: Frequency, options: BinOptions): Settled {
  const { origin = "startDay" } = options;
  const right = (freq.kind === "slots" && freq.end) || origin === "end" || origin === "endDay";
  const byDefault = right ? "right" : "left";
  const { closed = byDefault, label = byDefault } = options;
  for (const [name, value] of [
    ["closed", closed],
    ["label", label],
  ]) {
    if (value !== "left" && value !== "right") {
      throw new TypeError(`resample: ${name} is "left" or "right"; got ${shown(value)}.`);
    }
  }
  return { closed, label, origin };
}

/** More bins than this are a mistake in the frequency. */
const most = 20_000_000;

function steps(first: number, last: number, step: number): Float64Array {
  const count = Math.floor((last - first) / step) + 1;
  if (count > most)
    throw new RangeError(`resample would make ${count} rows; choose a longer step.`);
  return Float64Array.from({ length: count }, (_, at) => first + at * step);
}

const modulo = (value: number, by: number): number => ((value % by) + by) % by;

function tickEdges(
  [first, last]: readonly [number, number],
  ms: number,
  { closed, origin }: Settled,
  midnight: (time: number) => number,
  fixed: (origin: Date | string) => number,
): Float64Array {
  let from = midnight(first);
  if (origin === "epoch") from = fixed("1970-01-01");
  else if (origin === "start") from = first;
  else if (origin === "end" || origin === "endDay") {
    const to = origin === "end" || midnight(last) === last ? last : midnight(last) + day;
    first = to - (Math.floor((to - first) / ms) + (closed === "left" ? 1 : 0)) * ms;
    from = first;
  } else if (origin !== "startDay") from = fixed(origin);
  const [before, after] = [modulo(first - from, ms), modulo(last - from, ms)];
  const rest = after > 0 ? ms - after : 0;
  return closed === "right"
    ? steps(first - (before > 0 ? before : ms), last + rest, ms)
    : steps(first - before, last + (after > 0 ? rest : ms), ms);
}

function slotEdges(
  [first, last]: readonly [number, number],
  slots: Slots,
  closed: string,
): Float64Array {
  const [from, to] = [Math.floor(first / day), Math.floor(last / day)];
  const start = closed === "left" ? slots.at(from) : forward(slots, from) - slots.n;
  return steps(start, slots.at(to) + slots.n, slots.n).map((slot) => slots.day(slot) * day);
}

/** The bins of a frequency over dates, as pandas lays them. */
export function binsOf(
  instants: Float64Array,
  zone: string | undefined,
  freq: Frequency,
  options: BinOptions,
): Bins {
  const how = settled(freq, options);
  const byClock = zone !== undefined && (freq.kind === "slots" || freq.days);
  const times = byClock ? wallsIn(instants, zone) : instants;
  let [first, last] = [Infinity, -Infinity];
  for (const time of times) {
    if (time < first) first = time;
    if (time > last) last = time;
  }
  const of = new Int32Array(instants.length).fill(-1);
  if (first > last) return { labels: new Float64Array(0), of };
  const toInstants = (edges: Float64Array): Float64Array =>
    byClock ? localize(edges, zone, { ambiguous: "earliest", nonexistent: "shiftForward" }) : edges;
  const floored = (time: number): number => Math.floor(time / day) * day;
  const midnight = (time: number): number => {
    if (zone === undefined || byClock) return floored(time);
    const wall = floored(wallsIn(Float64Array.of(time), zone)[0]);
    return localize(Float64Array.of(wall), zone, {
      ambiguous: "earliest",
      nonexistent: "shiftForward",
    })[0];
  };
  const fixed = (origin: Date | string): number => {
    const instant = instantOf("resample", origin, zone);
    return byClock ? wallsIn(Float64Array.of(instant), zone)[0] : instant;
  };
  let names =
    freq.kind === "ticks"
      ? tickEdges([first, last], freq.ms, how, midnight, fixed)
      : slotEdges([first, last], freq, how.closed);
  const untilMidnight = freq.kind === "slots" && freq.end && how.closed === "right";
  let edges = untilMidnight ? names.map((name) => name + day - 1) : names;
  if (freq.kind === "slots" && freq.end && edges[edges.length - 2] > last) {
    [names, edges] = [names.slice(0, -1), edges.slice(0, -1)];
  }
  const [borders, named] = [toInstants(edges), toInstants(names)];
  place(instants, borders, how.closed === "right", of);
  const labels = how.label === "right" ? named.slice(1) : named.slice(0, -1);
  return { labels, of };
}

/** Puts each row into the bin whose border follows it. */
function place(
  instants: Float64Array,
  borders: Float64Array,
  right: boolean,
  of: Int32Array,
): void {
  const bins = borders.length - 1;
  for (let row = 0; row < instants.length; row += 1) {
    const instant = instants[row];
    if (Number.isNaN(instant)) continue;
    let [low, high] = [0, bins - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      const border = borders[middle + 1];
      if (instant < border || (right && instant === border)) high = middle;
      else low = middle + 1;
    }
    of[row] = low;
  }
}
