import pl from "nodejs-polars";
import { isDate, shown } from "../engine/cell.ts";
import {
  type DType,
  dtypeOf,
  engineType,
  isFloat,
  isInteger,
  isNumeric,
} from "../engine/dtypes.ts";
import { durationOf } from "../dates/durations.ts";
import { readInstant } from "../dates/instant.ts";
import { fromInstants, instantsOf, zoneOf } from "../dates/zones.ts";
import { combine, map } from "../engine/compute.ts";
import { toEngine } from "../engine/to-engine.ts";
import { isColumn } from "./rows.ts";

/** The kinds of values between which operators work. */
type Kind = "number" | "text" | "boolean" | "date" | "duration" | "other";

export function kindOf(dtype: DType): Kind {
  if (isNumeric(dtype)) return "number";
  if (dtype === "string" || dtype === "category") return "text";
  if (dtype === "boolean") return "boolean";
  if (dtype === "duration") return "duration";
  return dtype === "date" || dtype === "datetime" ? "date" : "other";
}

/** A scalar as an expression of a type that leaves the column's own type as it is. */
export function literal(value: unknown, beside: DType): pl.Expr {
  if (typeof value === "bigint") return pl.lit(String(value)).cast(pl.Int64);
  if (typeof value === "number") {
    if (isFloat(beside)) return pl.lit(value).cast(engineType(beside));
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) return pl.lit(value);
    // Within ±127 a number takes the column's own width, as a Python number does beside an array.
    const narrow = isInteger(beside) && value >= 0 && value < 128;
    return pl.lit(value).cast(narrow ? engineType(beside) : pl.Int64);
  }
  if (isDate(value)) {
    return pl.lit(value.getTime()).cast(pl.Int64).cast(pl.Datetime("ms"));
  }
  return pl.lit(value);
}

/** The kind of a scalar beside a column; an ISO text beside dates is a date, as in pandas. */
function scalar(value: unknown, beside: DType, verb: string): { value: unknown; kind: Kind } {
  if (kindOf(beside) === "date" && typeof value === "string") {
    const instant = readInstant(value, undefined);
    if (instant !== undefined) return { value: new Date(instant), kind: "date" };
  }
  if (typeof value === "number" || typeof value === "bigint") return { value, kind: "number" };
  if (typeof value === "string") return { value, kind: "text" };
  if (typeof value === "boolean") return { value, kind: "boolean" };
  if (isDate(value)) return { value, kind: "date" };
  throw new TypeError(`${verb} takes a value or a column; got ${shown(value)}.`);
}

function refuse(verb: string, series: pl.Series, other: string): never {
  throw new TypeError(
    `${verb}: column ${JSON.stringify(series.name)} is ${dtypeOf(series)} and cannot be used with ${other}.`,
  );
}

/** What an operator between a column and its operand may do with their kinds. */
export interface Operator {
  readonly verb: string;
  readonly allows: (left: Kind, right: Kind) => boolean;
  /** Brings a side to the type the operator works in. */
  readonly prepare?: (side: pl.Expr, dtype: DType) => pl.Expr;
  readonly apply: (x: pl.Expr, y: pl.Expr) => pl.Expr;
  /** The result where either side is missing; without it the result is missing too. */
  readonly whenMissing?: boolean;
}

const same = (side: pl.Expr): pl.Expr => side;

/** Dates of a zone as the same moments without one, in which they are compared. */
const inUtc = (series: pl.Series): pl.Series =>
  zoneOf(series) === undefined ? series : fromInstants(series.name, instantsOf(series));

/** A text beside dates of a zone is a time of that zone. */
function moment(operand: unknown, zone: string): unknown {
  if (typeof operand !== "string") return operand;
  const instant = readInstant(operand, zone);
  return instant === undefined ? operand : new Date(instant);
}

const milliseconds = (series: pl.Series): pl.Series =>
  series.cast(pl.Duration("ms")).cast(pl.Int64).alias(series.name);

/** What durations are compared with, in milliseconds. */
function lasting(operand: unknown, verb: string): unknown {
  if (typeof operand === "string") return durationOf(verb, operand);
  if (isColumn(operand) && dtypeOf(operand.data) === "duration") {
    return { data: milliseconds(operand.data), labels: undefined };
  }
  return operand;
}

/** Applies an operator to a column and a scalar or a column of the same length. */
export function operate(left: pl.Series, operand: unknown, operator: Operator): pl.Series {
  const { verb, prepare = same, whenMissing } = operator;
  const own = dtypeOf(left);
  if (own === "duration") return operate(milliseconds(left), lasting(operand, verb), operator);
  const zone = zoneOf(left);
  if (zone !== undefined) return operate(inUtc(left), moment(operand, zone), operator);
  const finish = (out: pl.Expr): pl.Expr =>
    whenMissing === undefined ? out : out.fillNull(pl.lit(whenMissing));
  if (isColumn(operand) || Array.isArray(operand)) {
    const right = isColumn(operand) ? inUtc(operand.data) : toEngine(left.name, operand);
    if (right.length !== left.length) {
      throw new RangeError(
        `${verb}: one column has ${left.length} rows, the other ${right.length}.`,
      );
    }
    const dtype = dtypeOf(right);
    if (!operator.allows(kindOf(own), kindOf(dtype))) {
      refuse(verb, left, `column ${JSON.stringify(right.name)}, which is ${dtype}`);
    }
    return combine(left, right, (x, y) =>
      finish(operator.apply(prepare(x, own), prepare(y, dtype))),
    );
  }
  if (operand === null || operand === undefined || Number.isNaN(operand)) {
    const missing = toEngine(
      "y",
      new Array<null>(left.length).fill(null),
      kindOf(own) === "other" ? undefined : own,
    );
    return operate(left, { data: missing, labels: undefined }, operator);
  }
  const { value, kind } = scalar(operand, own, verb);
  if (!operator.allows(kindOf(own), kind)) refuse(verb, left, shown(value));
  return map(left, (x) => finish(operator.apply(prepare(x, own), literal(value, own))));
}
