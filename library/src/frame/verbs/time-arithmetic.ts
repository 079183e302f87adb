import pl from "nodejs-polars";
import { durationOf, durationsOf, fromDurations } from "../dates/durations.ts";
import { fromInstants, instantsOf, zoneOf } from "../dates/zones.ts";
import { isDate, shown } from "../engine/cell.ts";
import { asNumbers } from "../engine/compute.ts";
import { dtypeOf } from "../engine/dtypes.ts";
import { nanToNull, toEngine } from "../engine/to-engine.ts";
import { kindOf } from "./operand.ts";
import { isColumn } from "./rows.ts";

export type TimeVerb = "add" | "sub" | "mul" | "div";

interface Side {
  readonly kind: "date" | "duration" | "number" | "other";
  /** Milliseconds, or numbers; one for all rows, or one a row. */
  readonly at: (row: number) => number;
  readonly zone?: string;
  readonly said: string;
}

function columnSide(series: pl.Series): Side {
  const kind = kindOf(dtypeOf(series));
  const said = `column ${JSON.stringify(series.name)}, which is ${dtypeOf(series)}`;
  if (kind === "date") {
    const values = instantsOf(series);
    return { kind, at: (row) => values[row], zone: zoneOf(series), said };
  }
  if (kind === "duration") {
    const values = durationsOf(series);
    return { kind, at: (row) => values[row], said };
  }
  if (kind !== "number" && kind !== "boolean") return { kind: "other", at: () => Number.NaN, said };
  const values = asNumbers(series, "").toArray() as (number | null)[];
  return { kind: "number", at: (row) => values[row] ?? Number.NaN, said };
}

function operandSide(verb: TimeVerb, operand: unknown, rows: number): Side {
  if (isDate(operand)) {
    const instant = operand.getTime();
    return { kind: "date", at: () => instant, said: operand.toISOString() };
  }
  if (isColumn(operand) || Array.isArray(operand)) {
    const series = isColumn(operand) ? operand.data : toEngine("operand", operand);
    if (series.length !== rows) {
      throw new RangeError(`${verb}: one column has ${rows} rows, the other ${series.length}.`);
    }
    return columnSide(series);
  }
  if (operand === null || operand === undefined) {
    return { kind: "duration", at: () => Number.NaN, said: "null" };
  }
  if (typeof operand === "number" && (verb === "mul" || verb === "div")) {
    return { kind: "number", at: () => operand, said: shown(operand) };
  }
  const ms = durationOf(verb, operand as string | number);
  return { kind: "duration", at: () => ms, said: shown(operand) };
}

/** What comes out, by the kinds that go in. */
const results: Readonly<Record<string, "date" | "duration" | "number">> = {
  "date sub date": "duration",
  "date add duration": "date",
  "date sub duration": "date",
  "duration add date": "date",
  "duration add duration": "duration",
  "duration sub duration": "duration",
  "duration mul number": "duration",
  "number mul duration": "duration",
  "duration div number": "duration",
  "duration div duration": "number",
};

const compute: Readonly<Record<TimeVerb, (x: number, y: number) => number>> = {
  add: (x, y) => x + y,
  sub: (x, y) => x - y,
  mul: (x, y) => x * y,
  div: (x, y) => x / y,
};

const isTime = (series: pl.Series): boolean =>
  ["date", "duration"].includes(kindOf(dtypeOf(series)));

/**
 * Arithmetic with dates and durations, where a side has any; otherwise undefined. A duration counts as
 * time passes, also over a change of clocks.
 */
export function timeArithmetic(
  verb: TimeVerb,
  left: pl.Series,
  operand: unknown,
): pl.Series | undefined {
  const other = isDate(operand) || (isColumn(operand) && isTime(operand.data));
  if (!isTime(left) && !other) return undefined;
  const own = columnSide(left);
  const right = operandSide(verb, operand, left.length);
  const result = results[`${own.kind} ${verb} ${right.kind}`];
  if (result === undefined) {
    throw new TypeError(
      `${verb}: column ${JSON.stringify(left.name)} is ${dtypeOf(left)} and cannot be used with ${right.said}.`,
    );
  }
  const out = Float64Array.from({ length: left.length }, (_, row) =>
    compute[verb](own.at(row), right.at(row)),
  );
  if (result === "number") return nanToNull(pl.Series(left.name, out));
  return result === "duration"
    ? fromDurations(left.name, out.map(Math.round))
    : fromInstants(left.name, out, own.zone ?? right.zone);
}
