import pl from "nodejs-polars";
import { variantOf } from "../engine/dtypes.ts";
import { nearest } from "../engine/names.ts";
import { hour } from "./civil.ts";

/** What a time becomes that a clock shows twice, when it is set back. */
export type Ambiguous = "raise" | "earliest" | "latest" | "infer" | "null" | readonly boolean[];

/** What a time becomes that a clock never shows, when it is set forward. */
export type Nonexistent = "raise" | "shiftForward" | "shiftBackward" | "null";

export interface LocalizeOptions {
  /**
   * For a time that a clock shows twice: `"raise"` (default), the `"earliest"` or `"latest"`, `"null"`,
   * `"infer"` from the order of the rows, or a boolean for each row (true: summer time).
   */
  readonly ambiguous?: Ambiguous;
  /** For a time that a clock never shows: `"raise"` (default), `"shiftForward"`, `"shiftBackward"`, `"null"`. */
  readonly nonexistent?: Nonexistent;
}

/** The time zone of a column of dates; undefined where it has none. */
export function zoneOf(series: pl.Series): string | undefined {
  if (variantOf(series) !== "Datetime") return undefined;
  // The engine says "" of some columns without a zone.
  return (series.dtype as { timeZone?: string | null }).timeZone || undefined;
}

/** The zone's name, or an error that suggests the nearest. */
export function knownZone(zone: unknown): string {
  if (typeof zone === "string") {
    try {
      new Intl.DateTimeFormat("en", { timeZone: zone });
      if (!/^[+-]/u.test(zone)) return zone;
    } catch {
      // Said below.
    }
  }
  const near = typeof zone === "string" ? nearest(zone, Intl.supportedValuesOf("timeZone")) : [];
  const remedy =
    near.length > 0
      ? `Did you mean ${near.map((name) => JSON.stringify(name)).join(" or ")}?`
      : `Names are such as "Europe/Berlin" and "UTC".`;
  throw new RangeError(`${JSON.stringify(zone)} is no time zone. ${remedy}`);
}

/** An expression costs the engine milliseconds to make, so each is made once. */
const made = new Map<string, pl.Expr>();
function expressionOf(key: string, make: () => pl.Expr): pl.Expr {
  const known = made.get(key);
  if (known !== undefined) return known;
  const expression = make();
  made.set(key, expression);
  return expression;
}

const run = (series: pl.Series, key: string, make: () => pl.Expr): pl.Series =>
  pl.DataFrame([series]).select(expressionOf(key, make)).toSeries(0);

/** Milliseconds with NaN for missing as dates without a zone, and back. */
const moments = (): pl.Expr =>
  pl.nth(0).fillNan(pl.lit(null)).cast(pl.Int64).cast(pl.Datetime("ms"));
const counts = (dates: pl.Expr): pl.Expr =>
  dates.cast(pl.Int64).cast(pl.Float64).fillNull(pl.lit(Number.NaN));

const floats = (series: pl.Series): Float64Array =>
  Float64Array.from(series.toTypedArray() as ArrayLike<number>);

const shownIn = (zone: string): pl.Expr =>
  moments().dt.replaceTimeZone("UTC").dt.convertTimeZone(zone);

/** The instants of a column in milliseconds since 1970 in UTC; NaN is missing. */
export function instantsOf(series: pl.Series): Float64Array {
  const zone = zoneOf(series);
  const exact = (): pl.Expr => counts(pl.nth(0).cast(pl.Datetime("ms", zone)));
  return floats(run(series, `instants ${zone}`, exact));
}

/** What a clock of the column's zone shows, in the same count. */
export function wallsOf(series: pl.Series): Float64Array {
  const zone = zoneOf(series);
  return zone === undefined ? instantsOf(series) : wallsIn(instantsOf(series), zone);
}

/** What a clock in a zone shows at these instants. */
export const wallsIn = (instants: Float64Array, zone: string): Float64Array =>
  floats(
    run(pl.Series("x", instants), `walls ${zone}`, () =>
      counts(shownIn(zone).dt.replaceTimeZone(null as never)),
    ),
  );

/** A column of dates from instants. */
export function fromInstants(name: string, instants: Float64Array, zone?: string): pl.Series {
  const numbers = pl.Series("x", instants);
  const dates =
    zone === undefined
      ? run(numbers, "moments", moments)
      : run(numbers, `shown ${zone}`, () => shownIn(zone));
  return dates.alias(name);
}

/** The earlier or later instant at which a clock shows these times; NaN where it never does. */
const attempt = (walls: Float64Array, zone: string, which: "earliest" | "latest"): Float64Array =>
  floats(
    run(pl.Series("x", walls), `${which} ${zone}`, () =>
      counts(moments().dt.replaceTimeZone(zone, which, "null")),
    ),
  );

const shownWall = (wall: number): string =>
  new Date(wall).toISOString().slice(0, 19).replace("T", " ");

/** The instants at which a clock in a zone shows these times. */
export function localize(
  walls: Float64Array,
  zone: string,
  options: LocalizeOptions = {},
): Float64Array {
  const { ambiguous = "raise", nonexistent = "raise" } = options;
  const early = attempt(walls, zone, "earliest");
  const late = attempt(walls, zone, "latest");
  const out = Float64Array.from(early);
  const summers = ambiguous === "infer" ? inferred(walls, early, late, zone) : undefined;
  for (let row = 0; row < walls.length; row += 1) {
    if (Number.isNaN(walls[row])) continue;
    if (Number.isNaN(early[row])) {
      if (nonexistent === "raise") {
        throw new RangeError(
          `There is no ${shownWall(walls[row])} in ${zone} (row ${row}): clocks are set forward. Choose nonexistent: "shiftForward", "shiftBackward" or "null".`,
        );
      }
    } else if (early[row] !== late[row]) {
      if (ambiguous === "raise") {
        throw new RangeError(
          `${shownWall(walls[row])} comes twice in ${zone} (row ${row}): clocks are set back. Choose ambiguous: "earliest", "latest", "infer", "null" or a boolean for each row.`,
        );
      }
      if (ambiguous === "latest") out[row] = late[row];
      else if (ambiguous === "null") out[row] = Number.NaN;
      else if (typeof ambiguous === "object") out[row] = ambiguous[row] ? early[row] : late[row];
      else if (summers !== undefined) out[row] = summers[row] ? early[row] : late[row];
    }
  }
  return nonexistent === "null" || nonexistent === "raise"
    ? out
    : shifted(walls, out, early, zone, nonexistent === "shiftForward" ? 0 : -1);
}

/** Twice the same hour in order: the first time is summer time, after the clock goes back it is not. */
function inferred(
  walls: Float64Array,
  early: Float64Array,
  late: Float64Array,
  zone: string,
): boolean[] {
  const twice = (row: number): boolean => early[row] < late[row];
  const out = new Array<boolean>(walls.length).fill(false);
  let row = 0;
  while (row < walls.length) {
    if (!twice(row)) {
      row += 1;
      continue;
    }
    const start = row;
    while (row < walls.length && twice(row)) row += 1;
    let back = -1;
    for (let at = start + 1; at < row; at += 1) {
      if (walls[at] > walls[at - 1]) continue;
      if (back >= 0) back = Infinity;
      else back = at;
    }
    if (back < 0 || back === Infinity) {
      throw new RangeError(
        `${shownWall(walls[start])} comes twice in ${zone} (row ${start}), and the order of the rows does not tell which is meant. Give a boolean for each row.`,
      );
    }
    for (let at = start; at < back; at += 1) out[at] = true;
  }
  return out;
}

/** Times in a gap moved to its end, or to the last moment before it. */
function shifted(
  walls: Float64Array,
  out: Float64Array,
  early: Float64Array,
  zone: string,
  by: number,
): Float64Array {
  const gaps = new Map<number, number>();
  for (let row = 0; row < walls.length; row += 1) {
    if (Number.isNaN(walls[row]) || !Number.isNaN(early[row])) continue;
    const end = gaps.get(walls[row]) ?? gapIn(walls[row], zone);
    gaps.set(walls[row], end);
    out[row] = end + by;
  }
  return out;
}

/** The instant at which clocks are set forward over a time that they never show. */
function gapIn(wall: number, zone: string): number {
  // Samoa left out a whole day in 2011; no gap is longer.
  const hours = Float64Array.from({ length: 48 }, (_, at) => wall - (at + 1) * hour);
  const before = attempt(hours, zone, "latest").find((instant) => !Number.isNaN(instant)) ?? wall;
  const offsets = (instants: Float64Array): Float64Array =>
    wallsIn(instants, zone).map((shown, at) => shown - instants[at]);
  const [old] = offsets(Float64Array.of(before));
  let [low, high] = [before, wall - old];
  while (high - low > 1) {
    const step = Math.max(1, Math.ceil((high - low) / 1000));
    const count = Math.ceil((high - low) / step);
    const tried = Float64Array.from({ length: count + 1 }, (_, at) =>
      Math.min(high, low + at * step),
    );
    const first = offsets(tried).findIndex((offset) => offset !== old);
    [low, high] = [tried[first - 1], tried[first]];
  }
  return high;
}

/**
 * The instants of times that came from others by rounding: what a clock never shows is moved to the end
 * of the gap, and of two the one with the offset the time had is taken.
 */
export function relocalize(walls: Float64Array, zone: string, origin: Float64Array): Float64Array {
  const early = localize(walls, zone, { ambiguous: "earliest", nonexistent: "shiftForward" });
  const late = localize(walls, zone, { ambiguous: "latest", nonexistent: "shiftForward" });
  const before = wallsIn(origin, zone);
  return early.map((instant, row) =>
    late[row] !== instant && walls[row] - late[row] === before[row] - origin[row]
      ? late[row]
      : instant,
  );
}
