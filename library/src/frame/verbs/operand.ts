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
import { combine, map } from "../engine/compute.ts";
import { toEngine } from "../engine/to-engine.ts";
import { isColumn } from "./rows.ts";

/** The kinds of values between which operators work. */
type Kind = "number" | "text" | "boolean" | "date" | "other";

export function kindOf(dtype: DType): Kind {
  if (isNumeric(dtype)) return "number";
  if (dtype === "string" || dtype === "category") return "text";
  if (dtype === "boolean") return "boolean";
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
    const date = new Date(value);
    if (!Number.isNaN(date.getTime())) return { value: date, kind: "date" };
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

/** Applies an operator to a column and a scalar or a column of the same length. */
export function operate(left: pl.Series, operand: unknown, operator: Operator): pl.Series {
  const { verb, prepare = same, whenMissing } = operator;
  const own = dtypeOf(left);
  const finish = (out: pl.Expr): pl.Expr =>
    whenMissing === undefined ? out : out.fillNull(pl.lit(whenMissing));
  if (isColumn(operand) || Array.isArray(operand)) {
    const right = isColumn(operand) ? operand.data : toEngine(left.name, operand);
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
